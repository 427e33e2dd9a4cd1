// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/overview.h"
#include "ui/widgets/card.h"

class QListView;
class QStandardItemModel;

namespace luthier {

class TextLabel;

/// How many rows each label has, and what that means for a score.
class LabelsCard : public Card
{
    Q_OBJECT

public:
    explicit LabelsCard(QWidget *parent = nullptr);

    void setTexts();
    void setOverview(std::shared_ptr<const Overview> overview);

private:
    void showLabels();

    std::shared_ptr<const Overview> m_overview;
    QListView *m_list;
    QStandardItemModel *m_model;
    TextLabel *m_sentence;
};

} // namespace luthier
