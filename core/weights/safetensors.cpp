// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/safetensors.h"

#include "core/base/error.h"
#include "core/weights/safetensors_header.h"
#include "core/weights/shown.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace luthier {

namespace {

constexpr size_t pieceBytes = 1 << 20;

[[noreturn]] void failRead(const std::filesystem::path &path)
{
    throw failure(
        "weights.read",
        LUTHIER_MESSAGE("{file} cannot be read: {reason}; check the path and its permissions."),
        {{"file", path.string()}, {"reason", std::generic_category().message(errno)}},
        Error::Code::Io);
}

/// Calls `use(start, count)` for consecutive pieces of `total` elements.
template <typename Use>
void inPieces(uint64_t total, uint64_t piece, Use use)
{
    for (uint64_t start = 0; start < total; start += piece)
        use(start, std::min(piece, total - start));
}

} // namespace

/// The descriptor, with what the file looked like when its header was checked.
class SafetensorsFile::OpenFile
{
public:
    explicit OpenFile(const std::filesystem::path &path);
    ~OpenFile() { ::close(m_file); }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    uint64_t size() const { return uint64_t(m_state.st_size); }
    void read(uint64_t offset, std::span<std::byte> destination) const;

private:
    [[noreturn]] void failChanged() const;

    std::filesystem::path m_path;
    int m_file = -1;
    struct stat m_state
    {
    };
};

SafetensorsFile::OpenFile::OpenFile(const std::filesystem::path &path) : m_path(path)
{
    // Without O_NONBLOCK, opening a named pipe would wait for ever.
    m_file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (m_file < 0)
        failRead(path);
    if (::fstat(m_file, &m_state) != 0 || !S_ISREG(m_state.st_mode)) {
        ::close(m_file);
        throw failure(
            "weights.not_a_file",
            LUTHIER_MESSAGE("{file} is not a file; choose a safetensors file or a model's folder."),
            {{"file", path.string()}});
    }
}

void SafetensorsFile::OpenFile::failChanged() const
{
    throw failure("weights.changed",
                  LUTHIER_MESSAGE("{file} was changed while it was being read; start again when "
                                  "nothing writes to it any more."),
                  {{"file", m_path.string()}}, Error::Code::Io);
}

