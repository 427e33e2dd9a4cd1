// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/file_card.h"

#include "ui/pages/try/answers_source.h"
#include "ui/pages/try/earlier_card.h"
#include "ui/session/jobs.h"
#include "ui/shell/words.h"
#include "ui/tables/row_table.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/segmented_buttons.h"
#include "ui/widgets/text_label.h"

#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

namespace luthier {

namespace {

const QString fileKey = QStringLiteral("try/file");

} // namespace

FileCard::FileCard(const AppContext &context, TryDocument &document, QWidget *parent)
    : Card(parent), m_context(context), m_document(document),
      m_asked(std::make_shared<AskedTexts>()), m_summary(new TextLabel),
      m_partial(new TextLabel(QStringLiteral("secondary"))), m_filter(new SegmentedButtons),
      m_loading(new LoadingState), m_model(new RowTableModel(this)), m_table(new RowTable),
      m_save(new QPushButton), m_head(new QWidget)
{
    setObjectName(QStringLiteral("fileCard"));
    const int unit = Theme::unit();
    m_summary->setObjectName(QStringLiteral("fileSummary"));
    m_partial->setObjectName(QStringLiteral("fileStopped"));
    m_partial->setContentsMargins(2 * unit, 0, 2 * unit, unit);
    m_filter->setObjectName(QStringLiteral("fileFilter"));
    m_filter->setSmall(true);
    m_save->setObjectName(QStringLiteral("saveFileAnswers"));
    m_save->setProperty("role", QStringLiteral("quiet small"));
    setTools(m_save);
    m_table->setObjectName(QStringLiteral("fileTexts"));
    m_table->setModel(m_model);
    m_table->setMinimumHeight(Theme::units(24));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(2 * unit, 0, 2 * unit, unit);
    head->setSpacing(2 * unit);
    head->addWidget(m_summary, 1);
    head->addWidget(m_filter);
    m_loading->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    body()->setContentsMargins(1, 0, 1, 1);
    body()->setSpacing(0);
    body()->addWidget(m_head);
    body()->addWidget(m_partial);
    body()->addWidget(m_loading);
    body()->addWidget(m_table, 1);
    connectParts();
    showState();
}

void FileCard::connectParts()
{
    connect(m_filter, &SegmentedButtons::chosen, m_model,
            [this](int segment) { m_model->setFilter(segment); });
    connect(m_loading, &LoadingState::cancelled, this, &FileCard::finish);
    connect(m_save, &QPushButton::clicked, this, [this] {
        saveAnswers(this, *m_asked, [this](const Message &message) { Q_EMIT failed(message); });
    });
    connect(m_table, &RowTable::opened, this, [this](const QModelIndex &index) {
        const int64_t row = m_model->sourceRow(index);
        if (row < 0)
            return;
        const auto word = [row](const std::vector<std::string> &column) {
            return column.empty() ? QString() : QString::fromStdString(column[size_t(row)]);
        };
        Q_EMIT chosen(word(m_asked->texts), word(m_asked->pairs), m_asked->trueLabels(row));
    });
    connect(&m_context.jobs, &Jobs::progressed, this,
            [this](const QString &key, const Progress &progress) {
                if (key != fileKey || m_stopping.stop_requested())
                    return;
                m_loading->setText(words::of(progress.phase));
                m_loading->setProgress(progress.done, progress.total);
            });
}

void FileCard::setTexts()
{
    setTitle(m_path.isEmpty() ? tr("Texts of a file") : QFileInfo(m_path).fileName());
    m_save->setText(tr("Save as CSV…"));
    m_save->setAccessibleName(m_save->text());
    m_save->setToolTip(tr("Save the texts and both answers as a table"));
    m_table->setAccessibleName(tr("Texts of the file with both answers"));
    m_filter->setSegments({tr("All"), tr("Changed"), tr("Wrong")});
    m_filter->setAccessibleName(tr("Which texts are shown"));
    m_filter->setToolTip(tr("All texts, those whose answer training changed, or those whose answer "
                            "after training is not their true label"));
    if (!m_busy)
        m_loading->setText(tr("Reading the file"));
    showSummary();
}

void FileCard::open(const QString &path)
{
    m_path = path;
    m_asked = std::make_shared<AskedTexts>();
    m_total = 0;
    m_busy = true;
    m_stopping = std::stop_source();
    setTexts();
    m_loading->setText(tr("Reading the file"));
    m_loading->setProgress(0, 0);
    m_filter->setCurrent(0);
    m_model->setFilter(0);
    showState();
    m_context.jobs.start(
        Jobs::Lane::Computing, fileKey, this,
        [parties = m_document.parties(), file = path.toStdString(),
         stopping = m_stopping](std::stop_token stop, const ProgressHandler &onProgress) mutable {
            const std::stop_callback relay(stop, [&stopping] { stopping.request_stop(); });
            return answerFile(parties, file, stopping.get_token(), onProgress);
        },
        [this](Result<FileAnswers> answers) { take(std::move(answers)); });
}

void FileCard::take(Result<FileAnswers> answers)
{
    m_busy = false;
    if (!answers) {
        if (answers.error().code == Error::Code::Cancelled)
            Q_EMIT stopped();
        else
            Q_EMIT failed(answers.error().message);
        return;
    }
    m_asked = std::make_shared<AskedTexts>(std::move(answers.value().asked));
    m_total = answers.value().total;
    const auto source = std::make_shared<AnswersSource>(m_asked);
    m_model->setArrange(&m_context.jobs, QStringLiteral("try/order"), arrangeAnswers(source));
    m_model->setSource(source);
    showState();
    showSummary();
    fitColumns();
    Q_EMIT done();
}

void FileCard::finish()
{
    if (!m_busy)
        return;
    m_stopping.request_stop();
    m_loading->setText(tr("Stopping…"));
}

void FileCard::stop()
{
    if (!m_busy)
        return;
    m_context.jobs.cancel(fileKey);
    m_busy = false;
    Q_EMIT stopped();
}

QWidget *FileCard::firstFocus()
{
    return m_busy ? static_cast<QWidget *>(m_loading) : m_table;
}

void FileCard::showState()
{
    m_loading->setVisible(m_busy);
    for (QWidget *part : std::initializer_list<QWidget *>{m_head, m_table, m_save})
        part->setVisible(!m_busy);
    m_partial->setVisible(!m_busy && m_asked->rows() < m_total);
}

void FileCard::showSummary()
{
    m_summary->setText(summary());
    m_partial->setText(tr("Stopped: %1 of %2 texts were answered. Saving writes these.")
                           .arg(words::whole(m_asked->rows()), words::whole(m_total)));
}

QString FileCard::summary() const
{
    const AskedTexts::Counts counts = m_asked->counts();
    const QString texts = words::whole(m_asked->rows()), changed = words::whole(counts.changed);
    const auto share = [&](Side side) {
        return words::percent(counts.labelled ? double(counts.right[side]) / double(counts.labelled)
                                              : 0);
    };
    const bool before = !m_asked->answers[Before].empty(), after = !m_asked->answers[After].empty();
    const QString labelled = words::whole(counts.labelled);
    if (counts.labelled == 0)
        return tr("Texts: %1. Answers that training changed: %2.").arg(texts, changed);
    if (before && after)
        return (m_asked->several
                    ? tr("Texts whose labels are known: %1. All labels right before: %2. All "
                         "labels right after: %3. Answers that training changed: %4.")
                    : tr("Texts with a label: %1. Right before: %2. Right after: %3. Answers "
                         "that training changed: %4."))
            .arg(labelled, share(Before), share(After), changed);
    return (m_asked->several ? tr("Texts whose labels are known: %1. All labels right: %2.")
                             : tr("Texts with a label: %1. Right: %2."))
        .arg(labelled, share(after ? After : Before));
}

void FileCard::fitColumns()
{
    m_table->fitColumns(0.2, Theme::units(8));
}

void FileCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitColumns();
}

} // namespace luthier
