// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/run_words.h"

#include "core/methods/catalog.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

namespace luthier {

StateLook lookOf(RunState state)
{
    const auto word = [](const char *english) {
        return QCoreApplication::translate("RunState", english);
    };
    using Token = Theme::Token;
    switch (state) {
    case RunState::Running:
        return {word(QT_TRANSLATE_NOOP("RunState", "Running")), QStringLiteral("play"),
                Token::AccentText};
    case RunState::Done:
        return {word(QT_TRANSLATE_NOOP("RunState", "Done")), QStringLiteral("check"), Token::Good};
    case RunState::Stopped:
        return {word(QT_TRANSLATE_NOOP("RunState", "Stopped")), QStringLiteral("stop"),
                Token::SecondaryText};
    case RunState::Failed:
        return {word(QT_TRANSLATE_NOOP("RunState", "Failed")), QStringLiteral("error"),
                Token::Error};
    case RunState::Interrupted:
        return {word(QT_TRANSLATE_NOOP("RunState", "Interrupted")), QStringLiteral("pause"),
                Token::Info};
    case RunState::Missing:
        break;
    }
    return {word(QT_TRANSLATE_NOOP("RunState", "Folder is gone")), QStringLiteral("help"),
            Token::Warning};
}

QString methodName(const std::string &id)
{
    for (const Descriptor &method : methodDescriptors())
        if (method.id == id)
            return words::of(method.name);
    return QString::fromStdString(id);
}

} // namespace luthier
