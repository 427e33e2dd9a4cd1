// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/number_box.h"
#include "ui/forms/number_text.h"
#include "ui/forms/parameter_form.h"
#include "ui/session/plan_document.h"
#include "ui/shell/choice_words.h"

#include "core/methods/catalog.h"
#include "core/runs/training_parameters.h"
#include "ui/shell/words.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>
#include <set>

using namespace luthier;

class FormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void numbersAreReadAsPeopleWriteThem_data();
    void numbersAreReadAsPeopleWriteThem();
    void writtenNumbersAreTheSameWhenReadAgain();
    void theWheelScrollsThePageUnlessTheFieldHasTheFocus();
    void arrowsStepAlongTheScale();
    void whatIsTypedGoesIntoThePlan();
    void aRefusedValueStaysInTheFieldAndNotInThePlan();
    void numbersOutOfRangeAreRefused_data();
    void numbersOutOfRangeAreRefused();
    void noNumberIsTakenWithoutItsRange();
    void theDefaultIsNoChange();
    void undoFillsTheFieldAgain();
    void resetAllIsOneUndoStep();
    void everySettingOfEveryMethodHasAField();
    void everyChoiceHasWords();
    void simpleShowsTheSixThatMatter();
    void widerModelsGetLowerRates();
    void searchFindsByUsualName();
    void changedOnesComeFirst();
    void aParameterThatNoPageKnowsHasItsField();
    void tooltipsHoldTheUsualName();
    void reasonAndHelpOfEverySettingAreShown();
    void tabFollowsTheEyeAndLeavesTheForm();

private:
    QTemporaryDir m_folder;
};

namespace {

constexpr ModelSize modelOf512{.max_length = 512};

/// A form on a plan of its own.
struct Fixture
{
    QTemporaryDir folder;
    PlanDocument plan{folder.path()};
    ParameterForm form{plan};

    explicit Fixture(std::vector<FormEntry> entries = settingsOf(methods().front().descriptor,
                                                                 modelOf512))
    {
        form.setEntries(std::move(entries));
        form.setSimple(false);
        form.resize(1000, 4000);
        form.show();
    }

    template <typename T>
    T *find(const char *name)
    {
        return form.findChild<T *>(QString::fromLatin1(name));
    }

    void type(const char *name, const QString &text)
    {
        auto *box = find<NumberBox>(name);
        QVERIFY(box);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
    }

    /// At once, so that no half of it counts; nothing: clears the field.
    void paste(const char *name, const QString &text)
    {
        auto *box = find<NumberBox>(name);
        QVERIFY(box);
        box->setFocus();
        box->selectAll();
        if (text.isEmpty()) {
            QTest::keyClick(box, Qt::Key_Delete);
            return;
        }
        QGuiApplication::clipboard()->setText(text);
        QTest::keySequence(box, QKeySequence::Paste);
    }

    QString error(const char *row)
    {
        return find<QWidget>(row)->findChild<QLabel *>(QStringLiteral("error"))->text();
    }

    QString shown(const char *name) { return find<NumberBox>(name)->text(); }
    /// Rows that can be seen, in their order from top to bottom.
    QStringList rows()
    {
        QCoreApplication::processEvents();
        std::vector<QWidget *> found;
        for (QWidget *row :
             form.findChildren<QWidget *>(QRegularExpression(QStringLiteral("Row$"))))
            if (row->isVisibleTo(&form))
                found.push_back(row);
        std::ranges::sort(found, {}, [](QWidget *row) { return row->y(); });
        QStringList out;
        for (QWidget *row : found)
            out.append(row->objectName());
        return out;
    }
};

/// per_device_train_batch_size -> perDeviceTrainBatchSize
std::string controlName(const std::string &id)
{
    std::string out;
    for (size_t i = 0; i < id.size(); ++i)
        if (id[i] != '_')
            out += i > 0 && id[i - 1] == '_' ? char(std::toupper(id[i])) : id[i];
    return out;
}

QLocale german()
{
    return QLocale(QLocale::German, QLocale::Germany);
}

} // namespace

