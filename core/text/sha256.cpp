// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sha256.h"

#include "core/base/error.h"
#include "core/text/native/luthier_native.h"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <vector>

namespace luthier {

Sha256::Sha256() : m_hash(lt_sha256_new()) {}

void Sha256::Free::operator()(lt_sha256 *hash) const
{
    lt_sha256_finish(hash, nullptr);
}

void Sha256::update(std::span<const std::byte> bytes)
{
    lt_sha256_update(m_hash.get(), reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size());
}

void Sha256::update(std::string_view bytes)
{
    update(std::as_bytes(std::span(bytes)));
}

std::string Sha256::hex()
{
    std::array<uint8_t, 32> digest{};
    lt_sha256_finish(m_hash.release(), digest.data());
    m_hash.reset(lt_sha256_new());
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const uint8_t byte : digest) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string sha256OfFile(const std::filesystem::path &path)
{
    const auto fail = [&path] {
        return failure(
            "text.hash_unreadable",
            LUTHIER_MESSAGE("{file} cannot be read: {reason}. Check the path and its permissions."),
            {{"file", path.string()}, {"reason", std::generic_category().message(errno)}},
            Error::Code::Io);
    };
    const std::unique_ptr<FILE, int (*)(FILE *)> file(std::fopen(path.c_str(), "rbe"), std::fclose);
    if (!file)
        throw fail();
    Sha256 hash;
    std::vector<std::byte> piece(size_t(1) << 20);
    while (const size_t count = std::fread(piece.data(), 1, piece.size(), file.get()))
        hash.update(std::span(piece).first(count));
    if (std::ferror(file.get()))
        throw fail();
    return hash.hex();
}

std::string hashOfFiles(std::span<const std::filesystem::path> paths)
{
    Sha256 hash;
    for (const auto &path : paths)
        hash.update(sha256OfFile(path));
    return hash.hex();
}

} // namespace luthier
