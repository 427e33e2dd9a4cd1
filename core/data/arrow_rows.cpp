// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/arrow_rows.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/data/stop_check.h"
#include "core/data/text_bytes.h"

#include <arrow/api.h>
#include <arrow/io/file.h>
#include <arrow/util/future.h>

#include <array>
#include <charconv>

namespace luthier {

namespace {

constexpr int64_t leastMemory = int64_t(1) << 30;
constexpr int64_t memoryPerByte = 50;
constexpr int64_t mostRows = 200'000'000;

template <typename Number>
std::string written(Number number)
{
    std::array<char, 64> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return std::string(text.data(), end);
}

template <typename Array>
std::string numberAt(const arrow::Array &array, int64_t row)
{
    return written(static_cast<const Array &>(array).Value(row));
}

std::string textAt(const arrow::Array &array, int64_t row);

/// As JSON, so that it reads like a list of a JSON file.
std::string listAt(const arrow::Array &items)
{
    const bool numbers = arrow::is_numeric(items.type_id());
    std::string out = "[";
    for (int64_t i = 0; i < items.length(); ++i) {
        const std::string text = items.IsNull(i) ? "null" : textAt(items, i);
        const bool bare = numbers || items.IsNull(i) || items.type_id() == arrow::Type::BOOL ||
                          arrow::is_list_like(items.type_id());
        out += (i == 0 ? "" : ", ") +
               (bare ? text : Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
    }
    return out + "]";
}

std::string textAt(const arrow::Array &array, int64_t row)
{
    using Type = arrow::Type;
    switch (array.type_id()) {
    case Type::STRING:
    case Type::BINARY:
        return std::string(static_cast<const arrow::BinaryArray &>(array).GetView(row));
    case Type::LARGE_STRING:
    case Type::LARGE_BINARY:
        return std::string(static_cast<const arrow::LargeBinaryArray &>(array).GetView(row));
    case Type::STRING_VIEW:
    case Type::BINARY_VIEW:
        return std::string(static_cast<const arrow::BinaryViewArray &>(array).GetView(row));
    case Type::BOOL:
        return static_cast<const arrow::BooleanArray &>(array).Value(row) ? "true" : "false";
    case Type::INT8:
        return written(int(static_cast<const arrow::Int8Array &>(array).Value(row)));
    case Type::UINT8:
        return written(int(static_cast<const arrow::UInt8Array &>(array).Value(row)));
    case Type::INT16:
        return numberAt<arrow::Int16Array>(array, row);
    case Type::UINT16:
        return numberAt<arrow::UInt16Array>(array, row);
    case Type::INT32:
        return numberAt<arrow::Int32Array>(array, row);
    case Type::UINT32:
        return numberAt<arrow::UInt32Array>(array, row);
    case Type::INT64:
        return numberAt<arrow::Int64Array>(array, row);
    case Type::UINT64:
        return numberAt<arrow::UInt64Array>(array, row);
    case Type::FLOAT:
        return numberAt<arrow::FloatArray>(array, row);
    case Type::DOUBLE:
        return numberAt<arrow::DoubleArray>(array, row);
    case Type::DICTIONARY: {
        const auto &words = static_cast<const arrow::DictionaryArray &>(array);
        const int64_t at = words.GetValueIndex(row);
        return words.dictionary()->IsNull(at) ? std::string() : textAt(*words.dictionary(), at);
    }
    case Type::LIST:
        return listAt(*static_cast<const arrow::ListArray &>(array).value_slice(row));
    case Type::LARGE_LIST:
        return listAt(*static_cast<const arrow::LargeListArray &>(array).value_slice(row));
    case Type::FIXED_SIZE_LIST:
        return listAt(*static_cast<const arrow::FixedSizeListArray &>(array).value_slice(row));
    default:
        break;
    }
    const auto scalar = array.GetScalar(row);
    return scalar.ok() ? (*scalar)->ToString() : std::string();
}

/// A file that is read where it is asked for. Arrow's own would read in threads that may outlive
/// its memory pool.
class DirectFile : public arrow::io::RandomAccessFile
{
public:
    using Bytes = std::shared_ptr<arrow::Buffer>;

    explicit DirectFile(std::shared_ptr<arrow::io::ReadableFile> file) : m_file(std::move(file)) {}

    arrow::Status Close() override { return m_file->Close(); }
    bool closed() const override { return m_file->closed(); }
    arrow::Result<int64_t> Tell() const override { return m_file->Tell(); }
    arrow::Status Seek(int64_t position) override { return m_file->Seek(position); }
    arrow::Result<int64_t> GetSize() override { return m_file->GetSize(); }
    arrow::Result<int64_t> Read(int64_t bytes, void *out) override
    {
        return m_file->Read(bytes, out);
    }
    arrow::Result<Bytes> Read(int64_t bytes) override { return m_file->Read(bytes); }
    arrow::Result<int64_t> ReadAt(int64_t position, int64_t bytes, void *out) override
    {
        return m_file->ReadAt(position, bytes, out);
    }
    arrow::Result<Bytes> ReadAt(int64_t position, int64_t bytes) override
    {
        return m_file->ReadAt(position, bytes);
    }
    arrow::Future<Bytes> ReadAsync(const arrow::io::IOContext &, int64_t position, int64_t bytes,
                                   bool allowShort) override
    {
        return arrow::Future<Bytes>::MakeFinished(
            RandomAccessFile::ReadAt(position, bytes, allowShort));
    }
    arrow::Future<Bytes> ReadAsync(const arrow::io::IOContext &, int64_t position,
                                   int64_t bytes) override
    {
        return arrow::Future<Bytes>::MakeFinished(ReadAt(position, bytes));
    }

private:
    std::shared_ptr<arrow::io::ReadableFile> m_file;
};

} // namespace

struct ArrowRows::Source
{
    explicit Source(int64_t bytes)
        : bytes(bytes), limit(std::max(leastMemory, memoryPerByte * bytes)),
          pool(arrow::system_memory_pool(), limit)
    {
    }