void FormsTest::numbersAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<double>("value");
    const QLocale english(QLocale::English);
    QTest::newRow("rate") << QStringLiteral("5e-5") << english << 5e-5;
    QTest::newRow("rate, German") << QStringLiteral("5e-5") << german() << 5e-5;
    QTest::newRow("capital") << QStringLiteral("5E-05") << english << 5e-5;
    QTest::newRow("point") << QStringLiteral("0.001") << english << 0.001;
    QTest::newRow("comma, German") << QStringLiteral("0,25") << german() << 0.25;
    QTest::newRow("point, German") << QStringLiteral("0.25") << german() << 0.25;
    QTest::newRow("thousands") << QStringLiteral("1,280") << english << 1280.0;
    QTest::newRow("spaces") << QStringLiteral(" 3 ") << english << 3.0;
    QTest::newRow("nothing") << QStringLiteral("") << english << std::nan("");
    QTest::newRow("a word") << QStringLiteral("three") << english << std::nan("");
    QTest::newRow("half a number") << QStringLiteral("5e-") << english << std::nan("");
    QTest::newRow("infinite") << QStringLiteral("inf") << english << std::nan("");
}

void FormsTest::numbersAreReadAsPeopleWriteThem()
{
    QFETCH(const QString, text);
    QFETCH(const QLocale, locale);
    QFETCH(const double, value);
    const auto read = numberFromText(text, locale);
    QCOMPARE(read.has_value(), !std::isnan(value));
    if (read)
        QCOMPARE(*read, value);
}

void FormsTest::writtenNumbersAreTheSameWhenReadAgain()
{
    for (const QLocale &locale : {QLocale::c(), german(), QLocale(QLocale::Korean)})
        for (const double value : {0.0, 3.0, 5e-5, 2e-3, 0.1, 1.0 / 3, 4294967295.0, 1e-8, 12345.0})
            QCOMPARE(numberFromText(numberText(value, locale), locale).value_or(-1), value);
    QCOMPARE(numberText(5e-5, QLocale(QLocale::English)), QStringLiteral("5e-5"));
    QCOMPARE(numberText(0.002, QLocale::c()), QStringLiteral("0.002"));
    QCOMPARE(numberText(256, QLocale::c()), QStringLiteral("256"));
}

void FormsTest::theWheelScrollsThePageUnlessTheFieldHasTheFocus()
{
    Fixture f;
    auto *box = f.find<NumberBox>("numTrainEpochs");
    auto *choice = f.find<QComboBox>("lrSchedulerType");
    const auto wheel = [](QWidget *target) {
        QWheelEvent event({5, 5}, target->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(target, &event);
        return event.isAccepted();
    };
    choice->setCurrentIndex(1);
    QVERIFY(!wheel(box));
    QVERIFY(!wheel(choice));
    QCOMPARE(box->text(), QStringLiteral("3"));
    QCOMPARE(choice->currentIndex(), 1);
    f.form.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.form));
    box->setFocus();
    QVERIFY(wheel(box));
    QCOMPARE(box->text(), QStringLiteral("4"));
}

void FormsTest::arrowsStepAlongTheScale()
{
    Fixture f;
    auto *rate = f.find<NumberBox>("learningRate");
    rate->setValue(5e-5);
    QTest::keyClick(rate, Qt::Key_Up);
    QCOMPARE(rate->text(), QStringLiteral("1e-4"));
    QTest::keyClick(rate, Qt::Key_Down);
    QTest::keyClick(rate, Qt::Key_Down);
    QCOMPARE(rate->text(), QStringLiteral("2e-5"));
    QVERIFY(f.plan.value("/training/learning_rate") == Json(2e-5));
    auto *epochs = f.find<NumberBox>("numTrainEpochs");
    QTest::keyClick(epochs, Qt::Key_Up);
    QVERIFY(f.plan.value("/training/num_train_epochs") == Json(4.0));
    auto *share = f.find<NumberBox>("validation");
    QCOMPARE(share->text(), QStringLiteral("15"));
    QTest::keyClick(share, Qt::Key_Up);
    QVERIFY(f.plan.value("/dataset/split/validation") == Json(0.16));
}

