// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/safetensors_header.h"

#include "core/base/checked.h"
#include "core/base/error.h"
#include "core/weights/shown.h"
#include "core/weights/strict_sax.h"

#include <algorithm>
#include <limits>

namespace luthier {

namespace {

bool hasControlCharacter(std::string_view name)
{
    return std::any_of(name.begin(), name.end(), [](char letter) {
        return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
    });
}

class HeaderReader : public StrictSax
{
public:
    HeaderReader(std::string file, uint64_t dataBytes)
        : StrictSax(std::move(file)), m_dataBytes(dataBytes)
    {
    }

    bool start_object(std::size_t) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool key(std::string &name) override;
    bool string(std::string &value) override;
    bool number_unsigned(uint64_t value) override;

    /// Checks the tensors against each other and the data section.
    SafetensorsHeader finish(uint64_t dataStart);

private:
    enum class Place {
        Start,
        Header,
        TensorValue,
        Tensor,
        DTypeValue,
        ShapeValue,
        Shape,
        OffsetsValue,
        Offsets,
        MetadataValue,
        Metadata,
        MetadataText,
        End
    };
    enum Field : unsigned { DTypeField = 1, ShapeField = 2, OffsetsField = 4 };

    [[noreturn]] void unexpected(std::string_view type, std::string_view value) const override;
    [[noreturn]] void refuse(const char *id, const char *text,
                             std::map<std::string, MessageValue> values = {}) const;
    [[noreturn]] void refuseNumber(std::string_view value) const;
    [[noreturn]] void refuseTwice(const std::string &key) const;
    void beginTensor(const std::string &name);
    void beginField(const std::string &name);
    void finishTensor();
    void claim(const TensorInfo &tensor);

