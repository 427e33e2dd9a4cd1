// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/run_words.h"

#include "core/methods/catalog.h"
#include "core/runs/training_parameters.h"
#include "ui/shell/choice_words.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace luthier {

namespace {

/// What the catalogs say of a setting.
std::optional<Parameter> parameterOf(const std::string &key)
{
    const auto in = [&key](const std::vector<Parameter> &parameters) -> std::optional<Parameter> {
        const auto found = std::ranges::find_if(parameters, [&key](const Parameter &parameter) {
            return parameter.id == key && !parameter.label.empty();
        });
        return found == parameters.end() ? std::nullopt : std::optional(*found);
    };
    if (auto found = in(trainingParameters()))
        return found;
    for (const Descriptor &method : methodDescriptors())
        if (auto found = in(method.parameters))
            return found;
    return std::nullopt;
}

} // namespace

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
    const auto parameter = parameterOf(key);
    return parameter ? words::of(parameter->label) : QString::fromStdString(key);
}

QString settingValue(const std::string &key, const Json &value)
{
    if (value.is_string()) {
        const auto parameter = parameterOf(key);
        return parameter && isChoice(*parameter, value)
                   ? choiceWords(value)
                   : QString::fromStdString(value.get<std::string>());
    }
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
            all << settingValue(key, each);
        return all.join(QStringLiteral(", "));
    }
    return QString::fromStdString(value.dump());
}

} // namespace luthier
