// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/dataset_words.h"

#include "ui/session/json_values.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

#include <array>

namespace luthier {

namespace {

struct DatasetWords
{
    Q_DECLARE_TR_FUNCTIONS(DatasetWords)
};

struct Name
{
    const char *section, *key, *text;
};

constexpr std::array names{
    Name{"model", "path", QT_TRANSLATE_NOOP("DatasetWords", "Folder")},
    Name{"model", "sha256", QT_TRANSLATE_NOOP("DatasetWords", "SHA-256 of the weights")},
    Name{"dataset", "path", QT_TRANSLATE_NOOP("DatasetWords", "File")},
    Name{"dataset", "train", QT_TRANSLATE_NOOP("DatasetWords", "Training file")},
    Name{"dataset", "validation", QT_TRANSLATE_NOOP("DatasetWords", "Validation file")},
    Name{"dataset", "test", QT_TRANSLATE_NOOP("DatasetWords", "Test file")},
    Name{"dataset", "columns", QT_TRANSLATE_NOOP("DatasetWords", "Columns")},
    Name{"dataset", "split", QT_TRANSLATE_NOOP("DatasetWords", "Split")},
    Name{"dataset", "columns.text", QT_TRANSLATE_NOOP("DatasetWords", "Text column")},
    Name{"dataset", "columns.text_pair", QT_TRANSLATE_NOOP("DatasetWords", "Second text column")},
    Name{"dataset", "columns.label", QT_TRANSLATE_NOOP("DatasetWords", "Label column")},
    Name{"dataset", "columns.id", QT_TRANSLATE_NOOP("DatasetWords", "Row id column")},
    Name{"dataset", "columns.split", QT_TRANSLATE_NOOP("DatasetWords", "Part column")},
    Name{"dataset", "split.validation", QT_TRANSLATE_NOOP("DatasetWords", "Validation share")},
    Name{"dataset", "split.test", QT_TRANSLATE_NOOP("DatasetWords", "Test share")},
    Name{"dataset", "split.stratify", QT_TRANSLATE_NOOP("DatasetWords", "Same label shares")},
    Name{"dataset", "split.seed", QT_TRANSLATE_NOOP("DatasetWords", "Seed of the split")},
    Name{"dataset", "version", QT_TRANSLATE_NOOP("DatasetWords", "State of the data")},
    Name{"method", "type", QT_TRANSLATE_NOOP("DatasetWords", "Method")},
};

struct Role
{
    const char *key, *text;
};

constexpr std::array roles{
    Role{"text", QT_TRANSLATE_NOOP("DatasetWords", "text: %1")},
    Role{"text_pair", QT_TRANSLATE_NOOP("DatasetWords", "second text: %1")},
    Role{"label", QT_TRANSLATE_NOOP("DatasetWords", "label: %1")},
    Role{"id", QT_TRANSLATE_NOOP("DatasetWords", "row id: %1")},
    Role{"split", QT_TRANSLATE_NOOP("DatasetWords", "part: %1")},
};

QString columnsText(const Json &columns)
{
    QStringList out;
    for (const Role &role : roles)
        if (const std::string column = json::text(columns, role.key); !column.empty())
            out << DatasetWords::tr(role.text).arg(QString::fromStdString(column));
    return out.isEmpty() ? DatasetWords::tr("as found in the file") : out.join(QLatin1String(", "));
}

QString splitText(const Json &split)
{
    const double validation = json::number(split, "validation", 0);
    const double test = json::number(split, "test", 0);
    if (validation == 0 && test == 0)
        return DatasetWords::tr("nothing is cut off the training rows");
    QStringList out;
    if (validation > 0)
        out << DatasetWords::tr("validation %1").arg(words::percent(validation, 0));
    if (test > 0)
        out << DatasetWords::tr("test %1").arg(words::percent(test, 0));
    out << (split.value("stratify", Json(true)) == Json(true) ? DatasetWords::tr("stratified")
                                                              : DatasetWords::tr("not stratified"));
    out << DatasetWords::tr("seed %1").arg(words::whole(json::whole(split, "seed")));
    return out.join(QLatin1String(", "));
}

QString versionText(const Json &version)
{
    QStringList out;
    for (const auto &[file, hash] : json::part(version, "sha256").items())
        if (hash.is_string())
            out << DatasetWords::tr("SHA-256 %1").arg(QString::fromStdString(hash));
    return out.join(QLatin1String(", "));
}

} // namespace

QString sectionKeyName(const std::string &section, const std::string &key)
{
    for (const Name &name : names)
        if (section == name.section && key == name.key)
            return DatasetWords::tr(name.text);
    return {};
}

QString datasetPartText(const std::string &key, const Json &value)
{
    if (!value.is_object())
        return {};
    return key == "columns"   ? columnsText(value)
           : key == "split"   ? splitText(value)
           : key == "version" ? versionText(value)
                              : QString();
}

} // namespace luthier