void SafetensorsFile::OpenFile::read(uint64_t offset, std::span<std::byte> destination) const
{
    while (!destination.empty()) {
        const ssize_t got = ::pread(m_file, destination.data(), destination.size(), off_t(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            failRead(m_path);
        if (got == 0)
            failChanged();
        offset += uint64_t(got);
        destination = destination.subspan(size_t(got));
    }
    struct stat now
    {
    };
    if (::fstat(m_file, &now) != 0)
        failRead(m_path);
    if (now.st_size != m_state.st_size || now.st_mtim.tv_sec != m_state.st_mtim.tv_sec ||
        now.st_mtim.tv_nsec != m_state.st_mtim.tv_nsec)
        failChanged();
}

namespace {

/// What often lies under the name of a safetensors file, and would only be called damaged.
void refuseOtherFormats(std::string_view start, const std::string &file)
{
    if (start.starts_with("version "))
        throw failure("weights.lfs_pointer",
                      LUTHIER_MESSAGE("{file} is a Git LFS pointer, not the weights themselves; "
                                      "fetch them with \"git lfs pull\"."),
                      {{"file", file}});
    if (start.starts_with("GGUF"))
        throw failure(
            "weights.gguf",
            LUTHIER_MESSAGE(
                "{file} holds GGUF, not safetensors; choose the model's safetensors file."),
            {{"file", file}});
    if (start.starts_with("PK\x03\x04") || start.starts_with("\x80\x02\x8A\x0A"))
        throw failure("weights.pickle_content",
                      LUTHIER_MESSAGE("{file} is a PyTorch file, which can contain code and is "
                                      "never opened; convert the model to safetensors."),
                      {{"file", file}});
}

uint64_t checkedHeaderLength(std::string_view start, uint64_t fileBytes, const std::string &file)
{
    uint64_t length = 0;
    std::memcpy(&length, start.data(), sizeof length);
    if (length > safetensorsHeaderLimit)
        refuseOtherFormats(start, file);
    if (length > fileBytes - sizeof length)
        throw failure(
            "weights.header_length",
            LUTHIER_MESSAGE(
                "{file} has {size} bytes, fewer than the header of {length} bytes that it "
                "announces; it is cut off or no safetensors file, download it again."),
            {{"file", file}, {"size", int64_t(fileBytes)}, {"length", std::to_string(length)}});
    if (length > safetensorsHeaderLimit)
        throw failure(
            "weights.header_limit",
            LUTHIER_MESSAGE("{file} has a header of {length} bytes, more than the {limit} bytes "
                            "that a safetensors header may have; choose another file."),
            {{"file", file},
             {"length", int64_t(length)},
             {"limit", int64_t(safetensorsHeaderLimit)}});
    return length;
}

} // namespace

SafetensorsFile SafetensorsFile::open(const std::filesystem::path &path)
{
    SafetensorsFile result;
    result.m_path = path;
    result.m_file = std::make_shared<const OpenFile>(path);
    const OpenFile &file = *result.m_file;
    std::string start(8, '\0');
    if (file.size() < start.size())
        throw failure("weights.too_short",
                      LUTHIER_MESSAGE("{file} has {size} bytes and is shorter than the 8-byte "
                                      "length that starts a safetensors file; download it again."),
                      {{"file", path.string()}, {"size", int64_t(file.size())}});
    file.read(0, std::as_writable_bytes(std::span(start)));
    std::string text(checkedHeaderLength(start, file.size(), path.string()), '\0');
    file.read(start.size(), std::as_writable_bytes(std::span(text)));
    const uint64_t dataBytes = file.size() - start.size() - text.size();
    SafetensorsHeader header = parseSafetensorsHeader(text, dataBytes, path.string());
    result.m_tensors = std::move(header.tensors);
    result.m_metadata = std::move(header.metadata);
    return result;
}

void SafetensorsFile::read(const TensorInfo &info, std::span<std::byte> destination) const
{
    if (destination.size() != info.bytes)
        throw std::invalid_argument("SafetensorsFile::read: the destination has another size");
    readPart(info, 0, destination);
}

void SafetensorsFile::readPart(const TensorInfo &info, uint64_t start,
                               std::span<std::byte> destination) const
{
    if (start > info.bytes || destination.size() > info.bytes - start)
        throw std::invalid_argument("SafetensorsFile::readPart: outside the tensor");
    m_file->read(info.offset + start, destination);
}

void SafetensorsFile::readAsFloat(const TensorInfo &info, std::span<float> destination) const
{
    if (destination.size() != info.elements())
        throw std::invalid_argument(
            "SafetensorsFile::readAsFloat: the destination has another size");
    if (!isFloating(info.dtype))
        throw failure(
            "weights.not_floating",
            LUTHIER_MESSAGE("Tensor {tensor} in {file} holds {dtype} where floating-point weights "
                            "are needed; choose a model in F32, F16 or BF16."),
            {{"tensor", shown(info.name)},
             {"file", m_path.string()},
             {"dtype", std::string(dtypeName(info.dtype))}});
    if (info.dtype == DType::F32)
        return read(info, std::as_writable_bytes(destination));
    const size_t size = dtypeSize(info.dtype);
    std::vector<std::byte> buffer(std::min<uint64_t>(info.bytes, pieceBytes));
    inPieces(info.elements(), pieceBytes / size, [&](uint64_t first, uint64_t count) {
        const std::span piece(buffer.data(), count * size);
        readPart(info, first * size, piece);
        convertToFloat(info.dtype, piece, destination.subspan(first, count));
    });
}

NonFiniteCount SafetensorsFile::countNonFinite(const TensorInfo &info) const
{
    NonFiniteCount total;
    if (!isFloating(info.dtype))
        return total;
    std::vector<std::byte> buffer(std::min<uint64_t>(info.bytes, pieceBytes));
    inPieces(info.bytes, pieceBytes, [&](uint64_t start, uint64_t count) {
        const std::span piece(buffer.data(), count);
        readPart(info, start, piece);
        const NonFiniteCount found = luthier::countNonFinite(info.dtype, piece);
        total.nans += found.nans;
        total.infinities += found.infinities;
    });
    return total;
}

} // namespace luthier
