// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace luthier {

class ViewState;

/// A splitter whose handles stay where the user left them, also after a restart. A double click on
/// a handle puts all back. No pane can be closed by dragging.
class KeptSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit KeptSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

    /// Once all panes are in. `key`: place in the view's state. `shares`: sizes of the panes at
    /// first, in any unit. What is left while the splitter lies the other way is not remembered.
    void remember(ViewState &view, const QString &key, const QList<int> &shares);
    /// As the user left it, or as it was at first; nothing before `remember`.
    void restore();

Q_SIGNALS:
    /// A handle was moved or put back by the user.
    void moved();

protected:
    QSplitterHandle *createHandle() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void putBack();

    ViewState *m_view = nullptr;
    QString m_key;
    QList<int> m_shares;
    Qt::Orientation m_kept;
    bool m_isPutBack = false; ///< by a click whose button is still down
};

} // namespace luthier
