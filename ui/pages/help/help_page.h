// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/session/app_context.h"

#include <vector>

namespace luthier {

class Card;
class PageHeader;
class TextLabel;

/// Words of the field, and every key.
class HelpPage : public Page
{
    Q_OBJECT

public:
    explicit HelpPage(QWidget *parent = nullptr);

    void open(const Route &route) override;
    QWidget *firstFocus() override;

protected:
    void setTexts() override;

private:
    struct Row
    {
        TextLabel *name, *meaning;
        void set(const QString &left, const QString &right) const;
    };

    std::vector<Row> addRows(Card *card, size_t count);

    PageHeader *m_header;
    Card *m_words, *m_keys;
    std::vector<Row> m_wordRows, m_keyRows;
};

Page *createHelpPage(const AppContext &context);

} // namespace luthier
