// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fresh_process.h"
#include "app/cli/model_arguments.h"
#include "app/cli/stop_signals.h"
#include "app/cli/subcommand.h"
#include "app/cli/words.h"
#include "app/cli/workspace.h"
#include "core/base/files.h"
#include "core/publish/export_model.h"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>

#include <unistd.h>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr size_t proofRows = 200;

struct ExportOptions
{
    std::string run, format = "huggingface", output, base, workspace;
    bool json = false;
};

std::vector<Json> answersOf(const PredictRequest &request, std::stop_token stop)
{
    std::vector<Json> rows;
    const auto done = predict(request, stop, [&](const Json &row) { rows.push_back(row); });
    if (!done)
        throw done.error();
    return rows;
}

/// What a fresh process answers with the exported model; its files stay in `folder`.
std::vector<Json> freshAnswers(const fs::path &model, const std::vector<std::string> &texts,
                               const fs::path &folder)
{
    const fs::path input = folder / "proof.jsonl", output = folder / "proof-answers.jsonl";
    std::string lines;
    for (const std::string &text : texts)
        lines += Json{{"text", text}}.dump() + "\n";
    files::writeWhole(input, lines);
    const int status = runFresh({"predict", "--model", model.string(), "--input", input.string(),
                                 "--text-column", "text", "--logits", "--output", output.string()});
    if (status != 0)
        throw failure("publish.unreadable",
                      LUTHIER_MESSAGE("The exported model in {folder} could not be read again; do "
                                      "not use it."),
                      {{"folder", model.string()}}, Error::Code::Failed);
    std::vector<Json> rows;
    std::ifstream stream(output);
    for (std::string line; std::getline(stream, line);)
        rows.push_back(Json::parse(line));
    return rows;
}

Json prove(const ModelRequest &tuned, const fs::path &exported, std::stop_token stop)
{
    const auto texts = proofTexts(tuned.model, proofRows, stop);
    if (!texts)
        throw texts.error();
    const fs::path folder =
        fs::temp_directory_path() / ("luthier-proof-" + std::to_string(::getpid()));
    fs::create_directory(folder);
    const std::shared_ptr<void> clear(nullptr, [&](void *) {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    });
    return compareAnswers(answersOf({.model = tuned, .texts = texts.value(), .logits = true}, stop),
                          freshAnswers(exported, texts.value(), folder));
}

void print(const Json &proof, int64_t bytes, const std::string &output)
{
    std::cout << output << ": " << words::bytes(double(bytes)) << ", "
              << words::whole(proof["agreeing"]) << " of " << words::whole(proof["rows"])
              << " rows answered alike by a fresh process, largest difference of a score "
              << words::number(proof["largest_difference"]) << '\n';
}

ExitStatus runExport(const ExportOptions &options)
{
    const std::stop_source stop = stopOnSignals();
    ModelRequest model;
    model.workspace = workspaceFolder(options.workspace);
    model.model = modelOrRun(options.run, *model.workspace);
    if (!options.base.empty())
        model.base = options.base;
    if (!fs::exists(model.model / "run.json"))
        throw failure("publish.no_run",
                      LUTHIER_MESSAGE("{run} is no run, so there are no rows to prove an export "
                                      "with; name a run or its folder."),
                      {{"run", options.run}});
    const auto bytes = exportModel({.model = model, .output = options.output});
    if (!bytes)
        throw bytes.error();
    Json proof = prove(model, options.output, stop.get_token());
    proof["output"] = fs::absolute(options.output).string();
    proof["bytes"] = bytes.value();
    if (options.json)
        std::cout << proof.dump() << '\n';
    else
        print(proof, bytes.value(), options.output);
    if (!proof["proven"].get<bool>())
        throw failure("publish.differs",
                      LUTHIER_MESSAGE("The exported model in {folder} does not answer as the tuned "
                                      "one does; do not use it."),
                      {{"folder", options.output}}, Error::Code::Failed);
    return exitDone;
}

} // namespace

Action addExport(CLI::App &app)
{
    auto options = std::make_shared<ExportOptions>();
    app.add_option("RUN", options->run, "Run, by name or folder; its best step is exported")
        ->required();
    app.add_option("--format", options->format, "Form of the export")
        ->check(CLI::IsMember({"huggingface"}))
        ->capture_default_str();
    app.add_option("--output", options->output, "New folder for the model")
        ->required()
        ->type_name("DIR");
    app.add_option("--base", options->base, "Base model of an adapter, when it is not found")
        ->type_name("DIR");
    app.add_flag("--json", options->json, "One JSON object with the proof");
    addWorkspaceOption(app, options->workspace);
    return [options] { return runExport(*options); };
}

} // namespace luthier
