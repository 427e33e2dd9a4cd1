// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <utility>
#include <vector>

class QGridLayout;

namespace luthier {

/// Names and values in two columns: "Size   22.7 million weights, 91 MB".
class FactsGrid : public QWidget
{
    Q_OBJECT

public:
    using Facts = std::vector<std::pair<QString, QString>>;

    explicit FactsGrid(QWidget *parent = nullptr);

    /// Facts without a value are left out.
    void setFacts(const Facts &facts);

private:
    QGridLayout *m_layout;
    Facts m_facts;
};

} // namespace luthier
