<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Mended; %n places are left that only a person can cure.</source>
        <translation>
            <numerusform>Mended; %n place is left that only a person can cure.</numerusform>
            <numerusform>Mended; %n places are left that only a person can cure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places break the standard.</source>
        <translation>
            <numerusform>%n place breaks the standard.</numerusform>
            <numerusform>%n places break the standard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n sessions</source>
        <translation>
            <numerusform>Export %n session</numerusform>
            <numerusform>Export %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryMenu</name>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag for %n selected sessions:</source>
        <translation>
            <numerusform>Tag for the selected session:</numerusform>
            <numerusform>Tag for %n selected sessions:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message numerus="yes">
        <source>The first %n hits</source>
        <translation>
            <numerusform>The first hit</numerusform>
            <numerusform>The first %n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n files were written to %1.</source>
        <translation>
            <numerusform>%n file was written to %1.</numerusform>
            <numerusform>%n files were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevisionPane</name>
    <message numerus="yes">
        <source>Change %1 of %n</source>
        <translation>
            <numerusform>Change %1 of %n</numerusform>
            <numerusform>Change %1 of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in lines that you edited: they stay unless you accept them</source>
        <translation>
            <numerusform>%n in a line that you edited: it stays unless you accept it</numerusform>
            <numerusform>%n in lines that you edited: they stay unless you accept them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionActs</name>
    <message numerus="yes">
        <source>%n sessions were deleted.</source>
        <translation>
            <numerusform>%n session was deleted.</numerusform>
            <numerusform>%n sessions were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions were merged.</source>
        <translation>
            <numerusform>%n session was merged.</numerusform>
            <numerusform>%n sessions were merged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionEditing</name>
    <message numerus="yes">
        <source>%n doubtful words</source>
        <translation>
            <numerusform>%n doubtful word</numerusform>
            <numerusform>%n doubtful words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seconds by which the %n selected cues come later; less than 0 for earlier:</source>
        <translation>
            <numerusform>Seconds by which the selected cue comes later; less than 0 for earlier:</numerusform>
            <numerusform>Seconds by which the %n selected cues come later; less than 0 for earlier:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name for the %n selected cues:</source>
        <translation>
            <numerusform>Name for the selected cue:</numerusform>
            <numerusform>Name for the %n selected cues:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionPane</name>
    <message numerus="yes">
        <source>%n sessions are selected.</source>
        <translation>
            <numerusform>%n session is selected.</numerusform>
            <numerusform>%n sessions are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
</TS>
