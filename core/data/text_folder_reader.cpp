// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text_folder_reader.h"

#include "core/data/file_window.h"
#include "core/data/table_builder.h"
#include "core/data/text_bytes.h"
#include "core/data/text_folder.h"

#include <algorithm>
#include <map>

namespace luthier {

namespace {

namespace fs = std::filesystem;

constexpr int namesLookedAt = 200;
constexpr int64_t filesPerReport = 64;

bool isTaken(const FolderEntry &entry)
{
    return !entry.reason;
}

void refuseWithoutTexts(const fs::path &folder, const FolderListing &listing)
{
    if (std::ranges::none_of(listing.entries, isTaken) && !looksLikeTextFolder(folder))
        throw noClassFolders(folder);
}

Message notText(TextFault fault, const std::string &name, Encoding encoding)
{
    if (fault == TextFault::ZeroByte)
        return {"data.file_zero_byte",
                LUTHIER_MESSAGE("{name} holds a zero byte, which no text has."),
                {{"name", name}}};
    return {"data.file_not_encoded",
            LUTHIER_MESSAGE("{name} holds bytes that are no letters in {encoding}; save it as "
                            "UTF-8."),
            {{"name", name}, {"encoding", std::string(encodingName(encoding))}}};
}

class TextFolderReading
{
public:
    TextFolderReading(const fs::path &folder, const ReadOptions &options, std::stop_token stop,
                      const ProgressHandler &onProgress)
        : m_folder((folder / "").parent_path()), m_options(options), m_stop(stop),
          m_onProgress(onProgress), m_builder(m_folder.filename().string())
    {
    }

    Table read()
    {
        const FolderListing listing = listTextFolder(m_folder, m_options.longestRecord, m_stop);
        refuseWithoutTexts(m_folder, listing);
        m_text = m_builder.column("text");
        m_label = m_builder.column("label");
        if (listing.hasParts)
            m_split = m_builder.column("split");
        m_file = m_builder.column("file");
        m_builder.facts().files = int64_t(listing.entries.size());
        for (const FolderEntry &entry : listing.entries)
            take(entry, ++m_at);
        for (const auto &[encoding, count] : m_encodings)
            if (encoding != Encoding::Utf8)
                m_builder.note(
                    {"data.files_encoded",
                     LUTHIER_MESSAGE("Files read as {encoding}: {count}."),
                     {{"count", count}, {"encoding", std::string(encodingName(encoding))}}});
        return m_builder.finish();
    }

private:
    void take(const FolderEntry &entry, int64_t at)
    {
        if (m_onProgress && at % filesPerReport == 0)
            m_onProgress({{"data.reading",
                           LUTHIER_MESSAGE("Reading {file}"),
                           {{"file", m_folder.filename().string()}}},
                          at,
                          m_builder.facts().files});
        std::optional<Message> reason = entry.reason;
        if (!reason)
            reason = takeText(entry, at);
        if (reason)
            m_builder.keepAside(at, 1, *std::move(reason));
    }

    /// The reason for which it is kept aside, if there is one.
    std::optional<Message> takeText(const FolderEntry &entry, int64_t at)
    {
        const std::string name = shownName(entry.name);
        try {
            FileWindow window(m_folder / entry.name, size_t(entry.bytes) + 1, m_stop, {});
            while (!window.atEnd() && window.bytesRead() <= m_options.longestRecord)
                window.grow();
            if (!window.atEnd())
                return Message{"data.text_grows",
                               LUTHIER_MESSAGE("{name} has more than {limit} bytes."),
                               {{"name", name}, {"limit", int64_t(m_options.longestRecord)}}};
            window.skipMark();
            if (const TextFault fault = faultIn(window.view()); fault != TextFault::None)
                return notText(fault, name, window.encoding());
            addRow(window, entry, at);
            return std::nullopt;
        } catch (const Error &error) {
            if (error.code == Error::Code::Cancelled)
                throw;
            return error.message;
        }
    }

    void addRow(const FileWindow &window, const FolderEntry &entry, int64_t at)
    {
        std::string_view text = window.view();
        for (const char end : {'\n', '\r'})
            if (text.ends_with(end))
                text.remove_suffix(1);
        m_builder.set(m_text, text);
        m_builder.set(m_label, entry.label);
        if (m_split)
            m_builder.set(*m_split, entry.split);
        m_builder.set(m_file, entry.name);
        m_builder.endRow(at);
        m_builder.facts().bytes += window.bytesRead();
        ++m_encodings[window.encoding()];
    }

    fs::path m_folder;
    const ReadOptions &m_options;
    std::stop_token m_stop;
    const ProgressHandler &m_onProgress;
    TableBuilder m_builder;
    int m_text = 0, m_label = 0, m_file = 0;
    std::optional<int> m_split;
    int64_t m_at = 0;
    std::map<Encoding, int64_t> m_encodings;
};

/// Itself, or one level further down.
bool holdsTexts(const fs::path &folder, int deeper)
{
    std::error_code error;
    fs::directory_iterator it(folder, error);
    for (int seen = 0; !error && it != fs::directory_iterator() && seen < namesLookedAt; ++seen) {
        std::error_code ignored;
        const fs::file_type type = it->symlink_status(ignored).type();
        const fs::path name = it->path().filename();
        if (deeper == 0 && type == fs::file_type::regular && isTextName(name))
            return true;
        if (deeper > 0 && type == fs::file_type::directory && !name.native().starts_with('.') &&
            holdsTexts(it->path(), deeper - 1))
            return true;
        it.increment(error);
    }
    return false;
}

} // namespace

bool looksLikeTextFolder(const fs::path &folder)
{
    return holdsTexts(folder, 1) || holdsTexts(folder, 2);
}

Error noClassFolders(const fs::path &folder)
{
    return failure("data.no_class_folders",
                   LUTHIER_MESSAGE("{folder} holds no class folders with .txt files; put the texts "
                                   "of each class into a folder of its name, or choose a data "
                                   "file."),
                   {{"folder", folder.string()}});
}

std::vector<fs::path> filesOfTextFolder(const fs::path &folder)
{
    const FolderListing listing = listTextFolder(folder, ReadOptions().longestRecord, {});
    refuseWithoutTexts(folder, listing);
    std::vector<fs::path> files;
    for (const FolderEntry &entry : listing.entries)
        if (isTaken(entry))
            files.emplace_back(entry.name);
    return files;
}

Reader textFolderReader()
{
    return {
        .descriptor = {.id = "text-folder",
                       .name = "Text folder",
                       .summary = LUTHIER_MESSAGE("One text a file, in a folder of its class.")},
        .readsFolders = true,
        .recognises = [](const fs::path &path,
                         std::string_view) { return looksLikeTextFolder(path); },
        .read =
            [](const fs::path &path, const ReadOptions &options, std::stop_token stop,
               const ProgressHandler &onProgress) {
                return TextFolderReading(path, options, std::move(stop), onProgress).read();
            },
    };
}

} // namespace luthier
