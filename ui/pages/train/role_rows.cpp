// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/role_rows.h"

#include "ui/forms/quiet_combo_box.h"
#include "ui/shell/theme.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QGridLayout>

namespace luthier {

namespace {

struct Role
{
    const char *key;
    std::optional<std::string> Columns::*member;
    const char *objectName;
    const char *name;
    const char *note;
    bool needed;
};

constexpr std::array roles{
    Role{"text", &Columns::text, "textColumn", QT_TRANSLATE_NOOP("RoleRows", "Text"),
         QT_TRANSLATE_NOOP("RoleRows", "What the model reads"), true},
    Role{"text_pair", &Columns::textPair, "pairColumn",
         QT_TRANSLATE_NOOP("RoleRows", "Second text"),
         QT_TRANSLATE_NOOP("RoleRows", "Read together with the text, where there is one"), false},
    Role{"label", &Columns::label, "labelColumn", QT_TRANSLATE_NOOP("RoleRows", "Label"),
         QT_TRANSLATE_NOOP("RoleRows", "What the model learns to answer"), true},
    Role{"split", &Columns::split, "splitColumn", QT_TRANSLATE_NOOP("RoleRows", "Part"),
         QT_TRANSLATE_NOOP("RoleRows", "Says of each row which part it belongs to"), false},
};

} // namespace

RoleRows::RoleRows(QWidget *parent) : QWidget(parent)
{
    static_assert(roles.size() == count);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(Theme::units(2));
    layout->setVerticalSpacing(Theme::units(1));
    layout->setColumnStretch(0, 1);
    for (size_t i = 0; i < count; ++i) {
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        m_names[i] = new TextLabel({}, this);
        m_notes[i] = new TextLabel(QStringLiteral("caption"), this);
        words->addWidget(m_names[i]);
        words->addWidget(m_notes[i]);
        m_boxes[i] = new QuietComboBox(this);
        m_boxes[i]->setObjectName(QLatin1String(roles[i].objectName));
        m_boxes[i]->setProperty("userText", true);
        m_boxes[i]->setMinimumWidth(Theme::units(26));
        layout->addLayout(words, int(i), 0);
        layout->addWidget(m_boxes[i], int(i), 1);
        connect(m_boxes[i], &QComboBox::activated, this, [this, i](int at) {
            m_shown.reset();
            Q_EMIT chosen(roles[i].key, m_boxes[i]->itemData(at).toString());
        });
    }
}

void RoleRows::setTexts()
{
    m_shown.reset();
    for (size_t i = 0; i < count; ++i) {
        const QString name = QCoreApplication::translate("RoleRows", roles[i].name);
        const QString note = QCoreApplication::translate("RoleRows", roles[i].note);
        m_names[i]->setText(name);
        m_notes[i]->setText(note);
        m_boxes[i]->setAccessibleName(tr("Column of: %1").arg(name));
        m_boxes[i]->setAccessibleDescription(note);
        m_boxes[i]->setToolTip(note + u'\n' + QLatin1String("dataset.columns.") +
                               QLatin1String(roles[i].key));
    }
}

void RoleRows::setData(const DataFacts &data)
{
    // A list that is open stays as it is while other things are found out.
    if (m_shown == data.opened.table && m_columns == data.columns)
        return;
    m_shown = data.opened.table;
    m_columns = data.columns;
    for (size_t i = 0; i < count; ++i) {
        QuietComboBox &box = *m_boxes[i];
        const auto &column = data.columns.*roles[i].member;
        // A column that was guessed comes back when it is not named: then there is no "none".
        const bool guessed = (data.opened.choice.columns.*roles[i].member).has_value();
        box.clear();
        if (!column || (!roles[i].needed && !guessed))
            box.addItem(roles[i].needed ? tr("Choose a column") : tr("None"), QString());
        for (const std::string &name : data.opened.table->columnNames())
            box.addItem(QString::fromStdString(name), QString::fromStdString(name));
        box.setCurrentIndex(box.findData(column ? QString::fromStdString(*column) : QString()));
    }
}

} // namespace luthier
