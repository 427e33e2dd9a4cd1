// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weights/tensor_info.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace luthier {

/// A safetensors file: u64 length, JSON header, data (format of huggingface/safetensors).
/// The header is checked whole when the file is opened, before any other memory is taken. Data is
/// read into the caller's memory, never mapped; a file that changes meanwhile is an Error. Reading
/// from several threads at once is allowed.
class SafetensorsFile
{
public:
    static SafetensorsFile open(const std::filesystem::path &path);

    const std::filesystem::path &path() const { return m_path; }
    const std::map<std::string, TensorInfo> &tensors() const { return m_tensors; }
    const std::map<std::string, std::string> &metadata() const { return m_metadata; }

    /// The tensor's bytes as stored; `destination` has `info.bytes` bytes.
    void read(const TensorInfo &info, std::span<std::byte> destination) const;
    /// `destination.size()` bytes of the tensor from `start` on.
    void readPart(const TensorInfo &info, uint64_t start, std::span<std::byte> destination) const;
    /// F64, F32, F16 and BF16 as floats, in pieces; `destination` has `info.elements()` elements.
    void readAsFloat(const TensorInfo &info, std::span<float> destination) const;
    /// NaN and infinite elements, counted in pieces.
    NonFiniteCount countNonFinite(const TensorInfo &info) const;

private:
    class OpenFile;

    SafetensorsFile() = default;

    std::filesystem::path m_path;
    std::shared_ptr<const OpenFile> m_file;
    std::map<std::string, TensorInfo> m_tensors;
    std::map<std::string, std::string> m_metadata;
};

/// One tensor to write; `bytes` must outlive the call.
struct TensorEntry
{
    std::string name;
    DType dtype = DType::F32;
    std::vector<int64_t> shape;
    std::span<const std::byte> bytes;
};

/// Writes through files::Writer (the old file stays whole until the end), tensor by tensor. Order
/// (type, then name), spacing and padding are those of the reference implementation 0.8, so that
/// equal tensors give equal bytes. Throws an Error when the disk is full and so on.
void writeSafetensors(const std::filesystem::path &path, std::vector<TensorEntry> entries,
                      const std::map<std::string, std::string> &metadata = {{"format", "pt"}});

} // namespace luthier
