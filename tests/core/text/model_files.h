// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

/// A model folder for one test, with a blank and Hangul in its path.
class ModelFiles
{
public:
    ModelFiles() { std::filesystem::create_directory(folder()); }

    std::filesystem::path folder() const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / "모델 folder";
    }

    void write(const std::string &name, const std::string &content) const
    {
        std::ofstream(folder() / name, std::ios::binary) << content;
    }

private:
    QTemporaryDir m_folder;
};

/// A model that is too large for the repository: in $LUTHIER_TEST_MODELS, else where setup puts it.
inline std::filesystem::path testModel(const char *name)
{
    if (const char *folder = std::getenv("LUTHIER_TEST_MODELS"); folder && *folder)
        return std::filesystem::path(folder) / name;
    const char *cache = std::getenv("XDG_CACHE_HOME");
    const std::filesystem::path base = cache && *cache
                                           ? std::filesystem::path(cache)
                                           : std::filesystem::path(std::getenv("HOME")) / ".cache";
    return base / "luthier" / "models" / name;
}
