// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_folder.h"

#include "core/base/error.h"
#include "core/base/files.h"

#include <array>
#include <ctime>
#include <random>
#include <system_error>

namespace luthier {

namespace fs = std::filesystem;

namespace {

/// A name as part of a folder name: letters and digits of any script, no separators, no leading
/// dot.
std::string folderName(const std::string &name)
{
    constexpr size_t longest = 60;
    std::string out;
    for (const unsigned char c : name) {
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
        const bool mark = c == '_' || (c == '.' && !out.empty());
        if (letter || mark)
            out += char(c);
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    if (out.size() > longest) {
        size_t end = longest;
        // Not in the middle of a UTF-8 character.
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80)
            --end;
        out.resize(end);
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out.empty() ? "run" : out;
}

std::string stamp()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y%m%d-%H%M%S", &local);
    return text.data();
}

std::string randomSuffix()
{
    constexpr char digits[] = "0123456789abcdef";
    std::random_device random;
    std::string suffix;
    for (int i = 0; i < 6; ++i)
        suffix += digits[random() % 16];
    return suffix;
}

void makeFolders(const fs::path &folder)
{
    if (folder.empty() || fs::is_directory(folder))
        return;
    makeFolders(folder.parent_path());
    if (!files::makeFolder(folder) && !fs::is_directory(folder))
        throw failure("runs.not_a_folder",
                      LUTHIER_MESSAGE("{folder} is a file; choose another place for the run."),
                      {{"folder", folder.string()}}, Error::Code::Io);
}

/// The lock file is all that another process may have left there.
bool isFree(const fs::path &folder)
{
    for (const auto &entry : fs::directory_iterator(folder))
        if (entry.path().filename() != "run.lock")
            return false;
    return true;
}

fs::path absolutePath(const fs::path &folder)
{
    const fs::path path = fs::absolute(folder).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

/// Settings that the run.json of a run made by an older version lacks: what that version did.
void addWhatCameLater(Json &config)
{
    const auto lacks = [&](const char *section, const char *beside, const char *key) {
        const auto found = config.find(section);
        return found != config.end() && found->contains(beside) && !found->contains(key);
    };
    if (lacks("training", "learning_rate", "new_head_lr_ratio"))
        config["training"]["new_head_lr_ratio"] = 1.0;
    if (lacks("method", "train_pooler", "pooling"))
        config["method"]["pooling"] = "architecture";
}

} // namespace

bool RunFolder::holdsRun(const fs::path &folder)
{
    std::error_code ignored;
    return fs::is_regular_file(folder / "run.json", ignored);
}

RunFolder RunFolder::open(const fs::path &folder)
{
    if (!holdsRun(folder))
        throw failure("runs.no_run",
                      LUTHIER_MESSAGE("{folder} holds no run: there is no run.json in it."),
                      {{"folder", folder.string()}});
    return RunFolder(absolutePath(folder));
}

RunFolder RunFolder::create(const fs::path &workspace, const std::string &name)
{
    const fs::path runs = absolutePath(workspace) / "runs";
    makeFolders(runs);
    while (true) {
        const fs::path folder = runs / (folderName(name) + "-" + stamp() + "-" + randomSuffix());
        if (files::makeFolder(folder))
            return RunFolder(folder);
    }
}

RunFolder RunFolder::createAt(const fs::path &folder)
{
    const fs::path path = absolutePath(folder);
    if (holdsRun(path))
        throw failure("runs.folder_has_run",
                      LUTHIER_MESSAGE("{folder} holds a run already; go on with it by --resume, or "
                                      "choose another folder."),
                      {{"folder", path.string()}});
    makeFolders(path);
    if (!isFree(path))
        throw failure("runs.folder_not_empty",
                      LUTHIER_MESSAGE(
                          "{folder} holds other files; choose a new or empty folder for the run."),
                      {{"folder", path.string()}});
    return RunFolder(path);
}

fs::path RunFolder::checkpoint(int64_t step) const
{
    return m_path / ("checkpoint-" + std::to_string(step));
}

void RunFolder::writeConfig(const Json &config) const
{
    writeJson(this->config(), config);
}

Json RunFolder::readConfig() const
{
    Json json = readJson(config());
    addWhatCameLater(json);
    return json;
}

} // namespace luthier