    int64_t bytes;
    int64_t limit;
    arrow::CappedMemoryPool pool;
    std::shared_ptr<arrow::io::RandomAccessFile> file;
};

ArrowRows::ArrowRows(const std::filesystem::path &path, std::string format)
    : m_path(path), m_format(std::move(format))
{
    m_source = std::make_unique<Source>(int64_t(std::filesystem::file_size(path)));
    auto opened = arrow::io::ReadableFile::Open(path.string(), &m_source->pool);
    check(opened.status());
    m_source->file = std::make_shared<DirectFile>(*opened);
}

ArrowRows::~ArrowRows() = default;

std::shared_ptr<arrow::io::RandomAccessFile> ArrowRows::file() const
{
    return m_source->file;
}

arrow::MemoryPool *ArrowRows::pool() const
{
    return &m_source->pool;
}

void ArrowRows::check(const arrow::Status &status) const
{
    if (status.ok())
        return;
    if (status.IsOutOfMemory())
        throw failure("data.asks_for_memory",
                      LUTHIER_MESSAGE("{file} asks for more than {limit} bytes of memory, far more "
                                      "than its size; it is damaged, or has to be split."),
                      {{"file", m_path.string()}, {"limit", m_source->limit}});
    throw Error(Message{"data.damaged",
                        LUTHIER_MESSAGE("{file} is not sound {format}; write it anew, or save it "
                                        "as CSV (UTF-8)."),
                        {{"file", m_path.string()}, {"format", m_format}}},
                Error::Code::BadInput, status.ToString());
}

void ArrowRows::makeColumns(const arrow::Schema &schema, TableBuilder &builder) const
{
    if (schema.num_fields() == 0)
        throw failure("data.no_columns",
                      LUTHIER_MESSAGE("{file} has no columns; choose a file with rows."),
                      {{"file", m_path.string()}});
    for (const auto &field : schema.fields())
        builder.column(field->name().empty() ? "column " + std::to_string(builder.columnCount() + 1)
                                             : field->name());
    if (builder.columnCount() != schema.num_fields())
        throw failure("data.column_twice",
                      LUTHIER_MESSAGE("{file} has two columns of one name; rename one of them."),
                      {{"file", m_path.string()}});
}

void ArrowRows::takeRow(const arrow::RecordBatch &batch, int64_t at, int64_t row,
                        TableBuilder &builder)
{
    std::vector<std::optional<std::string>> cells(size_t(batch.num_columns()));
    for (size_t column = 0; column < cells.size(); ++column) {
        const arrow::Array &array = *batch.column(int(column));
        if (array.IsNull(at))
            continue;
        cells[column] = textAt(array, at);
        m_taken += int64_t(cells[column]->size());
        if (faultIn(*cells[column]) != TextFault::None)
            return builder.keepAside(
                row, 1,
                {"data.row_not_text",
                 LUTHIER_MESSAGE("Row {row}: column {column} holds bytes that are no UTF-8 text."),
                 {{"row", row}, {"column", builder.columnName(int(column))}}});
    }
    if (m_taken > m_source->limit)
        check(arrow::Status::OutOfMemory("text"));
    for (size_t column = 0; column < cells.size(); ++column)
        if (cells[column])
            builder.set(int(column), *cells[column]);
    builder.endRow(row);
}

Table ArrowRows::read(arrow::RecordBatchReader &batches, int64_t rows, std::stop_token stop,
                      const ProgressHandler &onProgress)
{
    TableBuilder builder(m_path.filename().string());
    builder.facts().bytes = uint64_t(m_source->bytes);
    makeColumns(*batches.schema(), builder);
    const Message phase{
        "data.reading", LUTHIER_MESSAGE("Reading {file}"), {{"file", m_path.filename().string()}}};
    StopCheck stopCheck(stop, onProgress, phase, rows);
    for (int64_t row = 1;;) {
        std::shared_ptr<arrow::RecordBatch> batch;
        check(batches.ReadNext(&batch));
        if (!batch)
            return builder.finish();
        check(batch->ValidateFull());
        if (batch->num_rows() > mostRows - row)
            check(arrow::Status::OutOfMemory("rows"));
        for (int64_t at = 0; at < batch->num_rows(); ++at, ++row) {
            stopCheck.step();
            takeRow(*batch, at, row, builder);
        }
    }
}

} // namespace luthier
