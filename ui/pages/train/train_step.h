// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/plan_facts.h"
#include "ui/shell/route.h"

#include <QWidget>

namespace luthier {

/// One step of the wizard.
class TrainStep : public QWidget
{
    Q_OBJECT

public:
    TrainStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
        : QWidget(parent), m_context(context), m_facts(facts)
    {
    }

    virtual QString name() const = 0;
    /// True when the plan holds what this step is for.
    virtual bool isDone() const = 0;
    /// Why Next does not go on; empty when it does.
    virtual QString obstacle() const { return {}; }
    virtual void setTexts() = 0;
    /// The plan or the facts have changed, or the step comes into sight.
    virtual void refresh() = 0;
    /// Comes into sight.
    virtual void enter() { refresh(); }
    /// Next was pressed: what is preselected goes into the plan.
    virtual void confirm() {}
    virtual QWidget *firstFocus() = 0;
    virtual void setSimple(bool) {}
    /// One column instead of two.
    virtual void setNarrow(bool) {}

Q_SIGNALS:
    /// `obstacle` or `isDone` may be others now.
    void stateChanged();
    void stepRequested(int step);
    void routeRequested(const luthier::Route &route);

protected:
    const AppContext &m_context;
    PlanFacts &m_facts;
};

/// Steps in the order of the wizard.
enum TrainSteps { TaskAt, ModelAt, DataAt, MethodAt, SettingsAt, ReviewAt };

TrainStep *createTaskStep(const AppContext &context, PlanFacts &facts, QWidget *parent);
TrainStep *createModelStep(const AppContext &context, PlanFacts &facts, QWidget *parent);
TrainStep *createDataStep(const AppContext &context, PlanFacts &facts, QWidget *parent);
TrainStep *createMethodStep(const AppContext &context, PlanFacts &facts, QWidget *parent);
TrainStep *createSettingsStep(const AppContext &context, PlanFacts &facts, QWidget *parent);
TrainStep *createReviewStep(const AppContext &context, PlanFacts &facts, QWidget *parent);

} // namespace luthier
