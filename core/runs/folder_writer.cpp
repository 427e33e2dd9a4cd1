// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/folder_writer.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/runs/manifest.h"

namespace luthier {

namespace fs = std::filesystem;

namespace {

fs::path beside(const fs::path &target, const char *suffix)
{
    fs::path path = target;
    path += suffix;
    return path;
}

void removeQuietly(const fs::path &folder)
{
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}

bool isWhole(const fs::path &folder)
{
    std::error_code ignored;
    return fs::is_directory(folder, ignored) && !manifestFault(folder);
}

} // namespace

FolderWriter::FolderWriter(fs::path target, Json about)
    : m_target(std::move(target)), m_part(beside(m_target, ".part")), m_about(std::move(about))
{
    removeQuietly(m_part);
    if (!files::makeFolder(m_part))
        throw failure(
            "runs.part_in_the_way",
            LUTHIER_MESSAGE(
                "{folder} is in the way and cannot be removed; remove it and go on with --resume."),
            {{"folder", m_part.string()}}, Error::Code::Io);
}

FolderWriter::~FolderWriter()
{
    if (!m_committed)
        removeQuietly(m_part);
}

void FolderWriter::commit()
{
    writeManifest(m_part, m_about);
    if (!fs::exists(m_target)) {
        files::rename(m_part, m_target);
    } else if (!files::exchange(m_part, m_target)) {
        // Where folders cannot be swapped the old one steps aside; `repairFolder` knows this state.
        const fs::path old = beside(m_target, ".old");
        removeQuietly(old);
        files::rename(m_target, old);
        try {
            files::rename(m_part, m_target);
        } catch (const Error &) {
            std::error_code ignored;
            fs::rename(old, m_target, ignored);
            throw;
        }
        removeQuietly(old);
    }
    m_committed = true;
    removeQuietly(m_part);
}

void repairFolder(const fs::path &target)
{
    const fs::path part = beside(target, ".part"), old = beside(target, ".old");
    if (!isWhole(target)) {
        // The part is the newer one, once its manifest is there.
        for (const fs::path &candidate : {part, old}) {
            if (!isWhole(candidate))
                continue;
            removeQuietly(target);
            files::rename(candidate, target);
            break;
        }
    }
    if (!fs::exists(target) && fs::exists(old))
        files::rename(old, target);
    removeQuietly(part);
    removeQuietly(old);
}

} // namespace luthier