void FormsTest::whatIsTypedGoesIntoThePlan()
{
    Fixture f;
    f.type("learningRate", QStringLiteral("5e-5"));
    f.type("perDeviceTrainBatchSize", QStringLiteral("8"));
    f.type("evalSteps", QStringLiteral("50"));
    f.type("validation", QStringLiteral("20"));
    QTest::keyClick(f.find<QCheckBox>("shuffle"), Qt::Key_Space);
    QVERIFY(f.plan.value("/training/learning_rate") == Json(5e-5));
    QVERIFY(f.plan.value("/training/per_device_train_batch_size") == Json(8));
    QVERIFY(f.plan.value("/training/per_device_train_batch_size")->is_number_integer());
    QVERIFY(f.plan.value("/training/eval_steps") == Json(50));
    QVERIFY(f.plan.value("/dataset/split/validation") == Json(0.2));
    QVERIFY(f.plan.value("/training/shuffle") == Json(false));
    QCOMPARE(f.form.changedCount(), 5);
    f.type("evalSteps", QStringLiteral("auto"));
    QVERIFY(!f.plan.value("/training/eval_steps"));
    QCOMPARE(f.form.changedCount(), 4);
}

void FormsTest::aRefusedValueStaysInTheFieldAndNotInThePlan()
{
    Fixture f;
    f.type("perDeviceTrainBatchSize", QStringLiteral("8"));
    f.type("perDeviceTrainBatchSize", QStringLiteral("0"));
    QCOMPARE(f.shown("perDeviceTrainBatchSize"), QStringLiteral("0"));
    QVERIFY(f.error("perDeviceTrainBatchSizeRow").contains(QStringLiteral("65,536")));
    QVERIFY(f.plan.value("/training/per_device_train_batch_size") == Json(8));
    QCOMPARE(f.form.errorCount(), 1);
    // Another language throws nothing away.
    f.form.setTexts();
    QCOMPARE(f.shown("perDeviceTrainBatchSize"), QStringLiteral("0"));
    QCOMPARE(f.form.errorCount(), 1);
    f.type("numTrainEpochs", QStringLiteral("many"));
    QVERIFY(f.error("numTrainEpochsRow").contains(QStringLiteral("many")));
    QCOMPARE(f.form.errorCount(), 2);
    f.type("perDeviceTrainBatchSize", QStringLiteral("4"));
    QVERIFY(f.error("perDeviceTrainBatchSizeRow").isEmpty());
    QCOMPARE(f.form.errorCount(), 1);
}

void FormsTest::numbersOutOfRangeAreRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("good");
    QTest::addColumn<QString>("bad");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *field, const char *good, const char *bad,
                        const char *said) {
        QTest::newRow(name) << QString::fromLatin1(field) << QString::fromLatin1(good)
                            << QString::fromLatin1(bad) << QString::fromLatin1(said);
    };
    const char *rate = "learningRate", *batch = "perDeviceTrainBatchSize";
    const char *epochs = "numTrainEpochs", *share = "validation";
    row("D9 rate 0", rate, "2e-4", "0", "it must be from");
    row("D9 negative rate", rate, "2e-4", "-1e-3", "it must be from");
    row("D9 huge rate", rate, "2e-4", "1e9", "it must be from");
    row("D9 rate beyond every number", rate, "2e-4", "1e999", "is not a number");
    row("D9 comma rate", rate, "2e-4", "0,1", "is not a number");
    row("D9 no rate", rate, "2e-4", "", "Type a number");
    row("D9 batch 0", batch, "8", "0", "whole number from 1");
    row("D9 negative batch", batch, "8", "-8", "whole number from 1");
    row("D9 half a row", batch, "8", "2.5", "whole number from 1");
    row("D9 huge batch", batch, "8", "99999999999999999999", "whole number from 1");
    row("D9 no batch", batch, "8", "", "Type a number");
    row("D9 epochs 10^12", epochs, "5", "1e12", "it must be");
    row("D9 negative epochs", epochs, "5", "-3", "it must be");
    row("D9 share above all", share, "20", "150", "it must be from");
    row("D9 negative share", share, "20", "-5", "it must be from");
}

