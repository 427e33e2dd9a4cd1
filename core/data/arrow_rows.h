// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/data/table_builder.h"

#include <filesystem>
#include <memory>

namespace arrow {
class MemoryPool;
class RecordBatch;
class RecordBatchReader;
class Schema;
class Status;
namespace io {
class RandomAccessFile;
}
} // namespace arrow

namespace luthier {

/// Turns the batches of a binary table (Arrow, Parquet) into rows of text: numbers as JSON writes
/// them, true and false, everything else as Arrow prints it. Nothing of the file is believed: every
/// batch is validated in full, and both what Arrow may take at once and what the text may take in
/// all are bounded by the file's size, so that a few bytes cannot ask for all memory.
class ArrowRows
{
public:
    /// `format`: its name, for messages. Throws when `path` cannot be opened.
    ArrowRows(const std::filesystem::path &path, std::string format);
    ~ArrowRows();

    std::shared_ptr<arrow::io::RandomAccessFile> file() const;
    arrow::MemoryPool *pool() const;
    /// Throws an Error that names the file when `status` is none.
    void check(const arrow::Status &status) const;
    /// `rows`: how many there are to come, for the progress; 0: not known.
    Table read(arrow::RecordBatchReader &batches, int64_t rows, std::stop_token stop,
               const ProgressHandler &onProgress);

private:
    struct Source;

    void makeColumns(const arrow::Schema &schema, TableBuilder &builder) const;
    void takeRow(const arrow::RecordBatch &batch, int64_t at, int64_t row, TableBuilder &builder);

    std::unique_ptr<Source> m_source;
    std::filesystem::path m_path;
    std::string m_format;
    int64_t m_taken = 0; ///< bytes of text
};

} // namespace luthier
