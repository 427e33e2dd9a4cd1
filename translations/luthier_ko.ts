<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>luthier::MainWindow</name>
    <message>
        <source>Luthier</source>
        <translation>Luthier</translation>
    </message>
    <message>
        <source>Luthier, main window</source>
        <translation>Luthier, 기본 창</translation>
    </message>
    <message>
        <source>Fine-tune a model on your own data</source>
        <translation>내 데이터로 모델 미세 조정</translation>
    </message>
    <message>
        <source>Write a plan with luthier-cli init, then start it with luthier-cli train. Runs are kept in %1.</source>
        <translation>luthier-cli init으로 계획을 만들고 luthier-cli train으로 시작합니다. 실행은 %1에 저장됩니다.</translation>
    </message>
</context>
</TS>
