// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/parameter.h"

#include <QDir>
#include <QFloat16>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <filesystem>
#include <functional>
#include <locale>
#include <sys/wait.h>
#include <unistd.h>

/// What the tests of run folders share.
namespace luthier::runstest {

namespace fs = std::filesystem;

/// A folder with spaces and Hangul in its path, gone with the object.
class Folder
{
public:
    Folder() : m_folder(QDir::tempPath() + QString::fromUtf8("/루디어 시험 XXXXXX")) {}

    fs::path path() const { return fs::path(m_folder.path().toStdString()); }
    fs::path operator/(const std::string &name) const { return path() / name; }

private:
    QTemporaryDir m_folder;
};

/// Numbers with a decimal comma and grouped thousands, as a German or French desktop sets them.
class CommaLocale
{
public:
    CommaLocale()
        : m_stream(std::locale::global(std::locale(std::locale(), new Comma))),
          m_c(std::setlocale(LC_ALL, nullptr))
    {
        // Only there where the system has such a locale; the streams have theirs in any case.
        for (const char *name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "fr_FR.utf8"})
            if (std::setlocale(LC_ALL, name))
                break;
    }
    ~CommaLocale()
    {
        std::setlocale(LC_ALL, m_c.c_str());
        std::locale::global(m_stream);
    }

private:
    struct Comma : std::numpunct<char>
    {
        char do_decimal_point() const override { return ','; }
        char do_thousands_sep() const override { return '.'; }
        std::string do_grouping() const override { return "\3"; }
    };
    std::locale m_stream;
    std::string m_c;
};

/// The sentence that `work` fails with; empty when it does not fail.
inline std::string sentenceOf(const std::function<void()> &work)
{
    try {
        work();
    } catch (const Error &error) {
        return error.message.english();
    }
    return {};
}

inline bool has(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

/// Runs `work` in a process of its own; its exit status, or minus the signal that ended it.
inline int inChild(const std::function<int()> &work)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// Makes the n-th operation of the file layer fail while it lives.
class FailingOperation
{
public:
    FailingOperation(int n, int error)
    {
        files::setFault([this, n, error](files::Operation, const fs::path &) {
            return ++m_count == n ? error : 0;
        });
    }
    ~FailingOperation() { files::setFault({}); }

    /// False when the work had fewer operations than n.
    bool wasReached(int n) const { return m_count >= n; }

private:
    int m_count = 0;
};

inline std::vector<Descriptor> methodsOfTest()
{
    using Kind = Parameter::Kind;
    return {
        {.id = "full",
         .name = "Full",
         .summary = "All weights.",
         .parameters = {{.id = "learning_rate", .reason = "Swept.", .initial = 3e-4}}},
        {.id = "lora",
         .name = "LoRA",
         .summary = "Two matrices.",
         .parameters =
             {{.id = "r", .kind = Kind::Whole, .initial = 8, .minimum = 1, .maximum = 1024},
              {.id = "lora_alpha",
               .kind = Kind::Number,
               .initial = 16,
               .minimum = 0.001,
               .maximum = 4096},
              {.id = "target_modules",
               .kind = Kind::Names,
               .initial = Json::array({"query", "value"})},
              {.id = "use_rslora", .kind = Kind::Flag, .initial = false},
              {.id = "adapter", .kind = Kind::Text, .initial = ""},
              {.id = "learning_rate", .reason = "Swept.", .initial = 2e-3, .initialFor = 384}}},
    };
}

inline std::vector<Descriptor> tasksOfTest()
{
    return {{.id = "text-classification",
             .name = "Text classification",
             .summary = "One label a text."}};
}

inline Json minimalPlan()
{
    return {{"task", "text-classification"},
            {"model", {{"path", "models/minilm"}}},
            {"dataset", {{"path", "mails.csv"}}}};
}

} // namespace luthier::runstest
