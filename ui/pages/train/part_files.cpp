// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/part_files.h"

#include "ui/session/json_values.h"
#include "ui/shell/theme.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace luthier {

namespace {

constexpr std::array fields{"validationFile", "testFile"};
constexpr std::array buttons{"chooseValidationFile", "chooseTestFile"};

} // namespace

PartFiles::PartFiles(QWidget *parent)
    : Card(parent), m_notes(new TextLabel(QStringLiteral("secondary"), this))
{
    body()->setSpacing(Theme::units(1));
    for (size_t i = 0; i < m_lines.size(); ++i)
        addLine(i);
    m_notes->setObjectName(QStringLiteral("partFileNotes"));
    m_notes->setProperty("userText", true);
    body()->addWidget(m_notes);
}

void PartFiles::addLine(size_t index)
{
    Line &line = m_lines[index];
    line.name = new TextLabel({}, this);
    line.note = new TextLabel(QStringLiteral("caption"), this);
    line.file = new QLineEdit(this);
    line.file->setObjectName(QLatin1String(fields[index]));
    line.file->setClearButtonEnabled(true);
    line.browse = new QPushButton(this);
    line.browse->setObjectName(QLatin1String(buttons[index]));
    line.browse->setIcon(icon(QStringLiteral("open")));
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::units(1));
    row->addWidget(line.file, 1);
    row->addWidget(line.browse);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(line.name);
    words->addWidget(line.note);
    body()->addLayout(words);
    body()->addLayout(row);
    connect(line.file, &QLineEdit::editingFinished, this, [this, index] { take(index); });
    connect(line.browse, &QPushButton::clicked, this,
            [this, index] { Q_EMIT browsed(m_lines[index].key, m_lines[index].planned); });
}

void PartFiles::take(size_t index)
{
    const Line &line = m_lines[index];
    const QString file = QDir::fromNativeSeparators(line.file->text().trimmed());
    if (file != line.planned)
        Q_EMIT chosen(line.key, file);
}

void PartFiles::setTexts()
{
    setTitle(tr("Files of their own for checking"));
    setSubtitle(tr("Optional: without them, rows of the file above are set aside"));
    const std::array names{tr("Validation file"), tr("Test file")};
    const std::array notes{tr("Checked on while the model learns"),
                           tr("Scored once, on the best step")};
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        line.name->setText(names[i]);
        line.note->setText(notes[i]);
        line.file->setAccessibleName(names[i]);
        line.file->setAccessibleDescription(notes[i]);
        line.file->setToolTip(notes[i] + u'\n' + QLatin1String("dataset.") +
                              QLatin1String(line.key));
        line.file->setPlaceholderText(tr("None"));
        line.browse->setText(tr("Choose a file…"));
        line.browse->setAccessibleName(tr("Choose a file: %1").arg(names[i]));
        line.browse->setToolTip(tr("Opens a file of this computer."));
    }
}

void PartFiles::setFiles(const Json &dataset, const QStringList &notes)
{
    for (Line &line : m_lines) {
        const QString planned = QString::fromStdString(json::text(dataset, line.key));
        if (planned != line.planned || !line.file->hasFocus())
            line.file->setText(QDir::toNativeSeparators(planned));
        line.planned = planned;
    }
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

} // namespace luthier
