// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence with the place and the remedy, exit status 1, and every file as it was.
#include "tests/cli/command.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <limits>
#include <memory>

using namespace luthier::test;

class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void trainRefuses_data();
    void trainRefuses();
    void nonFiniteWeightsAreTakenWhenTold();
    void answersAreRefused_data();
    void answersAreRefused();
    void noTextsHaveNoAnswers();

private:
    using Spoil = std::function<void()>;
    using Arguments = std::function<QStringList()>;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    void addDataRows();
    void addModelRows();
    void addPlanRows();
    void write(const QString &name, const QByteArray &bytes) const;
    void change(const QString &name, const std::function<void(QJsonObject &)> &edit) const;
    void putNanIntoTheWeights() const;
    QStringList train(const QString &output = "run") const;
    void isRefused(const QStringList &arguments, const QStringList &said) const;
    /// Every file below the folder with its content.
    QMap<QString, QByteArray> everything() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// Twelve texts, with these labels in turn.
QByteArray table(const QByteArrayList &labels)
{
    QByteArray out = "text,label\n";
    for (int i = 0; i < 12; ++i)
        out += "some words of text number " + QByteArray::number(i) + "," +
               labels[i % labels.size()] + "\n";
    return out;
}

QByteArray tableWithoutLabels()
{
    QByteArray out = "text\n";
    for (int i = 0; i < 12; ++i)
        out += "some words of text number " + QByteArray::number(i) + "\n";
    return out;
}

void row(const char *name, const QStringList &said, const std::function<void()> &spoil,
         const QStringList &settings = {}, const QString &output = "run")
{
    QTest::newRow(name) << said << spoil << settings << output;
}

} // namespace

void BadInputTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/bad 나쁜 XXXXXX");
    copyFolder(tinyCase("model"), path("model"));
    for (const char *name : {"train.csv", "test.csv", "run.json"})
        QVERIFY(QFile::copy(tinyCase(name), path(name)));
}

