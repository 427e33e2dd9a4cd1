// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace luthier {

class EmptyState;

/// Stands where a route names a page that this version does not have.
class UnknownPage : public Page
{
    Q_OBJECT

public:
    explicit UnknownPage(QWidget *parent = nullptr);

    void open(const Route &route) override;
    QWidget *firstFocus() override;

protected:
    void setTexts() override;

private:
    QString m_name;
    EmptyState *m_state;
};

} // namespace luthier
