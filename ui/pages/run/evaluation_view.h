// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_document.h"

#include <QWidget>

class QTableWidget;
class QHBoxLayout;

namespace luthier {

class Card;
class EmptyState;
class TextLabel;

/// The test part's scores on the best step: metrics, each label, and who was taken for whom.
class EvaluationView : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluationView(const RunDocument &run, QWidget *parent = nullptr);

    void refresh();
    void setTexts();

private:
    void fillTiles(const Json &scores);
    void fillLabels(const Json &scores);
    void fillConfusion(const Json &scores);

    const RunDocument &m_run;
    EmptyState *m_empty;
    QWidget *m_content;
    TextLabel *m_sentence;
    QHBoxLayout *m_tiles;
    Card *m_labelCard, *m_confusionCard;
    QTableWidget *m_labels, *m_confusion;
    Json m_shown;
};

} // namespace luthier
