// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/command.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace luthier::test;

class InspectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aModel();
    void aModelWithNanIsListed();
    void codeOfItsOwnIsRefused();
    void anUnknownFamilyIsRefused();
    void shapesThatDoNotFit_data();
    void shapesThatDoNotFit();
    void aFolderWithoutConfig();
    void aDataFile();
    void linesThatCannotBeRead();
    void oneClassOnly();
    void anEmptyFolder();

private:
    QString model() const { return m_folder->filePath("model"); }
    void changeConfig(const QString &key, const QJsonValue &value);
    QString writeFile(const QString &name, const QByteArray &bytes);
    static QStringList problems(const Answer &answer, const QString &severity);
    static Answer inspected(const QString &path) { return luthierCli({"inspect", path, "--json"}); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void InspectTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    copyFolder(tinyCase("model"), model());
}

void InspectTest::changeConfig(const QString &key, const QJsonValue &value)
{
    QFile file(model() + "/config.json");
    QVERIFY(file.open(QFile::ReadWrite));
    QJsonObject config = QJsonDocument::fromJson(file.readAll()).object();
    config[key] = value;
    file.resize(0);
    file.write(QJsonDocument(config).toJson());
}

QString InspectTest::writeFile(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    if (file.open(QFile::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

QStringList InspectTest::problems(const Answer &answer, const QString &severity)
{
    QStringList ids;
    for (const QJsonValue problem : answer.json()["problems"].toArray())
        if (problem["severity"].toString() == severity)
            ids << problem["id"].toString();
    return ids;
}

void InspectTest::aModel()
{
    const Answer answer = inspected(model());
    QCOMPARE(answer.status, 0);
    const QJsonObject json = answer.json();
    QCOMPARE(json["kind"].toString(), QString("model"));
    QCOMPARE(json["usable"].toBool(), true);
    QCOMPARE(json["family"].toString(), QString("bert"));
    QCOMPARE(json["labels"].toArray(), (QJsonArray{"red", "green", "blue"}));
    QCOMPARE(json["max_length"].toInt(), 48);
    QCOMPARE(json["hidden_size"].toInt(), 36);
    QCOMPARE(json["blocks"].toInt(), 2);
    QVERIFY(json["parameters"].toInt() > 10'000);
    QVERIFY(json["dtypes"].toObject().contains("F32"));
    QVERIFY(json["tokenizer"]["vocabulary"].toInt() > 0);
    QVERIFY(luthierCli({"inspect", model()}).out.contains("bert"));
}

void InspectTest::aModelWithNanIsListed()
{
    QFile file(model() + "/model.safetensors");
    QVERIFY(file.open(QFile::ReadWrite));
    const float nan = std::numeric_limits<float>::quiet_NaN();
    file.seek(file.size() - qint64(sizeof nan));
    file.write(reinterpret_cast<const char *>(&nan), sizeof nan);
    file.close();
    const Answer answer = inspected(model());
    QCOMPARE(answer.status, 1);
    const QJsonArray spoilt = answer.json()["non_finite"].toArray();
    QCOMPARE(spoilt.size(), 1);
    QCOMPARE(spoilt[0]["nans"].toInt(), 1);
    QCOMPARE(problems(answer, "error"), QStringList{"inspect.non_finite"});
}

void InspectTest::codeOfItsOwnIsRefused()
{
    changeConfig("auto_map", QJsonObject{{"AutoModel", "modeling_own.OwnModel"}});
    const Answer answer = inspected(model());
    QCOMPARE(answer.status, 1);
    QCOMPARE(problems(answer, "error").size(), 1);
}

void InspectTest::anUnknownFamilyIsRefused()
{
    changeConfig("model_type", "mamba");
    const Answer answer = inspected(model());
    QCOMPARE(answer.status, 1);
    QCOMPARE(problems(answer, "error"), QStringList{"models.unknown_family"});
    QCOMPARE(answer.json()["family"].toString(), QString("mamba"));
}

void InspectTest::shapesThatDoNotFit_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("value");
    QTest::addColumn<QStringList>("said");
    // name, expected and found
    QTest::newRow("A20 hidden size")
        << "hidden_size" << 72 << QStringList{"word_embeddings.weight [117, 72] ≠ [117, 36]", "…"};
    QTest::newRow("A20 vocabulary")
        << "vocab_size" << 500
        << QStringList{"word_embeddings.weight [500, 36] ≠ [117, 36]", "differ: 1 "};
    QTest::newRow("A20 inner size")
        << "intermediate_size" << 64
        << QStringList{"[64, 36] ≠ [52, 36]", "[36, 64] ≠ [36, 52]", "…"};
}

void InspectTest::shapesThatDoNotFit()
{
    QFETCH(QString, key);
    QFETCH(int, value);
    QFETCH(QStringList, said);
    changeConfig(key, value);
    const Answer answer = inspected(model());
    QCOMPARE(answer.status, 1);
    QCOMPARE(problems(answer, "error"), QStringList{"models.shape"});
    const Answer words = luthierCli({"inspect", model()});
    for (const QString &part : said)
        QVERIFY2(words.out.contains(part), qPrintable(part + "\n" + words.out));
    const Answer training =
        luthierCli({"train", tinyCase("run.json"), "--set", "model.path=" + model(), "--workspace",
                    m_folder->path(), "--json"});
    QCOMPARE(training.status, 1);
    QVERIFY2(training.out.contains("models.shape"), qPrintable(training.out));
}

void InspectTest::aFolderWithoutConfig()
{
    QVERIFY(QFile::remove(model() + "/config.json"));
    const Answer answer = luthierCli({"inspect", model()});
    QCOMPARE(answer.status, 1);
    QVERIFY(answer.out.contains("config.json"));
}

void InspectTest::aDataFile()
{
    const Answer answer = inspected(tinyCase("train.csv"));
    QCOMPARE(answer.status, 0);
    const QJsonObject json = answer.json();
    QCOMPARE(json["kind"].toString(), QString("dataset"));
    QCOMPARE(json["label_count"].toInt(), 3);
    const QJsonArray columns = json["columns"].toArray();
    QCOMPARE(columns[0]["role"].toString(), QString("text"));
    QCOMPARE(columns[1]["role"].toString(), QString("label"));
    int rows = 0;
    for (const QJsonValue label : json["labels"].toArray())
        rows += label["rows"].toInt();
    QCOMPARE(rows, json["rows"].toInt());
}

void InspectTest::linesThatCannotBeRead()
{
    const QString path = writeFile(
        "bad.csv", "text,label\nfirst one,a\nsecond,b,too,many\nthird one,b\nfourth one,a\n");
    const Answer answer = inspected(path);
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.json()["rows"].toInt(), 3);
    const QJsonArray unreadable = answer.json()["unreadable"].toArray();
    QCOMPARE(unreadable.size(), 1);
    QCOMPARE(unreadable[0]["line"].toInt(), 3);
    QVERIFY(!problems(answer, "warning").isEmpty());
}

void InspectTest::oneClassOnly()
{
    const Answer answer =
        inspected(writeFile("one.csv", "text,label\nfirst one,a\nsecond one,a\nthird one,a\n"));
    QCOMPARE(answer.status, 1);
    QCOMPARE(problems(answer, "error").size(), 1);
}

void InspectTest::anEmptyFolder()
{
    QTemporaryDir empty;
    const Answer answer = inspected(empty.path());
    QCOMPARE(answer.status, 1);
    QCOMPARE(answer.json()["kind"].toString(), QString("unknown"));
    QCOMPARE(inspected("/no/such/thing").status, 1);
}

QTEST_GUILESS_MAIN(InspectTest)
#include "tst_cli_inspect.moc"
