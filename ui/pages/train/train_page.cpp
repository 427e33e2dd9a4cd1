// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/train_page.h"

#include "ui/pages/train/plan_card.h"
#include "ui/pages/train/train_step.h"
#include "ui/pages/train/wizard_footer.h"
#include "ui/session/plan_document.h"
#include "ui/session/view_state.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_buttons.h"
#include "ui/widgets/step_header.h"

#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace luthier {

namespace {

constexpr std::array stepIds{"task", "model", "data", "method", "settings", "review"};
const QString simpleForm = QStringLiteral("train/simple");

class TrainPage : public Page
{
    Q_OBJECT

public:
    explicit TrainPage(const AppContext &context);

    void open(const Route &route) override;
    QWidget *firstFocus() override { return step().firstFocus(); }

protected:
    void setTexts() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    TrainStep &step() { return *m_steps[size_t(m_current)]; }
    QWidget *madeHead();
    QWidget *madeBody();
    void makeSteps();
    void showStep(int step);
    void go(int step);
    void next();
    int firstUndone() const;
    void refresh();
    void arrange();
    void setMargins();

    AppContext m_context;
    PlanFacts m_facts;
    PageHeader *m_header;
    SegmentedButtons *m_form;
    Banner *m_notice;
    StepHeader *m_stepHeader;
    QScrollArea *m_scroll;
    QWidget *m_head = nullptr;
    QBoxLayout *m_body = nullptr;
    PlanCard *m_plan;
    WizardFooter *m_footer;
    std::vector<TrainStep *> m_steps;
    int m_current = 0;
    bool m_narrow = false;
    bool m_isNew = true;
};

TrainPage::TrainPage(const AppContext &context)
    : m_context(context), m_facts(m_context), m_header(new PageHeader(this)),
      m_form(new SegmentedButtons(this)), m_notice(new Banner(this)),
      m_stepHeader(new StepHeader(this)), m_scroll(new QScrollArea(this)),
      m_plan(new PlanCard(this)), m_footer(new WizardFooter(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(madeHead());
    layout->addWidget(madeBody(), 1);
    layout->addWidget(m_footer);
    makeSteps();
    connect(m_footer, &WizardFooter::back, this, [this] { go(m_current - 1); });
    connect(m_footer, &WizardFooter::next, this, &TrainPage::next);
    connect(m_footer, &WizardFooter::startOver, this, [this] {
        m_context.plan.clear();
        go(TaskAt);
    });
    connect(m_stepHeader, &StepHeader::stepChosen, this, &TrainPage::go);
    connect(m_form, &SegmentedButtons::chosen, this, [this](int segment) {
        m_context.view.setValue(simpleForm, segment == 0);
        for (TrainStep *step : m_steps)
            step->setSimple(segment == 0);
    });
    connect(&m_facts, &PlanFacts::changed, this, &TrainPage::refresh);
    connect(&m_context.plan, &PlanDocument::writeFailed, this, [this](const Message &message) {
        m_notice->setMessage(Banner::Warning, tr("The plan is not saved."), words::of(message));
        m_notice->show();
    });
}

QWidget *TrainPage::madeHead()
{
    m_form->setObjectName(QStringLiteral("formSegments"));
    m_stepHeader->setObjectName(QStringLiteral("steps"));
    m_notice->setObjectName(QStringLiteral("planNotice"));
    m_notice->hide();
    m_header->addWidget(m_form);
    auto *head = new QWidget(this);
    m_head = head;
    auto *layout = new QVBoxLayout(head);
    layout->setSpacing(Theme::units(2));
    layout->addWidget(m_header);
    layout->addWidget(m_notice);
    auto *card = new Card(head);
    card->body()->setContentsMargins(Theme::units(2), Theme::units(1), Theme::units(2),
                                     Theme::units(1));
    card->body()->addWidget(m_stepHeader);
    layout->addWidget(card);
    return head;
}

QWidget *TrainPage::madeBody()
{
    auto *body = new QWidget(this);
    m_body = new QHBoxLayout(body);
    m_body->setSpacing(Theme::units(2));
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    // The page's ground shows through.
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    return m_scroll;
}

void TrainPage::makeSteps()
{
    constexpr std::array makers{createTaskStep,   createModelStep,    createDataStep,
                                createMethodStep, createSettingsStep, createReviewStep};
    for (const auto maker : makers) {
        TrainStep *step = maker(m_context, m_facts, m_scroll->widget());
        step->hide();
        step->setProperty("pane", true);
        m_steps.push_back(step);
        m_body->addWidget(step, 1);
        connect(step, &TrainStep::stateChanged, this, &TrainPage::refresh);
        connect(step, &TrainStep::stepRequested, this, &TrainPage::go);
        connect(step, &TrainStep::routeRequested, this, &Page::routeRequested);
    }
    m_body->addWidget(m_plan);
    // The cards' edges stay in line with the head's while there is a scroll bar.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &TrainPage::setMargins);
}

void TrainPage::open(const Route &route)
{
    const auto &notice = m_context.plan.notice();
    if (notice) {
        m_notice->setMessage(Banner::Warning, tr("A new plan was begun."), words::of(*notice));
        m_notice->show();
    }
    if (route.query.contains(QStringLiteral("new"))) {
        m_context.plan.clear();
        showStep(TaskAt);
        return;
    }
    const std::string asked = route.query.value(QStringLiteral("step")).toStdString();
    const auto found = std::ranges::find(stepIds, asked);
    // A draft of another day goes on where it was left.
    const int current = std::exchange(m_isNew, false) ? firstUndone() : m_current;
    const int step = found == stepIds.end() ? current : int(found - stepIds.begin());
    showStep(std::min(step, firstUndone()));
}

void TrainPage::setTexts()
{
    m_header->setTitle(tr("New training"));
    m_form->setSegments({tr("Simple"), tr("Advanced")});
    m_form->setAccessibleName(tr("Settings shown"));
    m_form->setToolTip(tr("Simple shows the settings that matter most, Advanced all of them."));
    const bool simple = m_context.view.value(simpleForm, true).toBool();
    m_form->setCurrent(simple ? 0 : 1);
    QStringList names;
    for (TrainStep *step : m_steps) {
        names.append(step->name());
        step->setTexts();
        step->setSimple(simple);
    }
    m_stepHeader->setSteps(names);
    m_stepHeader->setAccessibleName(tr("Steps"));
    refresh();
}

int TrainPage::firstUndone() const
{
    const auto undone =
        std::ranges::find_if(m_steps, [](const TrainStep *step) { return !step->isDone(); });
    return std::min(int(undone - m_steps.begin()), int(ReviewAt));
}

/// The step comes into sight, without a word to the window.
void TrainPage::showStep(int step)
{
    m_current = step;
    this->step().enter();
    for (size_t i = 0; i < m_steps.size(); ++i)
        m_steps[i]->setVisible(int(i) == m_current);
    m_plan->setVisible(m_current != ReviewAt);
    m_scroll->verticalScrollBar()->setValue(0);
    refresh();
}

void TrainPage::go(int step)
{
    showStep(std::clamp(step, 0, firstUndone()));
    if (QWidget *first = firstFocus())
        first->setFocus(Qt::OtherFocusReason);
    Q_EMIT routeChanged({QStringLiteral("train"),
                         {},
                         {{QStringLiteral("step"), QLatin1String(stepIds[size_t(m_current)])}}});
}

void TrainPage::next()
{
    step().confirm();
    if (m_current != ReviewAt && step().obstacle().isEmpty())
        go(m_current + 1);
}

void TrainPage::refresh()
{
    step().refresh();
    QList<bool> done;
    for (const TrainStep *step : m_steps)
        done.append(step->isDone());
    m_stepHeader->setReachable(firstUndone());
    m_stepHeader->setDone(done);
    m_stepHeader->setCurrent(m_current);
    m_plan->setLines(planLines(m_context, m_facts));
    m_footer->setState(m_current == ReviewAt ? QString() : m_steps[size_t(m_current) + 1]->name(),
                       step().obstacle(), m_current == 0, !m_context.plan.json().empty());
}

void TrainPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void TrainPage::arrange()
{
    // A window below 1200 at 10 points has one column.
    constexpr double widestColumn = 127, planWidth = 35;
    m_narrow = width() < Theme::units(widestColumn);
    setMargins();
    m_body->setDirection(m_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_plan->setMinimumWidth(m_narrow ? 0 : Theme::units(planWidth));
    m_plan->setMaximumWidth(m_narrow ? QWIDGETSIZE_MAX : Theme::units(planWidth));
    for (TrainStep *step : m_steps)
        step->setNarrow(m_narrow);
}

/// Of the window's side, as on the other pages.
void TrainPage::setMargins()
{
    const int side = Theme::units(m_narrow ? 2 : 3), end = Theme::units(2);
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    const int taken = bar->maximum() > 0 ? bar->sizeHint().width() : 0;
    m_head->layout()->setContentsMargins(side, end, side, end);
    m_body->setContentsMargins(side, 0, side - taken, end);
    m_footer->layout()->setContentsMargins(side, Theme::units(1.5), side, Theme::units(1.5));
}

} // namespace

Page *createTrainPage(const AppContext &context)
{
    return new TrainPage(context);
}

} // namespace luthier

#include "train_page.moc"