void FormsTest::numbersOutOfRangeAreRefused()
{
    QFETCH(QString, field);
    QFETCH(QString, good);
    QFETCH(QString, bad);
    QFETCH(QString, said);
    const QByteArray name = field.toLatin1();
    Fixture f;
    f.type(name, good);
    const Json before = f.plan.json();
    QVERIFY(!before.empty());
    f.paste(name, bad);
    QCOMPARE(f.shown(name), bad);
    QVERIFY(f.plan.json() == before);
    QCOMPARE(f.form.errorCount(), 1);
    const QString error = f.error(name + "Row");
    QVERIFY2(error.contains(said) && error.endsWith(u'.'), qPrintable(error));
    f.paste(name, good);
    QCOMPARE(f.form.errorCount(), 0);
    QVERIFY(f.plan.json() == before);
}

void FormsTest::noNumberIsTakenWithoutItsRange()
{
    for (const MethodInfo &method : methods()) {
        const std::vector<FormEntry> entries = settingsOf(method.descriptor, {});
        Fixture f(entries);
        int tried = 0;
        for (const FormEntry &entry : entries) {
            const std::string name = controlName(entry.parameter.id);
            if (!f.find<NumberBox>(name.c_str()))
                continue;
            for (const char *bad : {"-1e300", "1e300"}) {
                f.paste(name.c_str(), QString::fromLatin1(bad));
                QVERIFY2(!f.error((name + "Row").c_str()).isEmpty(), name.c_str());
                QVERIFY2(f.plan.json().empty(), name.c_str());
            }
            ++tried;
        }
        QVERIFY(tried > 15);
        QCOMPARE(f.form.errorCount(), tried);
    }
}

void FormsTest::theDefaultIsNoChange()
{
    Fixture f;
    f.type("numTrainEpochs", QStringLiteral("5"));
    QCOMPARE(f.form.changedCount(), 1);
    f.type("numTrainEpochs", QStringLiteral("3"));
    QCOMPARE(f.form.changedCount(), 0);
    QVERIFY(f.plan.json().empty());
    f.type("numTrainEpochs", QStringLiteral("5"));
    auto *reset =
        f.find<QWidget>("numTrainEpochsRow")->findChild<QToolButton *>(QStringLiteral("reset"));
    QVERIFY(reset->isVisible());
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(!f.plan.value("/training/num_train_epochs"));
    QCOMPARE(f.shown("numTrainEpochs"), QStringLiteral("3"));
    QVERIFY(!reset->isVisible());
}

void FormsTest::undoFillsTheFieldAgain()
{
    Fixture f;
    f.type("seed", QStringLiteral("7"));
    f.plan.undoStack().undo();
    QCOMPARE(f.shown("seed"), QStringLiteral("42"));
    f.plan.undoStack().redo();
    QCOMPARE(f.shown("seed"), QStringLiteral("7"));
}

void FormsTest::resetAllIsOneUndoStep()
{
    Fixture f;
    f.type("seed", QStringLiteral("7"));
    f.type("numTrainEpochs", QStringLiteral("9"));
    f.form.resetAll();
    QVERIFY(f.plan.json().empty());
    QCOMPARE(f.form.changedCount(), 0);
    f.plan.undoStack().undo();
    QCOMPARE(f.form.changedCount(), 2);
}

