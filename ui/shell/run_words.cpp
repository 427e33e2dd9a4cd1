// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/run_words.h"

#include "core/methods/catalog.h"
#include "core/runs/training_parameters.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

#include <algorithm>

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

QString settingName(const std::string &key)
{
    const auto named = [&key](const std::vector<Parameter> &parameters) -> QString {
        const auto found = std::ranges::find(parameters, key, &Parameter::id);
        return found == parameters.end() || found->label.empty() ? QString()
                                                                 : words::of(found->label);
    };
    if (const QString name = named(trainingParameters()); !name.isEmpty())
        return name;
    for (const Descriptor &method : methodDescriptors())
        if (const QString name = named(method.parameters); !name.isEmpty())
            return name;
    return QString::fromStdString(key);
}

QString settingValue(const Json &value)
{
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    if (value.is_number_integer())
        return words::whole(value.get<qint64>());
    if (value.is_number())
        return words::number(value.get<double>(), 6);
    if (value.is_boolean())
        return value.get<bool>() ? QCoreApplication::translate("RunWords", "yes")
                                 : QCoreApplication::translate("RunWords", "no");
    if (value.is_null())
        return QCoreApplication::translate("RunWords", "not set");
    if (value.is_array()) {
        QStringList all;
        for (const Json &each : value)
            all << settingValue(each);
        return all.join(QStringLiteral(", "));
    }
    return QString::fromStdString(value.dump());
}

} // namespace luthier
