// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace luthier {

/// Every widget of ui/widgets in its states, for pictures and tests. Controls have object names.
class Gallery : public QWidget
{
public:
    explicit Gallery(const QString &title);

private:
    QWidget *buttons();
    QWidget *badges();
    QWidget *banners();
    QWidget *formRows();
    QWidget *states();
    QWidget *series();
    QWidget *choices();
};

/// The widgets that the first page of the gallery has no room for.
class SecondGallery : public QWidget
{
public:
    explicit SecondGallery(const QString &title);

private:
    QWidget *header();
    QWidget *methods();
    QWidget *amounts();
    QWidget *tokens();
    QWidget *problems();
    QWidget *fields();
};

} // namespace luthier
