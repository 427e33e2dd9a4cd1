// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <filesystem>
#include <fstream>
#include <span>
#include <string>

namespace luthier {

/// The run's numbers as TensorBoard reads them: `events.out.tfevents.<seconds>.luthier` in the run
/// folder, with the tags that transformers writes (train/loss, eval/accuracy, ...;
/// integrations/integration_utils.py, rewrite_logs). Format: TFRecord (tensorflow
/// core/lib/io/record_writer.h) around Event messages (core/util/event.proto), scalars as
/// simple_value. Made from events.jsonl, which stays the truth: a disk that is full ends this file
/// and not the run, and a run that goes on writes it anew.
class TensorBoardLog
{
public:
    /// Opens the file of the run folder, or begins one. `now`: seconds since 1970.
    TensorBoardLog(const std::filesystem::path &runFolder, double now);

    /// Adds the numbers of "step" and "evaluation" events.
    void append(std::span<const Json> events, double now);
    /// Begins again with these events: what a run that goes on has taken back is gone.
    void rewrite(std::span<const Json> events, double now);

private:
    std::filesystem::path m_path;
    std::ofstream m_file;
};

/// One TFRecord: length, masked CRC-32C of it, data, masked CRC-32C of that; little endian.
std::string tfRecord(std::string_view data);

} // namespace luthier