    uint64_t m_dataBytes;
    SafetensorsHeader m_header;
    Place m_place = Place::Start;
    bool m_sawMetadata = false;
    std::string m_metadataKey;
    TensorInfo *m_tensor = nullptr;
    unsigned m_fields = 0;
    std::vector<uint64_t> m_offsets;
    uint64_t m_claimed = 0;
    uint64_t m_end = 0;
    std::string m_last; ///< tensor that reaches m_end
};

void HeaderReader::refuse(const char *id, const char *text,
                          std::map<std::string, MessageValue> values) const
{
    values["file"] = file();
    if (m_tensor)
        values["tensor"] = shown(m_tensor->name);
    throw failure(id, text, std::move(values));
}

void HeaderReader::refuseNumber(std::string_view value) const
{
    if (m_place == Place::Shape || m_place == Place::ShapeValue)
        refuse("weights.bad_dimension",
               LUTHIER_MESSAGE(
                   "Tensor {tensor} in {file} has the dimension {value}, which is not a whole "
                   "number from 0 to 2^63-1; the file is damaged, download it again."),
               {{"value", shown(value)}});
    refuse(
        "weights.bad_offset",
        LUTHIER_MESSAGE("Tensor {tensor} in {file} has the data offset {value}, which is not a "
                        "whole number from 0 to 2^63-1; the file is damaged, download it again."),
        {{"value", shown(value)}});
}

void HeaderReader::refuseTwice(const std::string &key) const
{
    refuse("weights.duplicate_key",
           LUTHIER_MESSAGE("The header of {file} names {key} twice; which one is meant cannot be "
                           "told, so save the file anew."),
           {{"key", shown(key)}});
}

void HeaderReader::unexpected(std::string_view type, std::string_view value) const
{
    const bool array = m_place == Place::Shape || m_place == Place::Offsets;
    if (array && type != "array" && type != "object")
        refuseNumber(value.empty() ? type : value);
    refuse("weights.header_layout",
           LUTHIER_MESSAGE("The header of {file} has an unexpected {type} after {count} tensors; "
                           "the file is damaged or no safetensors file, download it again."),
           {{"type", std::string(type)}, {"count", int64_t(m_header.tensors.size())}});
}

bool HeaderReader::start_object(std::size_t)
{
    if (m_place == Place::Start)
        m_place = Place::Header;
    else if (m_place == Place::TensorValue)
        m_place = Place::Tensor;
    else if (m_place == Place::MetadataValue)
        m_place = Place::Metadata;
    else
        unexpected("object", {});
    return true;
}

bool HeaderReader::end_object()
{
    if (m_place == Place::Tensor)
        finishTensor();
    m_place = m_place == Place::Header ? Place::End : Place::Header;
    return true;
}

bool HeaderReader::start_array(std::size_t)
{
    if (m_place == Place::ShapeValue)
        m_place = Place::Shape;
    else if (m_place == Place::OffsetsValue)
        m_place = Place::Offsets;
    else
        unexpected("array", {});
    return true;
}

bool HeaderReader::end_array()
{
    if (m_place == Place::Offsets && m_offsets.size() != 2)
        refuse("weights.offset_count",
               LUTHIER_MESSAGE("Tensor {tensor} in {file} has {count} data offsets instead of 2; "
                               "the file is damaged, download it again."),
               {{"count", int64_t(m_offsets.size())}});
    m_place = Place::Tensor;
    return true;
}

bool HeaderReader::key(std::string &name)
{
    if (m_place == Place::Header) {
        beginTensor(name);
    } else if (m_place == Place::Tensor) {
        beginField(name);
    } else {
        m_metadataKey = std::move(name);
        m_place = Place::MetadataText;
    }
    return true;
}

void HeaderReader::beginTensor(const std::string &name)
{
    if (name == "__metadata__") {
        if (std::exchange(m_sawMetadata, true))
            refuseTwice(name);
        m_place = Place::MetadataValue;
        return;
    }
    if (hasControlCharacter(name))
        refuse("weights.name_control",
               LUTHIER_MESSAGE("The header of {file} has a tensor name with a control character, "
                               "{name}; save the file anew under another name."),
               {{"name", shown(name)}});
    const auto [entry, isNew] = m_header.tensors.try_emplace(name);
    if (!isNew)
        refuseTwice(name);
    m_tensor = &entry->second;
    m_tensor->name = name;
    m_fields = 0;
    m_offsets.clear();
    m_place = Place::TensorValue;
}

void HeaderReader::beginField(const std::string &name)
{
    const unsigned field = name == "dtype"          ? DTypeField
                           : name == "shape"        ? ShapeField
                           : name == "data_offsets" ? OffsetsField
                                                    : 0u;
    if (field == 0)
        refuse("weights.unknown_field",
               LUTHIER_MESSAGE("Tensor {tensor} in {file} has the unknown field {field}; save the "
                               "file anew with safetensors."),
               {{"field", shown(name)}});
    if (m_fields & field)
        refuseTwice(name);
    m_fields |= field;
    m_place = field == DTypeField   ? Place::DTypeValue
              : field == ShapeField ? Place::ShapeValue
                                    : Place::OffsetsValue;
}

bool HeaderReader::string(std::string &value)
{
    if (m_place == Place::MetadataText) {
        if (!m_header.metadata.try_emplace(m_metadataKey, std::move(value)).second)
            refuseTwice(m_metadataKey);
        m_place = Place::Metadata;
        return true;
    }
    if (m_place != Place::DTypeValue)
        unexpected("string", value);
    const std::optional<DType> dtype = dtypeFromName(value);
    if (!dtype)
        refuse("weights.dtype",
               LUTHIER_MESSAGE("Tensor {tensor} in {file} has the type {dtype}, which cannot be "
                               "read; convert the model to F32, F16 or BF16."),
               {{"dtype", shown(value)}});
    m_tensor->dtype = *dtype;
    m_place = Place::Tensor;
    return true;
}

bool HeaderReader::number_unsigned(uint64_t value)
{
    if (m_place != Place::Shape && m_place != Place::Offsets)
        unexpected("number", std::to_string(value));
    if (value > uint64_t(std::numeric_limits<int64_t>::max()))
        refuseNumber(std::to_string(value));
    if (m_place == Place::Offsets) {
        if (m_offsets.size() == 2)
            refuse("weights.offset_excess",
                   LUTHIER_MESSAGE("Tensor {tensor} in {file} has more than 2 data offsets; the "
                                   "file is damaged, download it again."));
        m_offsets.push_back(value);
        return true;
    }
    if (m_tensor->shape.size() == safetensorsRankLimit)
        refuse("weights.rank",
               LUTHIER_MESSAGE("Tensor {tensor} in {file} has more than {limit} dimensions."),
               {{"limit", int64_t(safetensorsRankLimit)}});
    m_tensor->shape.push_back(int64_t(value));
    return true;
}

void HeaderReader::finishTensor()
{
    if (m_fields != (DTypeField | ShapeField | OffsetsField)) {
        const char *missing = !(m_fields & DTypeField)   ? "dtype"
                              : !(m_fields & ShapeField) ? "shape"
                                                         : "data_offsets";
        refuse("weights.missing_field",
               LUTHIER_MESSAGE("Tensor {tensor} in {file} lacks the field {field}; the file is "
                               "damaged, download it again."),
               {{"field", std::string(missing)}});
    }
    std::optional<uint64_t> bytes = dtypeSize(m_tensor->dtype);
    for (const int64_t dimension : m_tensor->shape)
        bytes = bytes ? checkedProduct(*bytes, uint64_t(dimension)) : bytes;
    if (!bytes)
        refuse("weights.shape_overflow",
               LUTHIER_MESSAGE("Tensor {tensor} in {file} has a shape whose size does not fit 64 "
                               "bits; the file is damaged, download it again."));
    const uint64_t begin = m_offsets[0], end = m_offsets[1];
    if (begin > end)
        refuse("weights.offset_order",
               LUTHIER_MESSAGE("Tensor {tensor} in {file} begins at {begin}, behind its end at "
                               "{end}; the file is damaged, download it again."),
               {{"begin", int64_t(begin)}, {"end", int64_t(end)}});
    if (end - begin != *bytes)
        refuse("weights.tensor_length",
               LUTHIER_MESSAGE(
                   "Tensor {tensor} in {file} takes {found} bytes at offset {begin}, but its shape "
                   "and type need {expected}; the file is damaged, download it again."),
               {{"found", int64_t(end - begin)},
                {"begin", int64_t(begin)},
                {"expected", std::to_string(*bytes)}});
    m_tensor->offset = begin;
    m_tensor->bytes = *bytes;
    claim(*m_tensor);
    m_tensor = nullptr;
}

void HeaderReader::claim(const TensorInfo &tensor)
{
    if (const uint64_t end = tensor.offset + tensor.bytes; end > m_end) {
        m_end = end;
        m_last = tensor.name;
    }
    m_claimed = checkedSum(m_claimed, tensor.bytes).value_or(std::numeric_limits<uint64_t>::max());
    // Found while reading, so that a header of a million overlapping tensors is not stored first.
    if (m_claimed > m_dataBytes && m_end <= m_dataBytes)
        refuse(
            "weights.claimed",
            LUTHIER_MESSAGE(
                "Tensor {tensor} in {file} at offset {offset} overlaps others: together they claim "
                "more than the {bytes} bytes of data; the file is damaged, download it again."),
            {{"offset", int64_t(tensor.offset)}, {"bytes", int64_t(m_dataBytes)}});
}

SafetensorsHeader HeaderReader::finish(uint64_t dataStart)
{
    if (m_end > m_dataBytes)
        refuse("weights.truncated",
               LUTHIER_MESSAGE("{file} ends {missing} bytes before the end of tensor {last}; it is "
                               "cut off, download it again."),
               {{"missing", int64_t(m_end - m_dataBytes)}, {"last", shown(m_last)}});
    std::vector<TensorInfo *> order;
    for (auto &[name, tensor] : m_header.tensors)
        order.push_back(&tensor);
    std::sort(order.begin(), order.end(), [](const TensorInfo *a, const TensorInfo *b) {
        return std::pair(a->offset, a->bytes) < std::pair(b->offset, b->bytes);
    });
    uint64_t expected = 0;
    for (TensorInfo *tensor : order) {
        m_tensor = tensor;
        if (tensor->offset < expected)
            refuse("weights.overlap",
                   LUTHIER_MESSAGE("Tensor {tensor} in {file} at offset {offset} overlaps the one "
                                   "before it; the file is damaged, download it again."),
                   {{"offset", int64_t(tensor->offset)}});
        if (tensor->offset > expected)
            refuse("weights.hole",
                   LUTHIER_MESSAGE("{file} has {count} unused bytes before tensor {tensor} at "
                                   "offset {offset}; the file is damaged, download it again."),
                   {{"count", int64_t(tensor->offset - expected)},
                    {"offset", int64_t(tensor->offset)}});
        expected += tensor->bytes;
        tensor->offset += dataStart;
    }
    m_tensor = nullptr;
    if (expected != m_dataBytes)
        refuse("weights.rest",
               LUTHIER_MESSAGE("{file} has {count} bytes after its last tensor; they belong to "
                               "nothing, so download it again."),
               {{"count", int64_t(m_dataBytes - expected)}});
    return std::move(m_header);
}

} // namespace

SafetensorsHeader parseSafetensorsHeader(std::string_view text, uint64_t dataBytes,
                                         const std::string &file)
{
    if (!text.empty() && text.front() != '{')
        throw failure("weights.header_start",
                      LUTHIER_MESSAGE("{file} is no safetensors file: its header does not start "
                                      "with a brace at byte 8; choose another file."),
                      {{"file", file}});
    HeaderReader reader(file, dataBytes);
    // A header of no bytes stands for no tensors.
    if (!text.empty())
        reader.read(text, 8);
    return reader.finish(8 + text.size());
}

} // namespace luthier
