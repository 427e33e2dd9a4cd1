// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text_folder.h"

#include "core/base/error.h"
#include "core/data/split.h"
#include "core/data/text_bytes.h"

#include <algorithm>
#include <map>
#include <system_error>

namespace luthier {

namespace {

namespace fs = std::filesystem;

using Children = std::vector<fs::directory_entry>;

class Listing
{
public:
    Listing(const fs::path &folder, uint64_t longestText, const std::stop_token &stop)
        : m_folder((folder / "").parent_path()), m_longestText(longestText), m_stop(stop)
    {
    }

    FolderListing list()
    {
        std::error_code error;
        const Children children = childrenOf(m_folder, error);
        if (error)
            throw failure("data.cannot_read",
                          LUTHIER_MESSAGE("{file} cannot be read: {reason}. Check the path and "
                                          "its permissions."),
                          {{"file", m_folder.string()}, {"reason", error.message()}},
                          Error::Code::Io);
        m_out.hasParts = hasParts(children);
        for (const auto &child : children)
            if (const auto name = folderName(child))
                m_out.hasParts ? listPart(child, *name) : listClass(child, *name, "");
        std::ranges::sort(m_out.entries, {}, &FolderEntry::name);
        return std::move(m_out);
    }

private:
    Children childrenOf(const fs::path &folder, std::error_code &error)
    {
        Children children;
        fs::directory_iterator it(folder, error);
        for (; !error && it != fs::directory_iterator(); it.increment(error)) {
            if (m_stop.stop_requested())
                throw failure("data.stopped", LUTHIER_MESSAGE("Reading {file} was stopped."),
                              {{"file", m_folder.string()}}, Error::Code::Cancelled);
            children.push_back(*it);
        }
        return children;
    }

    static bool isHidden(const fs::directory_entry &entry)
    {
        return entry.path().filename().native().starts_with('.');
    }

    static bool isPlainFolder(const fs::directory_entry &entry)
    {
        std::error_code ignored;
        return !isHidden(entry) && entry.symlink_status(ignored).type() == fs::file_type::directory;
    }

    /// One part with classes in it is enough; a folder with parts alone holds no classes.
    bool hasParts(const Children &children)
    {
        bool folders = false, allParts = true;
        for (const auto &child : children) {
            if (!isPlainFolder(child))
                continue;
            folders = true;
            if (!partNamed(child.path().filename().native())) {
                allParts = false;
                continue;
            }
            std::error_code ignored;
            if (std::ranges::any_of(childrenOf(child.path(), ignored), isPlainFolder))
                return true;
        }
        return folders && allParts;
    }

    FolderEntry &add(const fs::path &path)
    {
        return m_out.entries.emplace_back(
            FolderEntry{.name = path.lexically_relative(m_folder).generic_string()});
    }

    void keepAside(const fs::path &path, const char *id, const char *text,
                   std::map<std::string, MessageValue> values)
    {
        FolderEntry &entry = add(path);
        values["name"] = shownName(entry.name);
        entry.reason = Message{id, text, std::move(values)};
    }

    /// What no name and no content can make a text; true when it was kept aside.
    bool refused(const fs::directory_entry &entry)
    {
        std::error_code ignored;
        const fs::file_type type = entry.symlink_status(ignored).type();
        if (isHidden(entry))
            keepAside(entry.path(), "data.hidden_file", LUTHIER_MESSAGE("{name} is hidden."), {});
        else if (type == fs::file_type::symlink)
            keepAside(entry.path(), "data.link",
                      LUTHIER_MESSAGE("{name} is a link, and links are not followed; put the file "
                                      "itself there."),
                      {});
        else if (type != fs::file_type::directory && type != fs::file_type::regular)
            keepAside(entry.path(), "data.no_plain_file",
                      LUTHIER_MESSAGE("{name} is neither a file nor a folder."), {});
        else if (faultIn(entry.path().filename().native()) != TextFault::None)
            keepAside(entry.path(), "data.name_not_utf8",
                      LUTHIER_MESSAGE("The name {name} is not UTF-8 text; rename it."), {});
        else
            return false;
        return true;
    }

    /// The name of a folder that holds texts or classes.
    std::optional<std::string> folderName(const fs::directory_entry &entry)
    {
        if (refused(entry))
            return std::nullopt;
        if (isPlainFolder(entry))
            return entry.path().filename().string();
        keepAside(entry.path(), "data.beside_classes",
                  LUTHIER_MESSAGE("{name} lies beside the folders of the classes, so it has no "
                                  "label."),
                  {});
        return std::nullopt;
    }

    Children childrenOrAside(const fs::directory_entry &folder)
    {
        std::error_code error;
        Children children = childrenOf(folder.path(), error);
        if (error)
            keepAside(folder.path(), "data.folder_cannot_be_read",
                      LUTHIER_MESSAGE("{name} cannot be read: {reason}."),
                      {{"reason", error.message()}});
        return children;
    }

    void listPart(const fs::directory_entry &part, const std::string &name)
    {
        if (!partNamed(name))
            return keepAside(part.path(), "data.no_part_folder",
                             LUTHIER_MESSAGE("{name} lies beside train, validation and test, and "
                                             "is none of them."),
                             {});
        for (const auto &child : childrenOrAside(part))
            if (const auto label = folderName(child))
                listClass(child, *label, name);
    }

    void listClass(const fs::directory_entry &folder, const std::string &label,
                   const std::string &split)
    {
        for (const auto &child : childrenOrAside(folder))
            if (!refused(child))
                takeFile(child, label, split);
    }

    void takeFile(const fs::directory_entry &file, const std::string &label,
                  const std::string &split)
    {
        std::error_code error;
        const uint64_t bytes = isPlainFolder(file) ? 0 : file.file_size(error);
        if (isPlainFolder(file))
            return keepAside(file.path(), "data.folder_in_class",
                             LUTHIER_MESSAGE("{name} is a folder inside a class, and was not read; "
                                             "move its files up."),
                             {});
        if (!isTextName(file.path().filename()))
            return keepAside(file.path(), "data.no_text_name",
                             LUTHIER_MESSAGE("{name} does not end in .txt."), {});
        if (error)
            return keepAside(file.path(), "data.file_cannot_be_read",
                             LUTHIER_MESSAGE("{name} cannot be read: {reason}."),
                             {{"reason", error.message()}});
        if (bytes > m_longestText)
            return keepAside(file.path(), "data.text_too_large",
                             LUTHIER_MESSAGE("{name} has {bytes} bytes, and a text may have "
                                             "{limit}."),
                             {{"bytes", int64_t(bytes)}, {"limit", int64_t(m_longestText)}});
        FolderEntry &entry = add(file.path());
        entry.label = label;
        entry.split = split;
        entry.bytes = bytes;
    }

    fs::path m_folder;
    uint64_t m_longestText;
    const std::stop_token &m_stop;
    FolderListing m_out;
};

} // namespace

FolderListing listTextFolder(const fs::path &folder, uint64_t longestText,
                             const std::stop_token &stop)
{
    return Listing(folder, longestText, stop).list();
}

bool isTextName(const fs::path &name)
{
    const std::string extension = plainExtension(name);
    return extension == "txt" || extension == "text" ||
           std::ranges::all_of(name.native(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string shownName(std::string_view name)
{
    const bool isText = faultIn(name) != TextFault::NotUtf8;
    std::string shown(name);
    for (char &c : shown)
        if (uint8_t(c) < 0x20 || uint8_t(c) == 0x7F || (!isText && uint8_t(c) >= 0x80))
            c = '?';
    return shown;
}

} // namespace luthier
