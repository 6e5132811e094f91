<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Arranging</name>
    <message numerus="yes">
        <source>There are %n of {page}.</source>
        <translation>
            <numerusform>There is %n of {page}.</numerusform>
            <numerusform>There are %n of {page}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message numerus="yes">
        <source>The library has %n fault(s). Run "jiaokan check" for the list, or restore a backup (File menu).</source>
        <translation>
            <numerusform>The library has %n fault. Run "jiaokan check" for the list, or restore a backup (File menu).</numerusform>
            <numerusform>The library has %n faults. Run "jiaokan check" for the list, or restore a backup (File menu).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message numerus="yes">
        <source>%n line end(s) read as before, more or less surely, and stand not in the list.</source>
        <translation>
            <numerusform>%n line end reads as before, more or less surely, and stands not in the list.</numerusform>
            <numerusform>%n line ends read as before, more or less surely, and stand not in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clue(s) would weigh otherwise, the strongest first.</source>
        <translation>
            <numerusform>%n clue would weigh otherwise.</numerusform>
            <numerusform>%n clues would weigh otherwise, the strongest first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n phrase</numerusform>
            <numerusform>%n phrases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) under it</source>
        <translation>
            <numerusform>%n topic under it</numerusform>
            <numerusform>%n topics under it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message numerus="yes">
        <source>%n paragraph(s) were pasted.</source>
        <translation>
            <numerusform>%n paragraph was pasted.</numerusform>
            <numerusform>%n paragraphs were pasted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank(s) at line ends</source>
        <translation>
            <numerusform>%n blank at line ends</numerusform>
            <numerusform>%n blanks at line ends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n control character(s)</source>
        <translation>
            <numerusform>%n control character</numerusform>
            <numerusform>%n control characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>Undo the whole import of %n file(s)</source>
        <translation>
            <numerusform>Undo the whole import of %n file</numerusform>
            <numerusform>Undo the whole import of %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Structure</name>
    <message numerus="yes">
        <source>%n heading(s) of it stand in the text now.</source>
        <translation>
            <numerusform>%n heading of it stands in the text now.</numerusform>
            <numerusform>%n headings of it stand in the text now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagStrip</name>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TwoTexts</name>
    <message numerus="yes">
        <source>%n more paragraph(s) wait behind this one.</source>
        <translation>
            <numerusform>%n more paragraph waits behind this one.</numerusform>
            <numerusform>%n more paragraphs wait behind this one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WholeImport</name>
    <message numerus="yes">
        <source>The import was undone: %n file(s), {articles} ({first} … {last}).</source>
        <translation>
            <numerusform>The import was undone: %n file, {articles} ({first} … {last}).</numerusform>
            <numerusform>The import was undone: %n files, {articles} ({first} … {last}).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n issue</numerusform>
            <numerusform>%n issues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubt(s)</source>
        <translation>
            <numerusform>%n doubt</numerusform>
            <numerusform>%n doubts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
</TS>
