// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_frame.h"
#include "ui/pages/data/data_document.h"

class QSpinBox;
class QStackedLayout;

namespace luthier {

class EmptyState;
class LoadingState;

/// Lengths of the texts in tokens, with the cut-off that can be moved and the rows it hits.
class TokensCard : public QWidget
{
    Q_OBJECT

public:
    explicit TokensCard(DataDocument &document, QWidget *parent = nullptr);

    void setTexts();
    void setProgress(const Progress &progress);

Q_SIGNALS:
    /// A model has to be chosen first.
    void modelWanted();

private:
    void showState();
    void showBins();
    void showCutOff();

    DataDocument &m_document;
    QStackedLayout *m_stack;
    ChartFrame *m_frame;
    QSpinBox *m_cutOff;
    Card *m_other;
    EmptyState *m_nothing;
    LoadingState *m_loading;
};

} // namespace luthier
