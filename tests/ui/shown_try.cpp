// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shown_try.h"

#include "core/evaluate/predict.h"

namespace luthier {

namespace fs = std::filesystem;

Json predicted(const fs::path &model, const QString &text)
{
    Json out;
    const auto done =
        predict({.model = {.model = model}, .texts = {text.toStdString()}, .allScores = true}, {},
                [&](const Json &row) { out = row; });
    return done ? out : Json();
}

fs::path baseModel()
{
    return fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full/model";
}

QString testFile()
{
    return QString::fromStdString((baseModel().parent_path() / "test.csv").string());
}

std::vector<Json> predictedRows(const fs::path &model, const fs::path &file)
{
    std::vector<Json> out;
    PredictRequest request{.model = {.model = model}, .allScores = true};
    request.input = file;
    const auto done = predict(request, {}, [&](const Json &row) { out.push_back(row); });
    return done ? out : std::vector<Json>();
}

QString labelsIn(const Json &predicted)
{
    QStringList names;
    for (const Json &name : predicted["labels"])
        names << QString::fromStdString(name);
    return names.isEmpty() ? QStringLiteral("No label") : names.join(QStringLiteral(", "));
}

} // namespace luthier
