// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_arguments.h"
#include "app/cli/stop_signals.h"
#include "app/cli/subcommand.h"
#include "core/base/files.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <iterator>

namespace luthier {

namespace {

struct PredictOptions
{
    ModelArguments model;
    PredictRequest request;
    std::string input, output;
};

std::vector<std::string> linesOfStandardInput()
{
    std::vector<std::string> out;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        out.push_back(line);
    }
    return out;
}

void declare(CLI::App &app, PredictOptions &options)
{
    options.model.add(app);
    CLI::Option *input = app.add_option("--input", options.input,
                                        "Data file, or - for one text a line from standard input")
                             ->type_name("FILE|-");
    CLI::Option *text = app.add_option("--text", options.request.texts,
                                       "A text to answer; may be given more than once")
                            ->allow_extra_args(false)
                            ->excludes(input);
    app.add_option("--output", options.output, "File for the answers; default: standard output")
        ->type_name("FILE");
    app.add_option("--text-column", options.request.textColumn,
                   "Column of the texts; default: guessed")
        ->type_name("COLUMN")
        ->excludes(text);
    app.add_option("--pair-column", options.request.pairColumn, "Column of the second texts")
        ->type_name("COLUMN")
        ->excludes(text);
    app.add_flag("--logits", options.request.logits,
                 "Also the raw scores, in the order of the labels");
    app.add_flag("--all-scores", options.request.allScores, "Also the probability of every label");
}

PredictRequest requestOf(const PredictOptions &options)
{
    PredictRequest out = options.request;
    out.model = options.model.read();
    if (options.input == "-")
        out.texts = linesOfStandardInput();
    else
        out.input = options.input;
    return out;
}

/// Returns the number of rows, or throws what stopped it.
int64_t answer(const PredictRequest &request, std::stop_token stop,
               const std::function<void(const std::string &)> &write)
{
    const auto rows = predict(request, stop, [&](const Json &row) { write(row.dump() + "\n"); });
    if (!rows)
        throw rows.error();
    return rows.value();
}

ExitStatus runPredict(const PredictOptions &options)
{
    if (options.input.empty() && options.request.texts.empty())
        throw failure("cli.nothing_to_predict",
                      LUTHIER_MESSAGE("Name what to answer with --input FILE or --text TEXT."), {},
                      Error::Code::Usage);
    const std::stop_source stop = stopOnSignals();
    const PredictRequest request = requestOf(options);
    if (options.output.empty()) {
        answer(request, stop.get_token(), [](const std::string &line) { std::cout << line; });
    } else {
        files::Writer writer(options.output);
        answer(request, stop.get_token(),
               [&](const std::string &line) { writer.write(std::string_view(line)); });
        writer.commit();
    }
    return exitDone;
}

} // namespace

Action addPredict(CLI::App &app)
{
    auto options = std::make_shared<PredictOptions>();
    declare(app, *options);
    return [options] { return runPredict(*options); };
}

} // namespace luthier
