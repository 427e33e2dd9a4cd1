// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/tokens_card.h"

#include "ui/charts/bars_view.h"
#include "ui/shell/words.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/loading_state.h"

#include <QDir>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedLayout>

namespace luthier {

namespace {

constexpr int leastCutOff = 2, mostCutOff = 1 << 20;

/// Scrolls the page unless it has the focus.
class QuietSpinBox : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        hasFocus() ? QSpinBox::wheelEvent(event) : event->ignore();
    }
};

} // namespace

TokensCard::TokensCard(DataDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_stack(new QStackedLayout(this)),
      m_frame(new ChartFrame(ChartFrame::Kind::Bars, this)), m_cutOff(new QuietSpinBox(m_frame)),
      m_other(new Card(this)), m_nothing(new EmptyState(m_other)),
      m_loading(new LoadingState(m_other))
{
    m_frame->setObjectName(QStringLiteral("dataTokens"));
    m_frame->setLegendVisible(false);
    m_frame->setToolsVisible(false);
    m_cutOff->setObjectName(QStringLiteral("dataCutOff"));
    m_cutOff->setRange(leastCutOff, mostCutOff);
    m_cutOff->setKeyboardTracking(false);
    m_cutOff->setFocusPolicy(Qt::StrongFocus);
    m_frame->addToTitle(m_cutOff);
    m_nothing->setIcon(QStringLiteral("models"));
    m_nothing->button()->setObjectName(QStringLiteral("dataChooseModel"));
    m_other->body()->addWidget(m_nothing, 1);
    m_other->body()->addWidget(m_loading, 1);
    m_stack->addWidget(m_frame);
    m_stack->addWidget(m_other);
    connect(m_cutOff, &QSpinBox::valueChanged, &m_document, &DataDocument::setCutOff);
    connect(m_frame->bars(), &BarsView::cutOffMoved, this,
            [this](double x) { m_document.setCutOff(int(x)); });
    connect(&m_document, &DataDocument::tokensChanged, this, &TokensCard::showState);
    connect(&m_document, &DataDocument::overviewChanged, this, &TokensCard::showBins);
    connect(&m_document, &DataDocument::cutOffChanged, this, &TokensCard::showCutOff);
    connect(m_loading, &LoadingState::cancelled, &m_document, &DataDocument::cancel);
    connect(m_nothing->button(), &QPushButton::clicked, this, &TokensCard::modelWanted);
}

void TokensCard::setTexts()
{
    m_other->setTitle(tr("Length in tokens"));
    m_cutOff->setPrefix(tr("Cut-off %1", "before a number").arg(QString()));
    m_cutOff->setAccessibleName(tr("Cut-off in tokens"));
    m_cutOff->setToolTip(tr("Tokens of a text that the model reads (max_length)"));
    m_nothing->button()->setText(tr("Choose a model"));
    m_nothing->button()->setAccessibleName(tr("Choose a model"));
    m_nothing->button()->setToolTip(tr("Opens the model step of Train"));
    showState();
}

void TokensCard::setProgress(const Progress &progress)
{
    m_loading->setText(tr("Counting tokens: %1 of %2")
                           .arg(words::whole(progress.done), words::whole(progress.total)));
    m_loading->setProgress(progress.done, progress.total);
}

void TokensCard::showState()
{
    const auto state = m_document.tokens();
    m_stack->setCurrentWidget(
        state == DataDocument::Tokens::Counted ? static_cast<QWidget *>(m_frame) : m_other);
    m_loading->setVisible(state == DataDocument::Tokens::Counting);
    m_nothing->setVisible(state != DataDocument::Tokens::Counting);
    if (state == DataDocument::Tokens::Failed && m_document.tokensError())
        m_nothing->setTexts(tr("The tokens could not be counted"),
                            words::of(m_document.tokensError()->message));
    else
        m_nothing->setTexts(tr("No model to count with"),
                            tr("Each model has tokens of its own. Choose one to see how long the "
                               "texts are for it."));
    showBins();
}

void TokensCard::showBins()
{
    const auto lengths = m_document.lengths();
    const auto overview = m_document.overview();
    if (!lengths || overview->partOf.size() != lengths->ofRow.size())
        return;
    const LengthHistogram bins = histogramOf(lengths->ofRow, overview->partOf);
    ChartModel::Series series{.id = QStringLiteral("lengths"),
                              .name = tr("Texts"),
                              .style = 1,
                              .look = ChartModel::Look::Bars};
    for (size_t i = 0; i < bins.rows.size(); ++i)
        series.points.emplace_back(double(i) * bins.binWidth, double(bins.rows[i]));
    ChartModel::Axis x{.title = tr("Tokens")};
    const double end = double(bins.rows.size()) * bins.binWidth;
    if (bins.longest > end && !series.points.empty())
        x.maximum = series.points.back().x();
    m_frame->model().setAxes(x, {.title = tr("Texts"), .minimum = 0});
    m_frame->model().setSeries({std::move(series)});
    m_frame->setCaption(
        tr("%1, median %2")
            .arg(QDir(m_document.modelFolder()).dirName(), words::whole(bins.median)));
    showCutOff();
}

void TokensCard::showCutOff()
{
    const QSignalBlocker blocker(m_cutOff);
    m_cutOff->setValue(m_document.cutOff());
    const auto lengths = m_document.lengths();
    const auto overview = m_document.overview();
    if (!lengths || overview->partOf.size() != lengths->ofRow.size())
        return;
    if (m_frame->model().series().empty() || m_frame->model().series().front().points.empty())
        return;
    const DataProblem hit = tooLong(lengths->ofRow, overview->partOf, m_document.cutOff());
    const double share = double(hit.count) / double(qMax<int64_t>(1, overview->counts.inUse));
    const QString lost = tr("%Ln text(s) lose their end (%1)", nullptr, int(hit.count))
                             .arg(words::percent(share, 0));
    const QString note = hit.count > 0 ? lost : QString();
    const auto &points = m_frame->model().series().front().points;
    const double end = points.back().x() + (points.size() > 1 ? points[1].x() : 1);
    // Beyond the last bin the line stands at the chart's end.
    m_frame->model().setMarks({{.kind = ChartModel::Mark::Kind::CutOff,
                                .x = std::min<double>(m_document.cutOff(), end),
                                .label = tr("Cut-off %1").arg(words::whole(m_document.cutOff())),
                                .note = note}});
    m_frame->model().setTitle(tr("Length in tokens"),
                              hit.count > 0 ? lost : tr("No text loses its end"));
}

} // namespace luthier