void FormsTest::everySettingOfEveryMethodHasAField()
{
    for (const MethodInfo &method : methods()) {
        Fixture f(settingsOf(method.descriptor, {}));
        std::set<std::string> pointers;
        for (const FormEntry &entry : settingsOf(method.descriptor, {}))
            QVERIFY2(pointers.insert(entry.pointer).second, entry.pointer.c_str());
        for (const TrainingField &field : trainingFields())
            QVERIFY(pointers.contains("/training/" + field.parameter.id));
        QCOMPARE(size_t(f.rows().size()), pointers.size());
    }
}

void FormsTest::everyChoiceHasWords()
{
    for (const MethodInfo &method : methods()) {
        std::vector<Parameter> all = trainingParameters(&method.descriptor);
        std::ranges::copy(method.descriptor.parameters, std::back_inserter(all));
        for (const Parameter &parameter : all)
            for (const std::string &choice : parameter.choices)
                QVERIFY2(choiceWords(choice) != QString::fromStdString(choice) || choice == "fp32",
                         choice.c_str());
    }
}

void FormsTest::simpleShowsTheSixThatMatter()
{
    Fixture f;
    f.form.setSimple(true);
    QCOMPARE(f.rows(), (QStringList{QStringLiteral("numTrainEpochsRow"),
                                    QStringLiteral("perDeviceTrainBatchSizeRow"),
                                    QStringLiteral("learningRateRow"),
                                    QStringLiteral("maxLengthRow"), QStringLiteral("validationRow"),
                                    QStringLiteral("earlyStoppingPatienceRow")}));
}

/// Full: about what BERT's authors advise; the others an order of magnitude above, as for MiniLM.
void FormsTest::widerModelsGetLowerRates()
{
    struct Range
    {
        const char *method;
        int64_t hidden_size;
        double from, to;
    };
    for (const Range &range :
         {Range{"full", 768, 2e-5, 6e-5}, Range{"full", 1024, 1e-5, 5e-5},
          Range{"lora", 768, 2e-4, 1e-3}, Range{"lora", 1024, 2e-4, 6e-4},
          Range{"bitfit", 768, 1e-4, 1e-3}, Range{"bitfit", 1024, 1e-4, 1e-3}}) {
        const Descriptor &method = methodNamed(range.method).descriptor;
        Fixture f(settingsOf(method, {.hidden_size = range.hidden_size}));
        const double rate = f.find<NumberBox>("learningRate")->value().get<double>();
        QVERIFY2(rate >= range.from && rate <= range.to, range.method);
        QString said;
        for (const QLabel *label : f.find<QWidget>("learningRateRow")->findChildren<QLabel *>())
            said += label->text() + u'\n';
        QVERIFY2(said.contains(QStringLiteral("the wider a model is")), qPrintable(said));
    }
}

void FormsTest::searchFindsByUsualName()
{
    Fixture f;
    f.form.setFilter(QStringLiteral("weight_decay"));
    QCOMPARE(f.rows(), QStringList{QStringLiteral("weightDecayRow")});
    f.form.setFilter(QStringLiteral("SMOOTHING label"));
    QCOMPARE(f.rows(), QStringList{QStringLiteral("labelSmoothingFactorRow")});
    f.form.setFilter({});
    QVERIFY(f.rows().size() > 25);
}

void FormsTest::changedOnesComeFirst()
{
    Fixture f;
    f.type("saveSteps", QStringLiteral("10"));
    // While one types nothing moves.
    QVERIFY(f.rows().first() != QStringLiteral("saveStepsRow"));
    f.form.setSimple(false);
    QCOMPARE(f.rows().first(), QStringLiteral("saveStepsRow"));
}

