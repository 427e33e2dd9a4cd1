// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/catalog.h"

#include "core/base/error.h"
#include "core/data/arrow_reader.h"
#include "core/data/csv_reader.h"
#include "core/data/file_window.h"
#include "core/data/foreign.h"
#include "core/data/json_array_reader.h"
#include "core/data/jsonl_reader.h"
#include "core/data/parquet_reader.h"
#include "core/data/text_bytes.h"
#include "core/data/text_folder_reader.h"

#include <algorithm>

namespace luthier {

namespace {

const Reader *byExtension(const std::string &extension)
{
    for (const Reader &reader : readers())
        if (std::ranges::find(reader.extensions, extension) != reader.extensions.end())
            return &reader;
    return nullptr;
}

const Reader *byContent(const std::filesystem::path &path, std::string_view head)
{
    for (const Reader &reader : readers())
        if (!reader.readsFolders && reader.recognises(path, head))
            return &reader;
    return nullptr;
}

const Reader &byId(const std::string &id)
{
    std::string known;
    for (const Reader &reader : readers()) {
        if (reader.descriptor.id == id)
            return reader;
        known += (known.empty() ? "" : ", ") + reader.descriptor.id;
    }
    throw failure("data.unknown_format",
                  LUTHIER_MESSAGE("There is no data format {format}; known are: {known}."),
                  {{"format", id}, {"known", known}});
}

Table readWith(const Reader &reader, const std::filesystem::path &path, const ReadOptions &options,
               std::stop_token stop, const ProgressHandler &onProgress)
{
    Table table = reader.read(path, options, std::move(stop), onProgress);
    table.facts.format = reader.descriptor.name;
    return table;
}

const Reader &folderReader(const std::filesystem::path &path)
{
    for (const Reader &reader : readers())
        if (reader.readsFolders && reader.recognises(path, {}))
            return reader;
    throw noClassFolders(path);
}

} // namespace

const std::vector<Reader> &readers()
{
    static const std::vector<Reader> all{
        arrowReader(), parquetReader(), jsonArrayReader(),
        jsonlReader(), csvReader(),     textFolderReader(),
    };
    return all;
}

Table readTable(const std::filesystem::path &path, const ReadOptions &options, std::stop_token stop,
                const ProgressHandler &onProgress)
{
    std::error_code ignored;
    if (options.format.empty() && std::filesystem::is_directory(path, ignored))
        return readWith(folderReader(path), path, options, stop, onProgress);
    FileWindow window(path, 1 << 20, stop, {});
    window.grow();
    const std::string_view head = window.view();
    if (head.empty())
        throw failure("data.empty", LUTHIER_MESSAGE("{file} is empty; choose a file with rows."),
                      {{"file", path.string()}});
    refuseForeign(path, window.rawHead(), head);

    if (!options.format.empty())
        return readWith(byId(options.format), path, options, stop, onProgress);
    const Reader *named = byExtension(plainExtension(path));
    const Reader *found = byContent(path, head);
    if (!found)
        throw failure(
            "data.not_a_table",
            LUTHIER_MESSAGE("{file} is not a table of text; give a CSV, TSV, JSON, Parquet "
                            "or Arrow file, or a folder of texts."),
            {{"file", path.string()}});
    Table table = readWith(*found, path, options, stop, onProgress);
    if (named && named != found)
        table.notes.push_back(
            {"data.content_differs",
             LUTHIER_MESSAGE("{file} holds {format} whatever its name says; it was read as that."),
             {{"file", table.source}, {"format", found->descriptor.name}}});
    return table;
}

} // namespace luthier
