// SPDX-License-Identifier: GPL-3.0-or-later
#include "looking.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QTest>

namespace luthier::looking {

void useTheme(const Theme &theme, double points)
{
    QFont font = Theme::systemFont();
    font.setPointSizeF(points);
    theme.apply(*qApp, font);
}

void open(QWidget &widget, const QSize &size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

QStringList clipped(const QWidget &owner)
{
    QStringList found;
    for (const auto *label : owner.findChildren<TextLabel *>()) {
        if (!label->isVisible())
            continue;
        const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                      : label->sizeHint().height();
        const bool narrow = !label->hasHeightForWidth() && label->toolTip().isEmpty() &&
                            label->width() < label->fontMetrics().averageCharWidth() * 2;
        if (label->height() < needed || narrow)
            found.append(label->text());
    }
    for (const auto *button : owner.findChildren<QAbstractButton *>()) {
        const QSize least = button->sizeHint();
        const bool sized =
            qobject_cast<const QPushButton *>(button) || qobject_cast<const Chip *>(button);
        if (button->isVisible() && sized &&
            (button->width() < least.width() || button->height() < least.height()))
            found.append(button->text());
    }
    for (const auto *badge : owner.findChildren<Badge *>()) {
        if (badge->isVisible() && badge->size() != badge->sizeHint())
            found.append(badge->text());
    }
    return found;
}

bool hasPixel(const QImage &image, const QRect &place, const QColor &color)
{
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x) {
            if (image.valid(x, y) && image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

bool hasRing(QWidget &window, const QWidget &widget)
{
    const QImage image = window.grab().toImage();
    const QRect place(widget.mapTo(&window, QPoint()), widget.size());
    const QColor accent = Theme::current().color(Theme::Token::Accent);
    const int x = place.center().x();
    return image.pixelColor(x, place.top() - 3) == accent &&
           image.pixelColor(x, place.top() - 4) == accent &&
           image.pixelColor(x, place.top() - 1) != accent &&
           image.pixelColor(x, place.bottom() + 3) == accent;
}

bool tabTo(const QWidget *wanted)
{
    for (int i = 0; i < 100; ++i) {
        if (QApplication::focusWidget() == wanted)
            return true;
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget()
                                                    : QApplication::activeWindow(),
                        Qt::Key_Tab);
    }
    return false;
}

void save(const QPixmap &light, const QPixmap &dark, const QString &name)
{
    const QString folder = qEnvironmentVariable("LUTHIER_PICTURES");
    if (folder.isEmpty())
        return;
    QImage both(light.width() + dark.width(), light.height(), QImage::Format_RGB32);
    QPainter painter(&both);
    painter.drawPixmap(0, 0, light);
    painter.drawPixmap(light.width(), 0, dark);
    painter.end();
    QVERIFY(both.save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

QString spoken(QWidget *widget, QAccessible::Text part)
{
    QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget);
    return seen ? seen->text(part) : QString();
}

} // namespace luthier::looking
