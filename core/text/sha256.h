// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct lt_sha256;

namespace luthier {

/// SHA-256 (FIPS 180-4) in pieces.
class Sha256
{
public:
    Sha256();

    void update(std::span<const std::byte> bytes);
    void update(std::string_view bytes);
    /// 64 lower-case hexadecimal digits; the object starts anew afterwards.
    std::string hex();

private:
    struct Free
    {
        void operator()(lt_sha256 *hash) const;
    };
    std::unique_ptr<lt_sha256, Free> m_hash;
};

/// Of the file's content, read in pieces. Throws an Error when the file cannot be read.
std::string sha256OfFile(const std::filesystem::path &path);

/// One hash for several files: of their hashes, in the order given.
std::string hashOfFiles(std::span<const std::filesystem::path> paths);

} // namespace luthier
