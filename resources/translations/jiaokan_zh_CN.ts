<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ArticleHead</name>
    <message>
        <source>next</source>
        <translation>下一处</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>Article text</source>
        <translation>文章正文</translation>
    </message>
    <message>
        <source>This paragraph was changed elsewhere. Not taken over: “{text}”</source>
        <translation>这一段已在别处改动。未写入：“{text}”</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>tag</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>issue</source>
        <translation>期</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>has</source>
        <translation>有</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>quotation marks are not in pairs</source>
        <translation>引号不成对</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>没有这个字段</translation>
    </message>
    <message>
        <source>a field has no value</source>
        <translation>字段没有值</translation>
    </message>
    <message>
        <source>there is no such status</source>
        <translation>没有这个状态</translation>
    </message>
    <message>
        <source>the date is not well formed</source>
        <translation>日期不合写法</translation>
    </message>
    <message>
        <source>“has:” knows only doubts</source>
        <translation>“有:”只认疑点</translation>
    </message>
    <message>
        <source>Searched as it stands: {why}.</source>
        <translation>已照原样检索：{why}。</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>This line belongs to no article.</source>
        <translation>此行不属于任何一篇。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>JSON Lines: exact, with the origin of every character</source>
        <translation>JSON Lines：精确，每个字都有出处</translation>
    </message>
    <message>
        <source>CSV: for spreadsheets</source>
        <translation>CSV：供表格软件</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>全部文章</translation>
    </message>
    <message>
        <source>This issue</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>A folder, or a file with its suffix</source>
        <translation>文件夹，或带后缀的文件名</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Articles</source>
        <translation>范围(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>导出到(&amp;T)</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>导出位置</translation>
    </message>
    <message>
        <source>Export {articles}</source>
        <translation>导出 {articles}</translation>
    </message>
    <message>
        <source>Say where to write.</source>
        <translation>请先填写导出位置。</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>导出为文件</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>Cancelled. What was done until then is kept.</source>
        <translation>已取消。此前完成的部分保留。</translation>
    </message>
    <message>
        <source>Exported: {articles} to {path}</source>
        <translation>已导出 {articles} 到 {path}</translation>
    </message>
    <message>
        <source>Withdrawn: {issues}. Undo brings them back.</source>
        <translation>已撤下 {issues}。撤销即可恢复。</translation>
    </message>
</context>
<context>
    <name>HitParagraph</name>
    <message>
        <source>Paragraph of the hit</source>
        <translation>所在段落</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Files and folders to import</source>
        <translation>要导入的文件和文件夹</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>添加文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>添加文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Encoding: found by itself</source>
        <translation>编码：自动识别</translation>
    </message>
    <message>
        <source>As &amp;is: each line a paragraph, nothing repaired</source>
        <translation>原样导入：一行一段，不作修复(&amp;I)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Text (*.txt *.TXT);;All files (*)</source>
        <translation>文本 (*.txt *.TXT);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Add files or a folder first.</source>
        <translation>请先添加文件或文件夹。</translation>
    </message>
</context>
<context>
    <name>IssuesPane</name>
    <message>
        <source>Issues</source>
        <translation>各期</translation>
    </message>
    <message>
        <source>Contents of the issue</source>
        <translation>本期目录</translation>
    </message>
    <message>
        <source>No issues yet. Import pages to begin: {key}.</source>
        <translation>还没有任何一期。按 {key} 导入报纸页面。</translation>
    </message>
    <message>
        <source>Take the samples out</source>
        <translation>撤下样例</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>本期目录</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>全库进度</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Jiaokan</source>
        <translation>校勘</translation>
    </message>
    <message>
        <source>{name} — Jiaokan</source>
        <translation>{name} — 校勘</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>What was imported</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Imported {imported}, unchanged {unchanged}, refused {refused}, skipped {skipped}.</source>
        <translation>导入 {imported}，未变 {unchanged}，拒收 {refused}，略过 {skipped}。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>{percent} % like a page in the library</source>
        <translation>与库中一版相同 {percent}%</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Hits</source>
        <translation>检索结果</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search the library</source>
        <translation>检索全库</translation>
    </message>
    <message>
        <source>Search all: words, tag:economy, status:disputed, date:2025-01</source>
        <translation>检索全库：词句、主题:经济、状态:在校、日期:2025-01</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>所在段落</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>正在检索…</translation>
    </message>
    <message>
        <source>{hits} in {articles}</source>
        <translation>{hits}，见于 {articles}</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>Source lines</source>
        <translation>来源各行</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>{reads}, decided by {who}</source>
        <translation>{reads}，{who}所定</translation>
    </message>
    <message>
        <source>{reads}, {percent} % sure</source>
        <translation>{reads}，把握 {percent}%</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>状态栏</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Another window has this library, or it cannot be written.</source>
        <translation>另一窗口正打开此库，或此库不可写入。</translation>
    </message>
    <message>
        <source>Undo: {wish}</source>
        <translation>撤销：{wish}</translation>
    </message>
</context>
<context>
    <name>TagSidebar</name>
    <message>
        <source>Add a topic</source>
        <translation>添加主题</translation>
    </message>
    <message>
        <source>Add a topic to the article</source>
        <translation>为本篇添加主题</translation>
    </message>
    <message>
        <source>No topics yet.</source>
        <translation>尚无主题。</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>主题表</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>篇数</translation>
    </message>
    <message>
        <source>Topics of this article</source>
        <translation>本篇主题</translation>
    </message>
    <message>
        <source>on this article</source>
        <translation>本篇已有</translation>
    </message>
    <message>
        <source>Remove topic {tag}</source>
        <translation>去掉主题 {tag}</translation>
    </message>
</context>
<context>
    <name>TagStrip</name>
    <message>
        <source>Show the topics</source>
        <translation>展开主题栏</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>The automatic copy of the library was not made ({why}). It is tried again in ten minutes; the library itself is saved.</source>
        <translation>没有做成自动备份（{why}）。十分钟后再试；库本身已保存。</translation>
    </message>
    <message>
        <source>The program made a mistake. What was saved is safe. Please pass on the file jiaokan.log. ({error})</source>
        <translation>程序出了差错。已保存的内容无恙。请把 jiaokan.log 文件交给开发者。（{error}）</translation>
    </message>
    <message>
        <source>Jiaokan</source>
        <translation>校勘</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>There is nothing to split at this end.</source>
        <translation>段首段尾无可分段。</translation>
    </message>
    <message>
        <source>The article begins here: there is nothing to join.</source>
        <translation>这里是本篇开头，前面无可接合。</translation>
    </message>
    <message>
        <source>There is no doubtful line end at the caret.</source>
        <translation>光标处没有存疑的断行。</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>What you typed last could not be saved. Close and lose it?</source>
        <translation>最后键入的内容未能保存。关闭并放弃吗？</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>配色(&amp;T)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>米黄(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比(&amp;H)</translation>
    </message>
    <message>
        <source>This is the last article.</source>
        <translation>这是最后一篇。</translation>
    </message>
    <message>
        <source>This is the first article.</source>
        <translation>这是第一篇。</translation>
    </message>
    <message>
        <source>There is no further doubt.</source>
        <translation>没有更多疑点。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>no date</source>
        <translation>日期不详</translation>
    </message>
    <message>
        <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
        <translation>1 2 3 4 5 6 7 8 9 10 11 12</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{year}年{month}月</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}年{month}月{day}日</translation>
    </message>
    <message>
        <source>page unknown</source>
        <translation>版次不详</translation>
    </message>
    <message>
        <source>p. {pages}</source>
        <translation>第{pages}版</translation>
    </message>
    <message>
        <source>art. {number}</source>
        <translation>第{number}篇</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n 期</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} chars</source>
        <translation>{count} 字</translation>
    </message>
    <message numerus="yes">
        <source>%n doubt(s)</source>
        <translation>
            <numerusform>%n 处疑点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>no headline</source>
        <translation>失题</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未校</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>在校</translation>
    </message>
    <message>
        <source>1st proof</source>
        <translation>一校</translation>
    </message>
    <message>
        <source>2nd proof</source>
        <translation>二校</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>not text</source>
        <translation>非文</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>By</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Subhead</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图说</translation>
    </message>
    <message>
        <source>Verse</source>
        <translation>诗行</translation>
    </message>
    <message>
        <source>Furn.</source>
        <translation>杂项</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>相接</translation>
    </message>
    <message>
        <source>joined with a space</source>
        <translation>空一格相接</translation>
    </message>
    <message>
        <source>a line of its own</source>
        <translation>另起一行</translation>
    </message>
    <message>
        <source>a new paragraph</source>
        <translation>另起一段</translation>
    </message>
    <message>
        <source>Doubtful line end: read as {reads}, {percent} % sure. {accept} keeps it, {join} joins, {split} splits.</source>
        <translation>存疑断行：现读作{reads}，把握 {percent}%。{accept} 认可，{join} 接合，{split} 分段。</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>键入</translation>
    </message>
    <message>
        <source>replace {old} by {new}</source>
        <translation>将 {old} 改为 {new}</translation>
    </message>
    <message>
        <source>split a paragraph</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>join paragraphs</source>
        <translation>接合段落</translation>
    </message>
    <message>
        <source>erase over paragraphs</source>
        <translation>跨段删除</translation>
    </message>
    <message>
        <source>move a block</source>
        <translation>移动段落</translation>
    </message>
    <message>
        <source>change a block&apos;s kind</source>
        <translation>更改段落类别</translation>
    </message>
    <message>
        <source>supply a heading</source>
        <translation>补写标题</translation>
    </message>
    <message>
        <source>accept a line end</source>
        <translation>认可断行</translation>
    </message>
    <message>
        <source>status: {status}</source>
        <translation>状态改为{status}</translation>
    </message>
    <message>
        <source>split an article</source>
        <translation>分篇</translation>
    </message>
    <message>
        <source>merge articles</source>
        <translation>合篇</translation>
    </message>
    <message>
        <source>correct an issue</source>
        <translation>更正期次</translation>
    </message>
    <message>
        <source>merge issues</source>
        <translation>合期</translation>
    </message>
    <message>
        <source>withdraw an issue</source>
        <translation>撤下一期</translation>
    </message>
    <message>
        <source>import {name}</source>
        <translation>导入 {name}</translation>
    </message>
    <message>
        <source>add topic {tag}</source>
        <translation>添加主题 {tag}</translation>
    </message>
    <message>
        <source>remove topic {tag}</source>
        <translation>去掉主题 {tag}</translation>
    </message>
    <message>
        <source>mark a phrase as {tag}</source>
        <translation>将词句标为 {tag}</translation>
    </message>
    <message>
        <source>unmark a phrase</source>
        <translation>去掉词句标记</translation>
    </message>
    <message>
        <source>rename topic {old}</source>
        <translation>主题改名 {old}</translation>
    </message>
    <message>
        <source>merge topics</source>
        <translation>合并主题</translation>
    </message>
    <message>
        <source>delete topic {tag}</source>
        <translation>删除主题 {tag}</translation>
    </message>
    <message>
        <source>The library is in use by another program. Nothing was lost; try again.</source>
        <translation>库正被另一程序占用。没有丢失内容，请重试。</translation>
    </message>
    <message>
        <source>The disk is full; the last change is not on it yet. Make room and try again.</source>
        <translation>磁盘已满，最后的改动尚未写入。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>{subject} can be read but not written. Open a copy in a folder of yours.</source>
        <translation>{subject} 可读不可写。请在自己的文件夹中打开副本。</translation>
    </message>
    <message>
        <source>There is no library at {subject}.</source>
        <translation>{subject} 处没有库。</translation>
    </message>
    <message>
        <source>{subject} is not a library of this program. Choose another file.</source>
        <translation>{subject} 不是本程序的库。请另选文件。</translation>
    </message>
    <message>
        <source>{subject} was written by a later version, and was not touched. Update first.</source>
        <translation>{subject} 由更新的版本写成，未作改动。请先升级程序。</translation>
    </message>
    <message>
        <source>The library {subject} is damaged. Run “jiaokan check”, or restore a backup.</source>
        <translation>库 {subject} 已损坏。请运行 jiaokan check，或恢复备份。</translation>
    </message>
    <message>
        <source>{subject} is not text. Nothing of it was taken.</source>
        <translation>{subject} 不是文本，未导入任何内容。</translation>
    </message>
    <message>
        <source>The encoding of {subject} is not known. Name it in the import dialog.</source>
        <translation>无法判定 {subject} 的编码。请在导入对话框中指明。</translation>
    </message>
    <message>
        <source>{subject} is too large for a page.</source>
        <translation>{subject} 过大，不可能是一版。</translation>
    </message>
    <message>
        <source>{subject} cannot be written, or holds what is not ours. Choose another place.</source>
        <translation>{subject} 无法写入，或其中有非本程序的文件。请另选位置。</translation>
    </message>
    <message>
        <source>{subject} cannot be read.</source>
        <translation>{subject} 无法读取。</translation>
    </message>
    <message>
        <source>{subject} is not there any more.</source>
        <translation>{subject} 已不存在。</translation>
    </message>
    <message>
        <source>That cannot be done here.</source>
        <translation>此处不能这样做。</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>&amp;Proof</source>
        <translation>校改</translation>
    </message>
    <message>
        <source>&amp;Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Take pages from files and folders into the library</source>
        <translation>把文件和文件夹中的报纸页面收入库中</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the articles out as a corpus</source>
        <translation>把文章导出为语料</translation>
    </message>
    <message>
        <source>&amp;Withdraw issue</source>
        <translation>撤下本期(&amp;W)</translation>
    </message>
    <message>
        <source>Take the chosen issue out of lists, search and export; undo brings it back</source>
        <translation>把选中的一期从列表、检索和导出中撤下；撤销即可恢复</translation>
    </message>
    <message>
        <source>Take the &amp;samples out</source>
        <translation>撤下样例(&amp;S)</translation>
    </message>
    <message>
        <source>Withdraw the sample issues; undo brings them back</source>
        <translation>撤下各期样例；撤销即可恢复</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>立即保存(&amp;S)</translation>
    </message>
    <message>
        <source>Everything is saved as you type; this writes it at once</source>
        <translation>键入即自动保存；此项立即写入</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Save and close the window</source>
        <translation>保存并关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change back, also after a restart</source>
        <translation>撤回上一改动，重启后也可</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>重做刚撤回的改动</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>Copy what is selected and take it away</source>
        <translation>复制所选文字并删去</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy what is selected, as plain text</source>
        <translation>把所选文字复制为纯文本</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Put plain text in; its line ends are closed up</source>
        <translation>粘贴纯文本，其中的换行自动接合</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select the whole article</source>
        <translation>选中整篇</translation>
    </message>
    <message>
        <source>Sea&amp;rch…</source>
        <translation>检索(&amp;R)…</translation>
    </message>
    <message>
        <source>Find words, topics, statuses and dates in the library</source>
        <translation>在全库检索词句、主题、状态和日期</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>Make the reading text larger</source>
        <translation>放大正文</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>Make the reading text smaller</source>
        <translation>缩小正文</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>常用大小(&amp;U)</translation>
    </message>
    <message>
        <source>Give the reading text its usual size</source>
        <translation>正文恢复常用大小</translation>
    </message>
    <message>
        <source>S&amp;ource beside the article</source>
        <translation>对照来源(&amp;O)</translation>
    </message>
    <message>
        <source>Show the lines as received, with their numbers and verdicts</source>
        <translation>在旁显示来文的各行，带行号和断行的判定</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>上一篇(&amp;P)</translation>
    </message>
    <message>
        <source>Open the article before this one</source>
        <translation>打开前一篇</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>下一篇(&amp;N)</translation>
    </message>
    <message>
        <source>Open the article that follows</source>
        <translation>打开后一篇</translation>
    </message>
    <message>
        <source>Next &amp;doubt</source>
        <translation>下一处疑点(&amp;D)</translation>
    </message>
    <message>
        <source>Go to the next line end of which the engine is not sure</source>
        <translation>转到引擎没有把握的下一处断行</translation>
    </message>
    <message>
        <source>Pre&amp;vious doubt</source>
        <translation>上一处疑点(&amp;V)</translation>
    </message>
    <message>
        <source>Go back to the doubt before</source>
        <translation>回到前一处疑点</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>接合(&amp;J)</translation>
    </message>
    <message>
        <source>Join this paragraph with the one that follows</source>
        <translation>把本段与下一段接合</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>分段(&amp;S)</translation>
    </message>
    <message>
        <source>Begin a new paragraph at the caret</source>
        <translation>在光标处另起一段</translation>
    </message>
    <message>
        <source>&amp;Accept line end</source>
        <translation>认可断行(&amp;A)</translation>
    </message>
    <message>
        <source>Say that the doubtful line end at the caret reads rightly</source>
        <translation>认可光标处存疑断行现在的读法</translation>
    </message>
    <message>
        <source>&amp;Mark as proofread</source>
        <translation>标为已校(&amp;M)</translation>
    </message>
    <message>
        <source>First proof; once more, second proof</source>
        <translation>一校；再按一次为二校</translation>
    </message>
    <message>
        <source>&amp;Add a topic…</source>
        <translation>添加主题(&amp;A)…</translation>
    </message>
    <message>
        <source>Type a topic for this article</source>
        <translation>为本篇键入主题</translation>
    </message>
</context>
</TS>
