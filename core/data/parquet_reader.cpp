// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/parquet_reader.h"

#include "core/data/arrow_rows.h"

#include <arrow/api.h>
#include <arrow/io/interfaces.h>
#include <parquet/arrow/reader.h>
#include <parquet/exception.h>
#include <parquet/file_reader.h>

namespace luthier {

namespace {

constexpr int64_t rowsAtOnce = 8192;
constexpr int32_t mostMetadata = 64 << 20;

Table readRows(ArrowRows &rows, std::stop_token stop, const ProgressHandler &onProgress)
{
    parquet::ReaderProperties properties(rows.pool());
    properties.enable_buffered_stream();
    properties.set_thrift_string_size_limit(mostMetadata);
    parquet::ArrowReaderProperties arrowProperties(/*use_threads=*/false);
    arrowProperties.set_batch_size(rowsAtOnce);
    // Reading ahead goes on in threads of its own, which would outlive the file's memory pool.
    arrowProperties.set_pre_buffer(false);
    parquet::arrow::FileReaderBuilder builder;
    rows.check(builder.Open(rows.file(), properties));
    builder.memory_pool(rows.pool());
    builder.properties(arrowProperties);
    std::unique_ptr<parquet::arrow::FileReader> file;
    rows.check(builder.Build(&file));
    auto batches = file->GetRecordBatchReader();
    rows.check(batches.status());
    const int64_t count = file->parquet_reader()->metadata()->num_rows();
    return rows.read(**batches, count, std::move(stop), onProgress);
}

Table readParquet(const std::filesystem::path &path, const ReadOptions &, std::stop_token stop,
                  const ProgressHandler &onProgress)
{
    ArrowRows rows(path, "Parquet");
    try {
        return readRows(rows, std::move(stop), onProgress);
    } catch (const parquet::ParquetStatusException &fault) {
        rows.check(fault.status());
        throw;
    } catch (const parquet::ParquetException &fault) {
        rows.check(arrow::Status::Invalid(fault.what()));
        throw;
    }
}

} // namespace

Reader parquetReader()
{
    return {
        .descriptor = {.id = "parquet",
                       .name = "Parquet",
                       .summary =
                           LUTHIER_MESSAGE("A Parquet file: a table in compressed columns.")},
        .extensions = {"parquet"},
        .recognises = [](const std::filesystem::path &,
                         std::string_view head) { return head.starts_with("PAR1"); },
        .read = readParquet,
    };
}

} // namespace luthier
