// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that LibTorch does not get is said in one sentence, whatever was asked for.
#include "tests/support/tiny_run.h"

#include "core/evaluate/ask.h"
#include "core/inspect/inspect.h"
#include "core/methods/catalog.h"
#include "core/methods/what_learns.h"
#include "core/publish/export_model.h"
#include "core/tasks/catalog.h"

#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>

#include <QtTest>

using namespace luthier;
namespace fs = std::filesystem;

class tst_OutOfMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSaid_data();
    void isSaid();

private:
    QTemporaryDir m_folder;
};

namespace {

/// While it lives, every tensor asks for more than any machine has.
class NoMemory final : public c10::Allocator
{
public:
    NoMemory() { c10::SetCPUAllocator(this); }
    ~NoMemory() override { c10::SetCPUAllocator(m_before); }

    c10::DataPtr allocate(size_t) override
    {
        return {c10::alloc_cpu(size_t(1) << 60), c10::DeviceType::CPU};
    }
    void copy_data(void *to, const void *from, std::size_t count) const override
    {
        m_before->copy_data(to, from, count);
    }

private:
    c10::Allocator *m_before = c10::GetCPUAllocator();
};

fs::path stored(const char *name)
{
    return fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full" / name;
}

ModelRequest model()
{
    return {.model = stored("model"), .threads = 1};
}

template <typename T>
std::string idOf(const Result<T> &result)
{
    return result ? std::string() : result.error().message.id;
}

std::string answers(const fs::path &)
{
    PredictRequest request{.model = model()};
    request.texts = {"leaf"};
    return idOf(predict(request, {}, [](const Json &) {}));
}

std::string scores(const fs::path &)
{
    return idOf(evaluate({.model = model(), .input = stored("test.csv")}, {}));
}

std::string opens(const fs::path &)
{
    return idOf(AskedModel::open(model()));
}

std::string exports(const fs::path &folder)
{
    return idOf(exportModel({.model = model(), .output = folder / "exported"}));
}

std::string looksAtLearning(const fs::path &)
{
    return idOf(whatLearns(
        parseRunConfig(tinyPlan({{"type", "full"}}, {}), ".", methodDescriptors(), tasks()), 3));
}

std::string inspects(const fs::path &)
{
    const Json problems = inspect(stored("model"))["problems"];
    return problems.empty() ? std::string() : problems[0]["id"].get<std::string>();
}

using Asked = std::string (*)(const fs::path &folder);

} // namespace

Q_DECLARE_METATYPE(Asked)

void tst_OutOfMemory::isSaid_data()
{
    QTest::addColumn<Asked>("asked");
    QTest::newRow("predict") << &answers;
    QTest::newRow("evaluate") << &scores;
    QTest::newRow("ask") << &opens;
    QTest::newRow("export") << &exports;
    QTest::newRow("what learns") << &looksAtLearning;
    QTest::newRow("inspect") << &inspects;
}

void tst_OutOfMemory::isSaid()
{
    QFETCH(Asked, asked);
    const fs::path folder = fs::path(m_folder.path().toStdString()) / QTest::currentDataTag();
    std::string id;
    {
        const NoMemory none;
        id = asked(folder);
    }
    QCOMPARE(id, std::string("base.out_of_memory"));
    QVERIFY2(!fs::exists(folder / "exported"), "an export appears whole or not at all");
    QCOMPARE(asked(folder), std::string());
}

QTEST_APPLESS_MAIN(tst_OutOfMemory)
#include "tst_out_of_memory.moc"