void FormsTest::aParameterThatNoPageKnowsHasItsField()
{
    using Kind = Parameter::Kind;
    Descriptor method{.id = "made-up", .name = "Made up", .summary = "", .parameters = {}};
    method.parameters = {
        {.id = "strength", .kind = Kind::Number, .label = "Strength", .initial = 0.5, .maximum = 1},
        {.id = "layers", .kind = Kind::Names, .label = "Layers", .initial = Json::array({"a"})},
        {.id = "mode",
         .kind = Kind::Choice,
         .label = "Mode",
         .initial = "x",
         .choices = {"x", "y"}},
        {.id = "note", .kind = Kind::Text, .label = "Note", .initial = ""},
        {.id = "careful", .kind = Kind::Flag, .label = "Careful", .initial = nullptr},
    };
    Fixture f(settingsOf(method, {}));
    f.type("strength", QStringLiteral("0.75"));
    QTest::keyClicks(f.find<QLineEdit>("note"), QStringLiteral("hm"));
    auto *layers = f.find<QLineEdit>("layers");
    QCOMPARE(layers->text(), QStringLiteral("a"));
    layers->selectAll();
    QTest::keyClicks(layers, QStringLiteral("query, value"));
    QTest::keyClick(f.find<QComboBox>("mode"), Qt::Key_Down);
    QTest::keyClick(f.find<QComboBox>("careful"), Qt::Key_Down);
    QVERIFY(f.plan.value("/method") == Json({{"strength", 0.75},
                                             {"note", "hm"},
                                             {"layers", {"query", "value"}},
                                             {"mode", "y"},
                                             {"careful", true}}));
    layers->selectAll();
    QTest::keyClicks(layers, QStringLiteral(".*query"));
    QVERIFY(f.plan.value("/method/layers") == Json(".*query"));
}

void FormsTest::tooltipsHoldTheUsualName()
{
    Fixture f;
    auto *box = f.find<NumberBox>("perDeviceTrainBatchSize");
    QVERIFY(box->toolTip().contains(QStringLiteral("per_device_train_batch_size")));
    QCOMPARE(box->accessibleName(), QStringLiteral("Batch size"));
    QVERIFY(box->accessibleDescription().contains(QStringLiteral("16")));
}

void FormsTest::reasonAndHelpOfEverySettingAreShown()
{
    for (const MethodInfo &method : methods()) {
        const std::vector<FormEntry> entries = settingsOf(method.descriptor, modelOf512);
        Fixture f(entries);
        for (const FormEntry &entry : entries) {
            const std::string name = controlName(entry.parameter.id);
            QStringList texts;
            for (const QLabel *label :
                 f.find<QWidget>((name + "Row").c_str())->findChildren<QLabel *>())
                texts << label->text();
            const QString reason = words::of(entry.parameter.reason);
            const QString help = words::of(entry.parameter.help);
            QVERIFY2(!reason.isEmpty() && texts.join(u'\n').contains(reason), name.c_str());
            QVERIFY2(!help.isEmpty() && f.find<QWidget>(name.c_str())->toolTip().contains(help),
                     name.c_str());
        }
    }
}

void FormsTest::tabFollowsTheEyeAndLeavesTheForm()
{
    const QTemporaryDir folder;
    PlanDocument plan(folder.path());
    plan.set("/training/save_steps", 10, {});
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *before = new QLineEdit(&window);
    auto *form = new ParameterForm(plan, &window);
    auto *after = new QLineEdit(&window);
    for (QWidget *widget : {static_cast<QWidget *>(before), static_cast<QWidget *>(form),
                            static_cast<QWidget *>(after)})
        layout->addWidget(widget);
    // Made last, they stand in the middle.
    form->setEntries(settingsOf(methods().front().descriptor, modelOf512));
    form->setSimple(false);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    std::vector<QWidget *> passed;
    for (int i = 0; i < 100 && QApplication::focusWidget() != after; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        passed.push_back(QApplication::focusWidget());
    }
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(after));
    QCOMPARE(passed.front()->objectName(), QStringLiteral("saveSteps"));
    // Field and arrow of one row stand at one height.
    passed.pop_back();
    QVERIFY(std::ranges::is_sorted(passed, {}, [&window](QWidget *widget) {
        while (!widget->objectName().endsWith(QStringLiteral("Row")) && widget->parentWidget())
            widget = widget->parentWidget();
        return widget->mapTo(&window, QPoint()).y();
    }));
    for (size_t i = 0; i <= passed.size(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(before));
}

QTEST_MAIN(FormsTest)
#include "tst_forms.moc"