void BadInputTest::write(const QString &name, const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
    QFile file(path(name));
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

void BadInputTest::change(const QString &name, const std::function<void(QJsonObject &)> &edit) const
{
    QFile file(path(name));
    QVERIFY(file.open(QFile::ReadOnly));
    QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    edit(json);
    write(name, QJsonDocument(json).toJson());
}

void BadInputTest::putNanIntoTheWeights() const
{
    QFile file(path("model/model.safetensors"));
    QVERIFY(file.open(QFile::ReadWrite));
    const float nan = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(file.seek(file.size() - qint64(sizeof nan)));
    file.write(reinterpret_cast<const char *>(&nan), sizeof nan);
}

QStringList BadInputTest::train(const QString &output) const
{
    return {"train",    path("run.json"), "--workspace", path("workspace"),
            "--output", path(output),     "--threads",   "1"};
}

QMap<QString, QByteArray> BadInputTest::everything() const
{
    QMap<QString, QByteArray> out;
    QDirIterator entries(m_folder->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        out[file.fileName()] = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("folder");
    }
    return out;
}

void BadInputTest::isRefused(const QStringList &arguments, const QStringList &said) const
{
    const QMap<QString, QByteArray> before = everything();
    const Answer answer = luthierCli(arguments, m_folder->path());
    QCOMPARE(answer.status, 1);
    for (const QString &part : said)
        QVERIFY2(answer.error.contains(part), qPrintable(part + "\n" + answer.error));
    QVERIFY2(answer.error.startsWith("luthier-cli: ") && answer.error.endsWith(".\n") &&
                 answer.error.count('\n') == 1,
             qPrintable(answer.error));
    const QMap<QString, QByteArray> after = everything();
    QCOMPARE(after.keys(), before.keys());
    QVERIFY(after == before);
}

void BadInputTest::addDataRows()
{
    row("missing file", {"absent.csv"}, {}, {"dataset.train=absent.csv"});
    row("missing column", {"body"}, {}, {"dataset.columns.text=body"});
    row("missing label column", {"colour"}, {}, {"dataset.columns.label=colour"});
    row("no labels at all", {"plain.csv", "dataset.columns.label"},
        [this] {
            write("plain.csv", tableWithoutLabels());
            change("run.json", [](QJsonObject &plan) {
                QJsonObject dataset = plan["dataset"].toObject();
                dataset.remove("columns");
                plan["dataset"] = dataset;
            });
        },
        {"dataset.train=plain.csv"});
    row("E1 one class only", {"one.csv", "red"}, [this] { write("one.csv", table({"red"})); },
        {"dataset.train=one.csv"});
    row("E1 empty validation", {"validation part has no labelled rows"},
        [this] { write("empty.csv", table({""})); }, {"dataset.validation=empty.csv"});
    row("E4 label that training never saw", {"validation", "purple"},
        [this] {
            write("other.csv", table({"red", "purple"}));
        },
        {"dataset.validation=other.csv"});
}

void BadInputTest::addModelRows()
{
    const auto withConfig = [this](const QString &key, int value) {
        return [=, this] {
            change("model/config.json", [&](QJsonObject &config) { config[key] = value; });
        };
    };
    row("A2 no tensor in the weights", {"lack", "tensors that the model needs"},
        [this] { write("model/model.safetensors", QByteArray("\2\0\0\0\0\0\0\0{}", 10)); });
    row("A17 a weight that is no number", {"classifier.weight", "--accept-non-finite"},
        [this] { putNanIntoTheWeights(); });
    row("A20 weights of another shape", {"[500, 36] ≠ [117, 36]"}, withConfig("vocab_size", 500));
    row("D1 empty config", {"config.json is empty"}, [this] { write("model/config.json", ""); });
    row("D2 heads that do not divide", {"hidden_size 36", "num_attention_heads 5"},
        withConfig("num_attention_heads", 5));
    row("D3 code of its own", {"modeling_own.OwnModel", "never run"}, [this] {
        change("model/config.json", [](QJsonObject &config) {
            config["auto_map"] = QJsonObject{{"AutoModel", "modeling_own.OwnModel"}};
        });
    });
    row("D4 tokenizer of another model", {"ids up to 117", "117 tokens"}, [this] {
        change("model/tokenizer.json", [](QJsonObject &tokenizer) {
            QJsonObject model = tokenizer["model"].toObject();
            QJsonObject vocabulary = model["vocab"].toObject();
            vocabulary["zzz"] = 117;
            model["vocab"] = vocabulary;
            tokenizer["model"] = model;
        });
    });
}

void BadInputTest::addPlanRows()
{
    row("unknown key", {"training.learning_rat;", "the nearest is training.learning_rate"}, [this] {
        change("run.json", [](QJsonObject &plan) {
            QJsonObject training = plan["training"].toObject();
            training["learning_rat"] = 0.1;
            plan["training"] = training;
        });
    });
    row("broken plan", {"run.json", "byte"}, [this] { write("run.json", "{\"task\": }"); });
    row(
        "a file where the run's folder would be", {"is a file"}, [this] { write("file", "mine"); },
        {}, "file/run");
    row(
        "a folder that holds other things", {"holds other files"},
        [this] { write("mine/notes.txt", "mine"); }, {}, "mine");
    row(
        "a folder that holds a run", {"holds a run already", "--resume"},
        [this] { write("mine/run.json", "{}"); }, {}, "mine");
}

void BadInputTest::trainRefuses_data()
{
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<QString>("output");
    addDataRows();
    addModelRows();
    addPlanRows();
}

void BadInputTest::trainRefuses()
{
    QFETCH(QStringList, said);
    QFETCH(Spoil, spoil);
    QFETCH(QStringList, settings);
    QFETCH(QString, output);
    if (spoil)
        spoil();
    QStringList arguments = train(output);
    for (const QString &setting : settings)
        arguments << "--set" << setting;
    isRefused(arguments, said);
}

void BadInputTest::nonFiniteWeightsAreTakenWhenTold()
{
    putNanIntoTheWeights();
    const Answer answer = luthierCli(train() + QStringList{"--accept-non-finite", "--dry-run"});
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    QVERIFY2(answer.out.contains("Warning: ") && answer.out.contains("classifier.weight"),
             qPrintable(answer.out));
}

void BadInputTest::answersAreRefused_data()
{
    QTest::addColumn<Arguments>("arguments");
    QTest::addColumn<QStringList>("said");
    const auto add = [](const char *name, const Arguments &arguments, const QStringList &said) {
        QTest::newRow(name) << arguments << said;
    };
    add("evaluate: a label that the model never saw",
        [this]() -> QStringList {
            write("other.csv", table({"red", "purple"}));
            return {"evaluate", "--model", path("model"), "--input", path("other.csv")};
        },
        {"other.csv", "purple"});
    add("evaluate: no labels",
        [this]() -> QStringList {
            write("plain.csv", tableWithoutLabels());
            return {"evaluate", "--model", path("model"), "--input", path("plain.csv")};
        },
        {"plain.csv", "--label-column"});
    add("predict: missing column",
        [this]() -> QStringList {
            return {"predict",        "--model",       path("model"), "--input",
                    path("test.csv"), "--text-column", "body"};
        },
        {"body"});
    add("predict: a model without a head",
        []() -> QStringList {
            return {"predict", "--model", tinyCase("../bert-tiny-prefixless/model"), "--text", "a"};
        },
        {"no classification head"});
    add("predict: answers into a file of which another one is the folder",
        [this]() -> QStringList {
            write("file", "mine");
            return {"predict",        "--model",  path("model"),       "--input",
                    path("test.csv"), "--output", path("file/answers")};
        },
        {"file/answers"});
}

void BadInputTest::answersAreRefused()
{
    QFETCH(Arguments, arguments);
    QFETCH(QStringList, said);
    isRefused(arguments(), said);
}

void BadInputTest::noTextsHaveNoAnswers()
{
    const Answer answer = luthierCli({"predict", "--model", path("model"), "--input", "-"});
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    QCOMPARE(answer.out + answer.error, QString());
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "tst_cli_bad_input.moc"
