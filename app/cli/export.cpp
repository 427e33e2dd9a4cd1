// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fresh_process.h"
#include "app/cli/model_arguments.h"
#include "app/cli/stop_signals.h"
#include "app/cli/subcommand.h"
#include "app/cli/words.h"
#include "app/cli/workspace.h"
#include "core/base/error.h"
#include "core/publish/export_model.h"
#include "core/publish/proof.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr int64_t proofRows = 200;

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

/// What a fresh process answers to `input` with the exported model; its answers go to `output`.
std::vector<Json> freshAnswers(const fs::path &model, const PredictRequest &asked,
                               const fs::path &output)
{
    std::vector<std::string> arguments{"predict",   "--model",       model.string(),   "--input",
                                       asked.input, "--text-column", asked.textColumn, "--logits",
                                       "--output",  output.string()};
    if (!asked.pairColumn.empty())
        arguments.insert(arguments.end(), {"--pair-column", asked.pairColumn});
    if (runFresh(arguments) != 0)
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

class TemporaryFolder
{
public:
    TemporaryFolder()
    {
        std::string name = (fs::temp_directory_path() / "luthier-proof-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            throw failure("publish.no_room",
                          LUTHIER_MESSAGE("Nothing can be written to {folder}, where an export is "
                                          "proven; set TMPDIR to another folder."),
                          {{"folder", fs::temp_directory_path().string()}});
        m_path = name;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;

    fs::path operator/(const char *name) const { return m_path / name; }

private:
    fs::path m_path;
};

/// Rows that both models answer, in a folder that goes with this.
class Proof
{
public:
    Proof(const ModelRequest &tuned, std::stop_token stop) : m_stop(stop)
    {
        const fs::path input = m_folder / "rows.jsonl";
        const auto rows = writeProofRows(tuned.model, proofRows, input, stop);
        if (!rows)
            throw rows.error();
        m_asked = {.model = tuned,
                   .input = input,
                   .textColumn = rows.value().textColumn,
                   .pairColumn = rows.value().pairColumn,
                   .logits = true};
    }

    Json of(const fs::path &exported) const
    {
        return compareAnswers(answersOf(m_asked, m_stop),
                              freshAnswers(exported, m_asked, m_folder / "answers.jsonl"));
    }

private:
    std::stop_token m_stop;
    TemporaryFolder m_folder;
    PredictRequest m_asked;
};

void print(const Json &proof, int64_t bytes, const std::string &output)
{
    std::cout << output << ": " << words::bytes(double(bytes)) << ", "
              << words::whole(proof["agreeing"]) << " of " << words::whole(proof["rows"])
              << " rows answered alike by a fresh process"
              << (proof["rows"] < proofRows
                      ? " (the data set has fewer than " + words::whole(proofRows) + ")"
                      : "")
              << ", largest difference of a score " << words::number(proof["largest_difference"])
              << '\n';
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
    const Proof rows(model, stop.get_token());
    const auto bytes = exportModel({.model = model, .output = options.output});
    if (!bytes)
        throw bytes.error();
    Json proof = rows.of(options.output);
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
