// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace luthier {

class TextLabel;

/// A white ground with a hairline and round corners: a title row, tools at its end, and a body.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    /// Also the accessible name. The title row is hidden while it holds nothing.
    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    /// Takes `tools`; they stand at the end of the title row.
    void setTools(QWidget *tools);
    /// Margins: two units at the sides and below. A table sets them to 1 pixel.
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showTitleRow();

    QWidget *m_titleRow;
    TextLabel *m_title;
    TextLabel *m_subtitle;
    QWidget *m_tools = nullptr;
    QVBoxLayout *m_body;
};

} // namespace luthier
