// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/part_files.h"
#include "ui/pages/train/parts_card.h"
#include "ui/pages/train/role_rows.h"
#include "ui/pages/train/train_step.h"
#include "ui/session/plan_document.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace luthier {

namespace {

/// Which file is learned from, which column is what, and how the rows are parted.
class DataStep : public TrainStep
{
    Q_OBJECT

public:
    DataStep(const AppContext &context, PlanFacts &facts, QWidget *parent);

    QString name() const override { return tr("Data"); }
    bool isDone() const override
    {
        return !plannedFile().isEmpty() && !m_facts.dataError() &&
               !(m_facts.data() && m_facts.data()->overview.obstacle);
    }
    QString obstacle() const override;
    void setTexts() override;
    void refresh() override;
    QWidget *firstFocus() override { return m_file; }

private:
    QString plannedFile() const;
    QWidget *madeFileCard();
    void take(const QString &file);
    QString wholePath(const QString &typed) const;
    void browse();
    void browseFolder();
    void browsePart(const std::string &part, const QString &file);
    void showPartFiles();
    void showTrouble();

    QLineEdit *m_file;
    QPushButton *m_browse, *m_browseFolder, *m_look;
    TextLabel *m_state;
    Banner *m_trouble;
    Card *m_fileCard, *m_roles;
    RoleRows *m_rows;
    PartFiles *m_partFiles;
    PartsCard *m_parts;
};

DataStep::DataStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
    : TrainStep(context, facts, parent), m_file(new QLineEdit(this)),
      m_browse(new QPushButton(this)), m_browseFolder(new QPushButton(this)),
      m_look(new QPushButton(this)), m_state(new TextLabel(QStringLiteral("secondary"), this)),
      m_trouble(new Banner(this)), m_fileCard(new Card(this)), m_roles(new Card(this)),
      m_rows(new RoleRows(m_roles)), m_partFiles(new PartFiles(this)), m_parts(new PartsCard(this))
{
    m_trouble->setObjectName(QStringLiteral("dataTrouble"));
    m_trouble->setProperty("userText", true);
    m_trouble->hide();
    m_roles->body()->addWidget(m_rows);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::units(2));
    layout->addWidget(m_trouble);
    layout->addWidget(madeFileCard());
    layout->addWidget(m_roles);
    layout->addWidget(m_partFiles);
    layout->addWidget(m_parts);
    layout->addStretch(1);
    connect(m_partFiles, &PartFiles::browsed, this, &DataStep::browsePart);
    connect(m_partFiles, &PartFiles::chosen, this,
            [this](const std::string &part, const QString &file) {
                m_facts.choosePart(part, file.isEmpty() ? QString() : wholePath(file));
            });
    connect(m_rows, &RoleRows::chosen, this,
            [this](const std::string &role, const QString &column) {
                m_context.plan.set("/dataset/columns/" + role,
                                   column.isEmpty() ? Json() : Json(column.toStdString()),
                                   tr("Columns"));
            });
}

QWidget *DataStep::madeFileCard()
{
    m_file->setObjectName(QStringLiteral("dataFile"));
    m_browse->setObjectName(QStringLiteral("chooseDataFile"));
    m_browseFolder->setObjectName(QStringLiteral("chooseDataFolder"));
    for (QPushButton *button : {m_browse, m_browseFolder})
        button->setIcon(icon(QStringLiteral("open")));
    m_look->setObjectName(QStringLiteral("lookAtData"));
    m_look->setProperty("role", QStringLiteral("quiet"));
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::units(1));
    line->addWidget(m_file, 1);
    line->addWidget(m_browse);
    line->addWidget(m_browseFolder);
    line->addWidget(m_look);
    m_fileCard->body()->addLayout(line);
    m_fileCard->body()->addWidget(m_state);
    connect(m_file, &QLineEdit::returnPressed, this, [this] { take(m_file->text()); });
    connect(m_browse, &QPushButton::clicked, this, &DataStep::browse);
    connect(m_browseFolder, &QPushButton::clicked, this, &DataStep::browseFolder);
    connect(m_look, &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested(
            {QStringLiteral("data"), {}, {{QStringLiteral("open"), plannedFile()}}});
    });
    return m_fileCard;
}

QString DataStep::plannedFile() const
{
    const Json dataset = m_context.plan.json().value("dataset", Json::object());
    for (const char *key : {"path", "train"})
        if (dataset.contains(key) && dataset[key].is_string())
            return QString::fromStdString(dataset[key].get<std::string>());
    return {};
}

