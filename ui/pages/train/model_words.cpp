// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/model_words.h"

#include "core/base/message_json.h"
#include "ui/shell/words.h"

#include <QCoreApplication>
#include <QDir>

namespace luthier::modelWords {

QString nameOf(const QString &folder)
{
    return QDir(folder).dirName();
}

QString weights(int64_t count)
{
    constexpr double million = 1e6, thousands = 1e5;
    if (double(count) < thousands)
        return QCoreApplication::translate("ModelWords", "%1 weights").arg(words::whole(count));
    const double millions = double(count) / million;
    return QCoreApplication::translate("ModelWords", "%1 million weights")
        .arg(words::fixed(millions, millions < 1     ? 2
                                    : millions < 100 ? 1
                                                     : 0));
}

QString size(const Json &facts)
{
    const int64_t count = facts.value("parameters", int64_t(0));
    const int64_t blocks = facts.value("blocks", int64_t(0));
    if (count == 0)
        return {};
    if (blocks == 0)
        return weights(count);
    return QCoreApplication::translate("ModelWords", "%1, %n block(s)", nullptr, int(blocks))
        .arg(weights(count));
}

std::optional<QString> refusal(const Json &facts)
{
    for (const Json &problem : facts.value("problems", Json::array()))
        if (problem.value("severity", "") == "error")
            return words::of(messageFrom(problem));
    if (facts.value("kind", "") != "model")
        return QCoreApplication::translate(
            "ModelWords",
            "This folder holds no model. A model has a config.json beside its weights.");
    return std::nullopt;
}

QString warnings(const Json &facts)
{
    QStringList out;
    for (const Json &problem : facts.value("problems", Json::array()))
        if (problem.value("severity", "") == "warning")
            out.append(words::of(messageFrom(problem)));
    return out.join(u'\n');
}

} // namespace luthier::modelWords
