// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "ui/widgets/card.h"

#include <array>

class QLineEdit;
class QPushButton;

namespace luthier {

class TextLabel;

/// Files of their own for checking and for the last test, where the rows are not parted here.
class PartFiles : public Card
{
    Q_OBJECT

public:
    explicit PartFiles(QWidget *parent = nullptr);

    void setTexts();
    /// "dataset" of the plan, and what to know of its files; empty: nothing.
    void setFiles(const Json &dataset, const QStringList &notes);

Q_SIGNALS:
    /// `key`: "validation" or "test"; an empty file: none.
    void chosen(const std::string &key, const QString &file);
    /// The file is to be looked for; begins where `file` is.
    void browsed(const std::string &key, const QString &file);

private:
    struct Line
    {
        const char *key;
        TextLabel *name = nullptr, *note = nullptr;
        QLineEdit *file = nullptr;
        QPushButton *browse = nullptr;
        QString planned{};
    };

    void addLine(size_t index);
    void take(size_t index);

    std::array<Line, 2> m_lines{Line{"validation"}, Line{"test"}};
    TextLabel *m_notes;
};

} // namespace luthier
