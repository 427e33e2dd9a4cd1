// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/arrow_reader.h"

#include "core/data/arrow_rows.h"

#include <arrow/api.h>
#include <arrow/ipc/reader.h>

namespace luthier {

namespace {

/// The batches of a file that can be read in any order, one after the other.
class Batches : public arrow::RecordBatchReader
{
public:
    explicit Batches(std::shared_ptr<arrow::ipc::RecordBatchFileReader> file)
        : m_file(std::move(file))
    {
    }

    std::shared_ptr<arrow::Schema> schema() const override { return m_file->schema(); }

    arrow::Status ReadNext(std::shared_ptr<arrow::RecordBatch> *batch) override
    {
        batch->reset();
        if (m_next == m_file->num_record_batches())
            return arrow::Status::OK();
        return m_file->ReadRecordBatch(m_next++).Value(batch);
    }

private:
    std::shared_ptr<arrow::ipc::RecordBatchFileReader> m_file;
    int m_next = 0;
};

Table readArrow(const std::filesystem::path &path, const ReadOptions &, std::stop_token stop,
                const ProgressHandler &onProgress)
{
    ArrowRows rows(path, "Arrow");
    arrow::ipc::IpcReadOptions options;
    options.memory_pool = rows.pool();
    options.max_recursion_depth = 16;
    options.use_threads = false;
    auto file = arrow::ipc::RecordBatchFileReader::Open(rows.file(), options);
    rows.check(file.status());
    Batches batches(*file);
    return rows.read(batches, 0, std::move(stop), onProgress);
}

} // namespace

Reader arrowReader()
{
    return {
        .descriptor = {.id = "arrow",
                       .name = "Arrow",
                       .summary = LUTHIER_MESSAGE("An Arrow or Feather file: a table in columns.")},
        .extensions = {"arrow", "feather", "ipc"},
        .recognises = [](const std::filesystem::path &,
                         std::string_view head) { return head.starts_with("ARROW1"); },
        .read = readArrow,
    };
}

} // namespace luthier
