<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>DataTexts</name>
    <message numerus="yes">
        <source>%Ln line(s) could not be read</source>
        <translation>
            <numerusform>%Ln line could not be read</numerusform>
            <numerusform>%Ln lines could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have no label</source>
        <translation>
            <numerusform>%Ln row has no label</numerusform>
            <numerusform>%Ln rows have no label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in no part of the split</source>
        <translation>
            <numerusform>%Ln row is in no part of the split</numerusform>
            <numerusform>%Ln rows are in no part of the split</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) are checked on and trained on</source>
        <translation>
            <numerusform>%Ln text is checked on and trained on</numerusform>
            <numerusform>%Ln texts are checked on and trained on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) stand there with different labels</source>
        <translation>
            <numerusform>%Ln text stands there with different labels</numerusform>
            <numerusform>%Ln texts stand there with different labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a label spelled unusually</source>
        <translation>
            <numerusform>%Ln row has a label spelled unusually</numerusform>
            <numerusform>%Ln rows have a label spelled unusually</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) have too few rows for every part</source>
        <translation>
            <numerusform>%Ln label has too few rows for every part</numerusform>
            <numerusform>%Ln labels have too few rows for every part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) are empty</source>
        <translation>
            <numerusform>%Ln text is empty</numerusform>
            <numerusform>%Ln texts are empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) are exact copies of another</source>
        <translation>
            <numerusform>%Ln text is an exact copy of another</numerusform>
            <numerusform>%Ln texts are exact copies of another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) are longer than the cut-off</source>
        <translation>
            <numerusform>%Ln text is longer than the cut-off</numerusform>
            <numerusform>%Ln texts are longer than the cut-off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in use</source>
        <translation>
            <numerusform>%Ln in use</numerusform>
            <numerusform>%Ln in use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a label</source>
        <translation>
            <numerusform>%Ln without a label</numerusform>
            <numerusform>%Ln without a label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in no part</source>
        <translation>
            <numerusform>%Ln in no part</numerusform>
            <numerusform>%Ln in no part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not split</source>
        <translation>
            <numerusform>%Ln not split</numerusform>
            <numerusform>%Ln not split</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln header</source>
        <translation>
            <numerusform>%Ln header</numerusform>
            <numerusform>%Ln header</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <translation>
            <numerusform>%Ln unreadable</numerusform>
            <numerusform>%Ln unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blank</source>
        <translation>
            <numerusform>%Ln blank</numerusform>
            <numerusform>%Ln blank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further line(s) of rows</source>
        <translation>
            <numerusform>%Ln further line of rows</numerusform>
            <numerusform>%Ln further lines of rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln file could not be read</numerusform>
            <numerusform>%Ln files could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message numerus="yes">
        <source>%1, %n block(s)</source>
        <translation>
            <numerusform>%1, %n block</numerusform>
            <numerusform>%1, %n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::ChecksCard</name>
    <message numerus="yes">
        <source>Stops after %n validation(s) without a better one</source>
        <translation>
            <numerusform>Stops after %n validation without a better one</numerusform>
            <numerusform>Stops after %n validations without a better one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved every %n step(s), so a power cut costs little</source>
        <translation>
            <numerusform>Saved every %n step, so a power cut costs little</numerusform>
            <numerusform>Saved every %n steps, so a power cut costs little</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are cut at %1 tokens</source>
        <translation>
            <numerusform>%n row are cut at %1 tokens</numerusform>
            <numerusform>%n rows are cut at %1 tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved when it ends: it has %n step(s) only</source>
        <translation>
            <numerusform>Saved when it ends: it has %n step only</numerusform>
            <numerusform>Saved when it ends: it has %n steps only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::ComputerCard</name>
    <message numerus="yes">
        <source>%n core(s), %1</source>
        <comment>%1: vector instructions, as AVX2</comment>
        <translation>
            <numerusform>%n core, %1</numerusform>
            <numerusform>%n cores, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::DataPage</name>
    <message numerus="yes">
        <source>%Ln text(s) in use</source>
        <translation>
            <numerusform>%Ln text in use</numerusform>
            <numerusform>%Ln texts in use</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::DataStep</name>
    <message numerus="yes">
        <source>%n row(s), %1 in use</source>
        <translation>
            <numerusform>%n row, %1 in use</numerusform>
            <numerusform>%n rows, %1 in use</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::LabelBars</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>labels</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::LabelsCard</name>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::LengthCard</name>
    <message numerus="yes">
        <source>%n row(s) are longer than %1 tokens and lose their end.</source>
        <translation>
            <numerusform>%n row are longer than %1 tokens and lose their end.</numerusform>
            <numerusform>%n rows are longer than %1 tokens and lose their end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::MethodCard</name>
    <message numerus="yes">
        <source>The blocks stay as they are; small parts beside %n of them learn.</source>
        <translation>
            <numerusform>The blocks stay as they are; small parts beside %n of them learn.</numerusform>
            <numerusform>The blocks stay as they are; small parts beside %n of them learn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::ModelDetails</name>
    <message numerus="yes">
        <source>up to %n token(s)</source>
        <translation>
            <numerusform>up to %n token</numerusform>
            <numerusform>up to %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::Navigation</name>
    <message numerus="yes">
        <source>%n run(s) going</source>
        <translation>
            <numerusform>%n run going</numerusform>
            <numerusform>%n runs going</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::OutcomeCard</name>
    <message numerus="yes">
        <source>%1, %2, %n thread(s)</source>
        <translation>
            <numerusform>%1, %2, %n thread</numerusform>
            <numerusform>%1, %2, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::PartsCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s): %1</source>
        <translation>
            <numerusform>%n label: %1</numerusform>
            <numerusform>%n labels: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without a label are left out.</source>
        <translation>
            <numerusform>%n row without a label are left out.</numerusform>
            <numerusform>%n rows without a label are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) belong to no part.</source>
        <translation>
            <numerusform>%n row belong to no part.</numerusform>
            <numerusform>%n rows belong to no part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of the file could not be read and are kept aside.</source>
        <translation>
            <numerusform>%n place of the file could not be read and are kept aside.</numerusform>
            <numerusform>%n places of the file could not be read and are kept aside.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::ProblemsCard</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::RecentRuns</name>
    <message numerus="yes">
        <source>All %n run(s)</source>
        <translation>
            <numerusform>All %n run</numerusform>
            <numerusform>All %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::RowsCard</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::RunComparison</name>
    <message numerus="yes">
        <source>%n setting(s); all others are the same</source>
        <translation>
            <numerusform>%n setting; all others are the same</numerusform>
            <numerusform>%n settings; all others are the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::RunsPage</name>
    <message numerus="yes">
        <source>%n run(s), all kept in this workspace</source>
        <translation>
            <numerusform>%n run, all kept in this workspace</numerusform>
            <numerusform>%n runs, all kept in this workspace</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare %n selected</source>
        <translation>
            <numerusform>Compare %n selected</numerusform>
            <numerusform>Compare %n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::SettingsStep</name>
    <message numerus="yes">
        <source>%n setting(s) cannot be used as typed.</source>
        <translation>
            <numerusform>%n setting cannot be used as typed.</numerusform>
            <numerusform>%n settings cannot be used as typed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::SplitCard</name>
    <message numerus="yes">
        <source>%Ln text(s) are in two parts.</source>
        <translation>
            <numerusform>%Ln text is in two parts.</numerusform>
            <numerusform>%Ln texts are in two parts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::StatusBar</name>
    <message numerus="yes">
        <source>%1, %n more</source>
        <comment>work that runs</comment>
        <translation>
            <numerusform>%1, %n more</numerusform>
            <numerusform>%1, %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::TokensCard</name>
    <message numerus="yes">
        <source>%Ln text(s) lose their end (%1)</source>
        <translation>
            <numerusform>%Ln text loses its end (%1)</numerusform>
            <numerusform>%Ln texts lose their end (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::WorkOverview</name>
    <message numerus="yes">
        <source>Workspace “%1”, %n run(s)</source>
        <translation>
            <numerusform>Workspace “%1”, %n run</numerusform>
            <numerusform>Workspace “%1”, %n runs</numerusform>
        </translation>
    </message>
</context>
</TS>
