// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/review_choices.h"

#include "ui/shell/theme.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace luthier {

namespace {

constexpr int longestName = 300;

} // namespace

ReviewChoices::ReviewChoices(QWidget *parent)
    : Card(parent), m_nameLabel(new TextLabel(QStringLiteral("secondary"), this)),
      m_name(new QLineEdit(this)), m_grid(new QGridLayout)
{
    m_name->setObjectName(QStringLiteral("runName"));
    m_name->setMaxLength(longestName);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::units(1.5));
    line->addWidget(m_nameLabel);
    line->addWidget(m_name, 1);
    body()->setSpacing(Theme::units(1.5));
    body()->addLayout(line);
    m_grid->setHorizontalSpacing(Theme::units(1.5));
    m_grid->setVerticalSpacing(Theme::units(1.5));
    m_grid->setColumnStretch(2, 1);
    body()->addLayout(m_grid);
    connect(m_name, &QLineEdit::textEdited, this, &ReviewChoices::nameEdited);
}

void ReviewChoices::addRow(const PlanLine &line)
{
    constexpr int iconPixels = 18;
    const Row row{new TextLabel(QStringLiteral("secondary"), this), new TextLabel({}, this),
                  new TextLabel(QStringLiteral("caption"), this), new QPushButton(this)};
    row.edit->setObjectName(QStringLiteral("edit%1").arg(line.step));
    row.edit->setProperty("role", QStringLiteral("small quiet"));
    row.value->setProperty("userText", true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Theme::units(0.25));
    texts->addWidget(row.value);
    texts->addWidget(row.note);
    texts->addStretch(1);
    const int at = int(m_rows.size());
    auto *icon = new IconLabel(line.icon, iconPixels, Theme::Token::SecondaryText, this);
    m_grid->addWidget(icon, at, 0, Qt::AlignTop);
    m_grid->addWidget(row.name, at, 1, Qt::AlignTop);
    m_grid->addLayout(texts, at, 2);
    m_grid->addWidget(row.edit, at, 3, Qt::AlignTop);
    connect(row.edit, &QPushButton::clicked, this,
            [this, step = line.step] { Q_EMIT stepRequested(step); });
    setTabOrder(m_rows.empty() ? static_cast<QWidget *>(m_name) : m_rows.back().edit, row.edit);
    m_rows.push_back(row);
}

void ReviewChoices::setLines(const std::vector<PlanLine> &lines)
{
    m_nameLabel->setText(tr("Name of the run"));
    m_name->setAccessibleName(tr("Name of the run"));
    m_name->setToolTip(tr("The run's folder is called so, with date and time behind it."));
    while (m_rows.size() < lines.size())
        addRow(lines[m_rows.size()]);
    for (size_t i = 0; i < lines.size(); ++i) {
        m_rows[i].name->setText(lines[i].name);
        m_rows[i].value->setText(lines[i].value.isEmpty() ? tr("Not chosen yet") : lines[i].value);
        m_rows[i].note->setText(lines[i].note);
        m_rows[i].note->setVisible(!lines[i].note.isEmpty());
        m_rows[i].edit->setText(tr("Edit"));
        m_rows[i].edit->setAccessibleName(tr("Edit: %1").arg(lines[i].name));
        m_rows[i].edit->setToolTip(tr("Goes to the step %1.").arg(lines[i].name));
    }
}

void ReviewChoices::setName(const QString &name)
{
    if (!m_name->hasFocus())
        m_name->setText(name);
}

} // namespace luthier
