// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/reader.h"

namespace luthier {

/// A folder of text files, one a row, as scikit-learn's load_files takes it: `LABEL/NAME.txt`, or
/// `PART/LABEL/NAME.txt` where PART names a part (train, dev, test). Columns: text, label, split
/// where there are parts, file (the name below the folder, by which the rows are in order).
/// Hidden files, links (never followed) and what is no text are kept aside by name; one line break
/// at a text's end is left out.
Reader textFolderReader();

/// The texts that the reader takes rows from, below `folder`, in order. Throws as reading does.
std::vector<std::filesystem::path> filesOfTextFolder(const std::filesystem::path &folder);

/// Whether folders in it hold text files. Looks at few names only.
bool looksLikeTextFolder(const std::filesystem::path &folder);
/// That they hold none.
Error noClassFolders(const std::filesystem::path &folder);

} // namespace luthier
