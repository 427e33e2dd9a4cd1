// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tried_runs.h"

#include "core/weights/safetensors.h"
#include "tests/support/tiny_run.h"

#include <QFile>

namespace luthier {

namespace fs = std::filesystem;

fs::path headlessModel(const SessionFixture &fixture, const char *name)
{
    const fs::path model = fixture.path("models") / name;
    fs::create_directories(model.parent_path());
    fs::copy(fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full/model", model);
    const SafetensorsFile stored = SafetensorsFile::open(model / "model.safetensors");
    std::vector<std::vector<float>> kept;
    std::vector<TensorEntry> entries;
    for (const auto &[tensor, info] : stored.tensors()) {
        if (tensor.starts_with("classifier"))
            continue;
        kept.emplace_back(info.elements());
        stored.readAsFloat(info, kept.back());
        entries.push_back({tensor, DType::F32, info.shape, std::as_bytes(std::span(kept.back()))});
    }
    writeSafetensors(model / "model.safetensors", entries);
    return model;
}

Json triedPlan(const char *method, const fs::path &model)
{
    Json plan = tinyPlan({{"type", method}}, {{"learning_rate", 5e-3}, {"max_steps", 60}});
    plan["dataset"]["test"] = plan["dataset"]["validation"];
    if (!model.empty())
        plan["model"]["path"] = model.string();
    return plan;
}

Json pairPlan(const SessionFixture &fixture)
{
    Json plan = triedPlan("full");
    const auto file = QString::fromStdString(fixture.path("pairs.csv").string());
    QFile pairs(file), rows(QString::fromStdString(plan["dataset"]["train"].get<std::string>()));
    pairs.open(QIODevice::WriteOnly);
    rows.open(QIODevice::ReadOnly);
    rows.readLine();
    pairs.write("first,second,label\n");
    while (!rows.atEnd())
        pairs.write("\"is it more fire\"," + rows.readLine());
    pairs.close();
    plan["dataset"] = {
        {"train", file.toStdString()},
        {"validation", file.toStdString()},
        {"columns", {{"text", "first"}, {"text_pair", "second"}, {"label", "label"}}}};
    return plan;
}

fs::path severalFile()
{
    return fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-several/test.csv";
}

Json severalPlan()
{
    Json plan = triedPlan("full");
    plan["training"]["problem_type"] = "multi_label_classification";
    plan["dataset"]["train"] = (severalFile().parent_path() / "train.csv").string();
    plan["dataset"]["validation"] = severalFile().string();
    plan["dataset"]["test"] = severalFile().string();
    return plan;
}

void trainRun(const SessionFixture &fixture, const char *name, const Json &plan)
{
    fs::create_directories(fixture.path("runs"));
    Json named = plan;
    named["name"] = name;
    const TinyRun run = runTiny(named, fixture.run(name));
    if (run.error)
        qFatal("%s", run.error->message.english().c_str());
}

} // namespace luthier