QString DataStep::obstacle() const
{
    if (m_facts.isReadingData())
        return tr("The file is still being read.");
    if (m_facts.dataError())
        return words::of(*m_facts.dataError());
    if (plannedFile().isEmpty())
        return tr("Choose the file to learn from.");
    if (m_facts.data() && m_facts.data()->overview.obstacle)
        return words::of(*m_facts.data()->overview.obstacle);
    return {};
}

void DataStep::setTexts()
{
    m_fileCard->setTitle(tr("The file to learn from"));
    m_fileCard->setSubtitle(tr("It is only read, never changed"));
    m_file->setPlaceholderText(tr("Type or paste the place of a CSV or JSONL file, then Enter"));
    m_file->setAccessibleName(tr("File to learn from"));
    m_file->setToolTip(tr("Enter reads the file."));
    m_browse->setText(tr("Choose a file…"));
    m_browse->setToolTip(tr("Opens a file of this computer."));
    m_browseFolder->setText(tr("Choose a folder…"));
    m_browseFolder->setToolTip(tr("Opens a folder with a folder of text files for each label."));
    m_look->setText(tr("Look at the data"));
    m_look->setToolTip(tr("Opens the rows on the Data page."));
    m_roles->setTitle(tr("What the columns are"));
    m_rows->setTexts();
    m_partFiles->setTexts();
}

void DataStep::refresh()
{
    const DataFacts *data = m_facts.data();
    const QString file = plannedFile();
    if (!m_file->hasFocus() || m_file->text().isEmpty())
        m_file->setText(QDir::toNativeSeparators(file));
    m_look->setVisible(!file.isEmpty());
    m_roles->setVisible(data != nullptr);
    m_parts->setVisible(data && !data->overview.obstacle);
    if (data) {
        m_rows->setData(*data);
        m_parts->setData(*data);
        m_state->setText(tr("%n row(s), %1 in use", nullptr, int(data->overview.counts.rows))
                             .arg(words::whole(data->overview.counts.inUse)));
    }
    if (m_facts.isReadingData())
        m_state->setText(tr("Reading…"));
    m_state->setVisible(data || m_facts.isReadingData());
    showPartFiles();
    showTrouble();
}

void DataStep::showPartFiles()
{
    const DataFacts *data = m_facts.data();
    QStringList notes;
    if (data && data->ownParts)
        for (const Message &note : data->ownParts->notes)
            notes.append(words::of(note));
    m_partFiles->setVisible(!plannedFile().isEmpty());
    m_partFiles->setFiles(m_context.plan.json().value("dataset", Json::object()), notes);
}

void DataStep::showTrouble()
{
    const auto &error = m_facts.dataError();
    const bool stuck = !error && m_facts.data() && m_facts.data()->overview.obstacle;
    m_trouble->setVisible(!m_facts.isReadingData() && (error || stuck));
    if (error)
        m_trouble->setMessage(Banner::Error, tr("This file cannot be used as it is."),
                              words::of(*error));
    else if (stuck)
        m_trouble->setMessage(Banner::Error, tr("A run could not start with this data."),
                              words::of(*m_facts.data()->overview.obstacle));
}

void DataStep::take(const QString &file)
{
    if (file.trimmed().isEmpty())
        return;
    m_facts.chooseData(wholePath(file.trimmed()));
}

/// Relative names are meant from the workspace, as in a plan there.
QString DataStep::wholePath(const QString &typed) const
{
    const QString path =
        typed.startsWith(QStringLiteral("~/")) ? QDir::home().filePath(typed.mid(2)) : typed;
    return QDir(m_context.workspace).absoluteFilePath(QDir::fromNativeSeparators(path));
}

void DataStep::browseFolder()
{
    const QString start = plannedFile().isEmpty() ? m_context.workspace : plannedFile();
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder to learn from"), start);
    if (folder.isEmpty())
        return;
    m_file->setText(QDir::toNativeSeparators(folder));
    take(folder);
}

void DataStep::browsePart(const std::string &part, const QString &file)
{
    const QString chosen =
        QFileDialog::getOpenFileName(this, part == "test" ? tr("Test file") : tr("Validation file"),
                                     file.isEmpty() ? plannedFile() : file);
    if (!chosen.isEmpty())
        m_facts.choosePart(part, chosen);
}

void DataStep::browse()
{
    const QString start = plannedFile().isEmpty() ? m_context.workspace : plannedFile();
    const QString file = QFileDialog::getOpenFileName(this, tr("File to learn from"), start);
    if (file.isEmpty())
        return;
    m_file->setText(QDir::toNativeSeparators(file));
    take(file);
}

} // namespace

TrainStep *createDataStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
{
    return new DataStep(context, facts, parent);
}

} // namespace luthier

#include "data_step.moc"
