// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kept_splitter.h"

#include "ui/session/view_state.h"
#include "ui/shell/theme.h"

#include <QEvent>

namespace luthier {

KeptSplitter::KeptSplitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent), m_kept(orientation)
{
    setChildrenCollapsible(false);
    setHandleWidth(2 * Theme::unit());
    connect(this, &QSplitter::splitterMoved, this, [this] {
        if (m_view && this->orientation() == m_kept)
            m_view->setValue(m_key, saveState());
        Q_EMIT moved();
    });
}

void KeptSplitter::remember(ViewState &view, const QString &key, const QList<int> &shares)
{
    m_view = &view;
    m_key = key;
    m_shares = shares;
    m_kept = orientation();
    restore();
}

void KeptSplitter::restore()
{
    if (!m_view)
        return;
    if (!restoreState(m_view->value(m_key).toByteArray()))
        setSizes(m_shares);
    // The state brings along what it was saved with, also for another size of font.
    setHandleWidth(2 * Theme::unit());
}

void KeptSplitter::putBack()
{
    setSizes(m_shares);
    if (m_view)
        m_view->setValue(m_key, QVariant());
    Q_EMIT moved();
}

QSplitterHandle *KeptSplitter::createHandle()
{
    QSplitterHandle *handle = QSplitter::createHandle();
    handle->installEventFilter(this);
    return handle;
}

bool KeptSplitter::eventFilter(QObject *watched, QEvent *event)
{
    if (!qobject_cast<QSplitterHandle *>(watched))
        return QSplitter::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonDblClick:
        m_isPutBack = true;
        putBack();
        return true;
    case QEvent::MouseMove:
        // The handle has gone away from under the mouse: it must not come after it.
        return m_isPutBack;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
        m_isPutBack = false;
        break;
    default:
        break;
    }
    return QSplitter::eventFilter(watched, event);
}

} // namespace luthier
