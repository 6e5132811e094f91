<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Jiaokan</source>
        <translation>校勘</translation>
    </message>
    <message>
        <source>Proofread, repair, tag and export digitised Chinese newspapers. It works without any network.</source>
        <translation>校对、修复、归类、导出数字化的中文报纸，不用网络。</translation>
    </message>
    <message>
        <source>The program itself: MIT licence.</source>
        <translation>程序本身：MIT 许可证。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Arranging</name>
    <message>
        <source>Merge {issue} into</source>
        <translation>把{issue}并入</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>{issue} was merged into {other}. Undo parts them again.</source>
        <translation>已把{issue}并入{other}。撤销可以分开。</translation>
    </message>
    <message numerus="yes">
        <source>There are %n of {page}.</source>
        <translation>
            <numerusform>现有 %n 个{page}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Move {page} of {issue} to</source>
        <translation>把{issue}{page}移到</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移入</translation>
    </message>
    <message>
        <source>{page} was moved to {other}. Undo brings it back.</source>
        <translation>{page}已移到{other}。撤销可以移回。</translation>
    </message>
    <message>
        <source>This is the first page of the issue.</source>
        <translation>已经是本期的第一版。</translation>
    </message>
    <message>
        <source>This is the last page of the issue.</source>
        <translation>已经是本期的最后一版。</translation>
    </message>
    <message>
        <source>{page} was moved. Undo brings it back.</source>
        <translation>{page}已移位。撤销可以移回。</translation>
    </message>
</context>
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
        <source>This is the hit. Enter splits once the caret has been moved.</source>
        <translation>这里是所检到的字句；移动光标后再按 Enter 才分段。</translation>
    </message>
    <message>
        <source>Nothing can be typed: the library is open for reading.</source>
        <translation>不能输入：本库以只读方式打开。</translation>
    </message>
    <message>
        <source>Another program changed this paragraph; what you compose stands in it.</source>
        <translation>别的程序改了此段；正在输入的文字仍在其处。</translation>
    </message>
    <message>
        <source>Another program took this paragraph away; what you composed is gone.</source>
        <translation>别的程序撤去了此段；正在输入的文字未能保留。</translation>
    </message>
</context>
<context>
    <name>Asides</name>
    <message>
        <source>On this page stands no article to show it beside.</source>
        <translation>本版没有文章，无法对照来源。</translation>
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
        <source>title</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>quotation marks are not in pairs</source>
        <translation>引号不成对</translation>
    </message>
    <message>
        <source>there is no field &quot;{name}&quot;; the fields are {known}</source>
        <translation>没有“{name}”这个字段，可用的是{known}</translation>
    </message>
    <message>
        <source>there is no status &quot;{name}&quot;; the statuses are {known}</source>
        <translation>没有“{name}”这个状态，可用的是{known}</translation>
    </message>
    <message>
        <source>a field has no value</source>
        <translation>字段没有值</translation>
    </message>
    <message>
        <source>the date is not well formed</source>
        <translation>日期不合写法</translation>
    </message>
    <message>
        <source>&quot;has:&quot; knows only doubt and title</source>
        <translation>“有:”只认疑点和报名</translation>
    </message>
    <message>
        <source>there are more than {name} words and values</source>
        <translation>词和值多于 {name} 个</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Searched as it stands: {why}.</source>
        <translation>已照原样检索：{why}。</translation>
    </message>
</context>
<context>
    <name>BackupBar</name>
    <message>
        <source>Backups are lacking</source>
        <translation>缺少备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Copy the library among its backups, verified and counted</source>
        <translation>把库复制到备份中，并核对清点</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Do not say it again until something about it changes</source>
        <translation>情况改变以前不再提示</translation>
    </message>
    <message>
        <source>The last good backup of this library is {days} days old ({date}).</source>
        <translation>这个库最近的完好备份是 {days} 天以前的（{date}）。</translation>
    </message>
    <message>
        <source>The automatic backup was not made: {why}. It is tried again in ten minutes; the library itself is saved.</source>
        <translation>自动备份未做成：{why}。十分钟后再试；库本身已保存。</translation>
    </message>
    <message>
        <source>the disk of the backups is full</source>
        <translation>存放备份的磁盘已满</translation>
    </message>
    <message>
        <source>the folder of the backups cannot be written</source>
        <translation>存放备份的文件夹不能写入</translation>
    </message>
    <message>
        <source>the library did not pass when it was verified</source>
        <translation>库未通过核对</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>The last good one is of {date}.</source>
        <translation>最近的完好备份是 {date} 的。</translation>
    </message>
    <message>
        <source>What was done since then stands only in the library itself.</source>
        <translation>此后所做的只存在库里。</translation>
    </message>
    <message>
        <source>{count} places of the library were changed from outside. It was backed up as it is, which is no good backup; the earlier ones stay. Run &quot;jiaokan check&quot;.</source>
        <translation>库里有 {count} 处是在本程序之外改动的。自动备份照样做了，但不算完好的备份，早先的备份都留着。请运行 jiaokan check 查看。</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>At a doubt: {accept} keeps it, {join} joins, {split} splits.</source>
        <translation>在疑点处：{accept} 认可，{join} 接合，{split} 分段。</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>This line belongs to no article ({kind}). {key} makes it text.</source>
        <translation>此行不属于任何篇（{kind}）。{key} 可把它转为正文。</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>Issue</source>
        <translation>期</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>从 → 到</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>the page</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>a new article</source>
        <translation>新的一篇</translation>
    </message>
    <message>
        <source>as it stands</source>
        <translation>照原样</translation>
    </message>
    <message>
        <source>doubled text is struck</source>
        <translation>重出的字删去</translation>
    </message>
    <message>
        <source>doubled text is read</source>
        <translation>重出的字照读</translation>
    </message>
    <message>
        <source>another kind of block</source>
        <translation>改块的类别</translation>
    </message>
    <message>
        <source>a block stands elsewhere</source>
        <translation>块移到别处</translation>
    </message>
    <message>
        <source>the order of the articles</source>
        <translation>各篇次序</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>查找按键</translation>
    </message>
    <message>
        <source>Type what you want to do, or a key</source>
        <translation>输入想做的事，或按键</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>没有相符的。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enter or a click does it.</source>
        <translation>按 Enter 或单击即执行。</translation>
    </message>
    <message>
        <source>{place}: press it there.</source>
        <translation>{place}才用得上此键。</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>A job is running. Wait for its end, or cancel it.</source>
        <translation>有任务正在进行。请等它结束，或取消它。</translation>
    </message>
    <message>
        <source>The library is sound.</source>
        <translation>库完好无损。</translation>
    </message>
    <message numerus="yes">
        <source>The library has %n fault(s). Run &quot;jiaokan check&quot; for the list, or restore a backup (File menu).</source>
        <translation>
            <numerusform>库有 %n 处问题。请运行 jiaokan check 看清单，或由“文件 › 恢复备份”退回。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Remove topic {tag}</source>
        <translation>去掉主题 {tag}</translation>
    </message>
</context>
<context>
    <name>ChooseIssue</name>
    <message>
        <source>Title, date, headline</source>
        <translation>报名、日期、标题</translation>
    </message>
    <message>
        <source>Filter the issues</source>
        <translation>筛选各期</translation>
    </message>
    <message>
        <source>Looking for the issues…</source>
        <translation>正在找各期…</translation>
    </message>
    <message>
        <source>Issues to choose from</source>
        <translation>可选的各期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Chronicle</name>
    <message>
        <source>No article of this step is in the library now.</source>
        <translation>这一步涉及的篇现已不在库中。</translation>
    </message>
</context>
<context>
    <name>Clipping</name>
    <message>
        <source>Nothing is selected.</source>
        <translation>没有选中文字。</translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>剪贴板里没有文字。</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Another issue was opened: the correction of {issue} was not taken over.</source>
        <translation>已转到另一期：对 {issue} 的订正没有写入。</translation>
    </message>
    <message>
        <source>Corrected. Undo brings back what was there.</source>
        <translation>已订正。撤销可以恢复原样。</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>This paragraph was changed elsewhere. Both texts are shown above.</source>
        <translation>这一段在别处被改了，两种文字都列在上面。</translation>
    </message>
    <message>
        <source>In an article that is gone</source>
        <translation>在一篇已不在的文章里</translation>
    </message>
    <message>
        <source>&quot;{title}&quot;</source>
        <translation>《{title}》</translation>
    </message>
    <message>
        <source>Your text stands. Undo brings the other back.</source>
        <translation>留了您的文字；撤销可换回对方的。</translation>
    </message>
    <message>
        <source>The other text stands. Yours is in the journal.</source>
        <translation>留了对方的文字；您的在校改记录里。</translation>
    </message>
    <message>
        <source>The other text stands.</source>
        <translation>留了对方的文字。</translation>
    </message>
    <message>
        <source>The paragraph is not there any more.</source>
        <translation>这一段已经不在了。</translation>
    </message>
</context>
<context>
    <name>DifferenceEdit</name>
    <message>
        <source>The article against what was received, read-only</source>
        <translation>本篇与来文的差异，只读</translation>
    </message>
</context>
<context>
    <name>DoctorDialog</name>
    <message>
        <source>Doctor</source>
        <translation>检查本机</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>! </source>
        <translation>！</translation>
    </message>
    <message>
        <source>What begins with ! is risky and comes first.</source>
        <translation>以“！”开头的有风险，排在最前。</translation>
    </message>
</context>
<context>
    <name>EmptyPane</name>
    <message>
        <source>The library is empty</source>
        <translation>库是空的</translation>
    </message>
    <message>
        <source>Put newspapers here</source>
        <translation>把报纸放到这里</translation>
    </message>
    <message>
        <source>Jiaokan</source>
        <translation>校勘</translation>
    </message>
    <message>
        <source>Drag text files or whole folders here. They are kept unchanged to the character; the program mends the line ends and leaves to you what it is not sure of. No network is used.</source>
        <translation>拖进文本文件或整个文件夹。来稿一字不改地存下；机器先接好断行，拿不准的留给您。一切都在这台电脑上，不用网络。</translation>
    </message>
    <message>
        <source>Let go here to import</source>
        <translation>拖进来，松手即导入</translation>
    </message>
    <message>
        <source>Text files (.txt) and folders</source>
        <translation>文本文件（.txt）和文件夹</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>With all folders in it; bad files are passed over and told</source>
        <translation>连同子文件夹，坏文件跳过并说明</translation>
    </message>
    <message>
        <source>Look at the five samples first</source>
        <translation>先看五期样报</translation>
    </message>
    <message>
        <source>They can be taken out again at any time</source>
        <translation>可随时移除</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>打开已有的库…</translation>
    </message>
    <message>
        <source>A copy from a colleague will do</source>
        <translation>同事拷来的也行</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Nothing would change.</source>
        <translation>没有要改的。</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>照改</translation>
    </message>
    <message>
        <source>Run again: line ends changed: {seams}, blocks: {blocks}. Undo takes it back.</source>
        <translation>已重新断行：断行改了 {seams} 处，块变动 {blocks} 个；可以撤销。</translation>
    </message>
    <message>
        <source>Line ends that would read otherwise: {seams}. Blocks that would change: {blocks}. Pages: {pages} of {looked}. What people decided stays. All is one step, which undo takes back.</source>
        <translation>将改读的断行 {seams} 处，将变动的块 {blocks} 个，涉及 {looked} 版中的 {pages} 版。人工的判定不动；全部算一步，可撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n line end(s) read as before, more or less surely, and stand not in the list.</source>
        <translation>
            <numerusform>另有 %n 处断行读法不变，只是把握变了，不在清单里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Run the engine again</source>
        <translation>重新断行</translation>
    </message>
    <message>
        <source>What is seen at a line end</source>
        <translation>断行处所见</translation>
    </message>
    <message>
        <source>What it says now</source>
        <translation>现在更像</translation>
    </message>
    <message>
        <source>By how much</source>
        <translation>多少</translation>
    </message>
    <message numerus="yes">
        <source>%n clue(s) would weigh otherwise, the strongest first.</source>
        <translation>
            <numerusform>%n 条线索的分量会变，变得多的在前。</numerusform>
        </translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Learn from the verdicts</source>
        <translation>从判定中学习</translation>
    </message>
    <message>
        <source>Import and running again use what is learnt from now on. Undo takes it back.</source>
        <translation>此后导入和重新断行都用所学；可撤销。</translation>
    </message>
    <message>
        <source>Of the verdicts nothing new is learnt, clues weigh as before.</source>
        <translation>从判定中没有学到新东西，线索的分量不变。</translation>
    </message>
    <message>
        <source>Verdicts: {verdicts}. Of {held} that were held out, {before} were read wrongly before and {after} after.</source>
        <translation>判定共 {verdicts} 处；留作检验的 {held} 处里，学前读错 {before}，学后读错 {after}。</translation>
    </message>
    <message numerus="yes">
        <source>Words that this newspaper often uses: %n.</source>
        <translation>
            <numerusform>本报常连用的字对 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>With them {after} of {held} verdicts held out are read wrongly, without them {before}.</source>
        <translation>留作检验的 {held} 处判定，用了这些字对读错 {after}，不用读错 {before}。</translation>
    </message>
    <message>
        <source>Those that were learnt before are left out.</source>
        <translation>原先学会的字对将去掉。</translation>
    </message>
    <message>
        <source>With words of this newspaper {after} of the verdicts held out would be wrong, without {before}; none was taken.</source>
        <translation>用了本报常连用的字对，留作检验的判定要错 {after} 处，不用只错 {before} 处，没有采用。</translation>
    </message>
    <message numerus="yes">
        <source>Left out, as verdicts speak against them: %n.</source>
        <translation>
            <numerusform>与判定不合而不用的字对 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few line ends are decided: {verdicts}; {needed} are needed.</source>
        <translation>判定太少：有 {verdicts} 处，至少要 {needed} 处。</translation>
    </message>
    <message>
        <source>Nothing was learnt: the verdicts contradict one another, and what some teach would turn others that were right. Look through them and learn again.</source>
        <translation>没有采用所学：判定互相矛盾，照一些去学，就会把另一些本来读对的读错。请核对判定，再学一次。</translation>
    </message>
    <message>
        <source>Held to verdicts it had not seen, it did worse; not taken.</source>
        <translation>在留出检验的判定上错得更多，没有采用。</translation>
    </message>
    <message>
        <source>There is nothing to learn.</source>
        <translation>没有可学的。</translation>
    </message>
    <message>
        <source>Learnt. Run the engine again to read the pages by it.</source>
        <translation>已学。各版要照所学来读，请重新断行。</translation>
    </message>
    <message>
        <source>A job is running. Wait for its end, or cancel it.</source>
        <translation>有任务在进行，请等它结束，或取消它。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，什么也没有改。</translation>
    </message>
</context>
<context>
    <name>EngineDialog</name>
    <message>
        <source>&amp;Copy the list</source>
        <translation>复制清单(&amp;C)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不做</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>还什么都没有改</translation>
    </message>
</context>
<context>
    <name>Entering</name>
    <message>
        <source>Add a topic</source>
        <translation>添加主题</translation>
    </message>
    <message>
        <source>Topic for: {words}</source>
        <translation>归类：{words}</translation>
    </message>
    <message>
        <source>Merge {topic} into</source>
        <translation>把“{topic}”并入</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;All</source>
        <translation>全库(&amp;A)</translation>
    </message>
    <message>
        <source>This &amp;issue</source>
        <translation>本期(&amp;I)</translation>
    </message>
    <message>
        <source>What is &amp;found by</source>
        <translation>检索所得(&amp;F)</translation>
    </message>
    <message>
        <source>2nd &amp;proof</source>
        <translation>二校(&amp;P)</translation>
    </message>
    <message>
        <source>1st p&amp;roof</source>
        <translation>一校(&amp;R)</translation>
    </message>
    <message>
        <source>in &amp;work, not begun</source>
        <translation>在校与未校(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;disputed, not text</source>
        <translation>存疑与非文字(&amp;D)</translation>
    </message>
    <message>
        <source>◇  In these {articles} nobody has looked at {doubts}; they go out as the engine read them.</source>
        <translation>◇  这 {articles}里还有 {doubts}没有人看过，导出时照机器的判断。</translation>
    </message>
    <message>
        <source>the first article</source>
        <translation>其中第一篇</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在计数……</translation>
    </message>
    <message>
        <source>Export {articles}</source>
        <translation>导出 {articles}</translation>
    </message>
    <message>
        <source>Type what is to be found.</source>
        <translation>请输入检索的词句。</translation>
    </message>
    <message>
        <source>The search is not well formed; with it no status can be left out.</source>
        <translation>检索式写得不完整，不能再按状态取舍。</translation>
    </message>
    <message>
        <source>Choose a status.</source>
        <translation>请选一种状态。</translation>
    </message>
    <message>
        <source>There is no such article.</source>
        <translation>没有这样的文章。</translation>
    </message>
    <message>
        <source>Say where to write.</source>
        <translation>请先填写导出位置。</translation>
    </message>
    <message>
        <source>{suffix} is not the suffix of {format}; make both the same.</source>
        <translation>{suffix} 不是 {format} 的后缀；请改成一致。</translation>
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
    <name>ExportForm</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全库(&amp;A)</translation>
    </message>
    <message>
        <source>This &amp;issue</source>
        <translation>本期(&amp;I)</translation>
    </message>
    <message>
        <source>What is &amp;found by</source>
        <translation>检索所得(&amp;F)</translation>
    </message>
    <message>
        <source>Search whose articles are exported</source>
        <translation>导出这条检索所得的文章</translation>
    </message>
    <message>
        <source>words, tag:economy, date:2025-01</source>
        <translation>词句、主题:经济、日期:2025-01</translation>
    </message>
    <message>
        <source>&amp;One file</source>
        <translation>一个文件(&amp;O)</translation>
    </message>
    <message>
        <source>A folder, with furniture and &amp;manifest</source>
        <translation>一个文件夹，附版面杂项与清单(&amp;M)</translation>
    </message>
    <message>
        <source>A &amp;line on where each comes from</source>
        <translation>每篇开头写一行出处(&amp;L)</translation>
    </message>
    <message>
        <source>See them first ›</source>
        <translation>先去看 ›</translation>
    </message>
    <message>
        <source>Sample of what is written</source>
        <translation>样子</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>存到何处</translation>
    </message>
    <message>
        <source>Replac&amp;e the export of the other library</source>
        <translation>替换另一个库的导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Written whole, then renamed: nothing half done is ever left</source>
        <translation>写齐才换名，中断不留残文件</translation>
    </message>
    <message>
        <source>Export the corpus</source>
        <translation>导出语料</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样子</translation>
    </message>
    <message>
        <source>To</source>
        <translation>存到</translation>
    </message>
</context>
<context>
    <name>FacetDelegate</name>
    <message>
        <source>hits</source>
        <translation>处</translation>
    </message>
</context>
<context>
    <name>FacetView</name>
    <message>
        <source>Narrow the search</source>
        <translation>收窄检索</translation>
    </message>
</context>
<context>
    <name>FacetsPane</name>
    <message>
        <source>counting…</source>
        <translation>正在计数……</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>only these; again: all</source>
        <translation>只看；再击取消</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Ctrl+单击</translation>
    </message>
    <message>
        <source>these as well</source>
        <translation>并上</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+单击</translation>
    </message>
    <message>
        <source>all but these</source>
        <translation>除去</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已除去</translation>
    </message>
    <message>
        <source>Newspaper</source>
        <translation>报纸</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>无报名</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>line {line}, char {character}</source>
        <translation>第 {line} 行 第 {character} 字</translation>
    </message>
</context>
<context>
    <name>FaultWords</name>
    <message>
        <source>The name of {subject} is too long. Choose a shorter one.</source>
        <translation>{subject} 的名字太长。请换短一些的名字。</translation>
    </message>
    <message>
        <source>Another program has written {subject}, and its log {names} cannot be read from here: close that program. Until then what it wrote is not shown.</source>
        <translation>别的程序写过 {subject}，其日志 {names} 在这里读不了：请关闭那个程序。在此之前，它写的不会显示。</translation>
    </message>
    <message>
        <source>Text of the page never becomes part of what was supplied.</source>
        <translation>版面上的文字不能并入补拟的标题。</translation>
    </message>
    <message>
        <source>Nothing of that name can be seen. Give the topic one that can be read.</source>
        <translation>这个名字里没有看得见的字符。请给主题起一个看得见的名字。</translation>
    </message>
    <message>
        <source>A topic has at most {most} levels. Put fewer slashes into its name.</source>
        <translation>主题最多 {most} 层。名字里请少用几个斜杠。</translation>
    </message>
    <message>
        <source>There is no library at {subject}: the link {link} leads to {target}, where nothing is. Put in the disk on which it lies, or mend the link.</source>
        <translation>{subject} 处没有库：链接 {link} 指向 {target}，而那里什么也没有。请接上它所在的磁盘，或改正这个链接。</translation>
    </message>
    <message>
        <source>{subject} is not there any more: it was moved, deleted, or its disk taken out. Put it back; until then nothing is saved.</source>
        <translation>{subject} 已不在原处：被移走、删掉，或磁盘已拔出。请放回原处；在此之前什么也存不进去。</translation>
    </message>
    <message>
        <source>{subject} cannot be written ({says}): is its disk still there and sound? What is on the screen stays, and saving is tried again.</source>
        <translation>{subject} 写不进去（{says}）：磁盘还在、还好吗？屏上的文字不会丢，会再试着保存。</translation>
    </message>
    <message>
        <source>{subject} was not made: the disk is full on which it would lie. Make room and try again.</source>
        <translation>没有建 {subject}：它所在的磁盘已满。请腾出空间再试。</translation>
    </message>
    <message>
        <source>The library {subject} holds what its version does not declare: {names}. It was not written; restore a backup from before.</source>
        <translation>库 {subject} 里有不属于它的东西：{names}。没有写它；请恢复在此之前的备份。</translation>
    </message>
    <message>
        <source>What bears the names of tables in {subject} is none of them, and was not read: {names}. Restore a backup.</source>
        <translation>{subject} 里顶着库中表的名字的不是库的表，没有读它们：{names}。请恢复备份。</translation>
    </message>
    <message>
        <source>The library {subject} can only be read: its beginning says that form {form} of file has to be known to write it, and there is no such form. Restore a backup.</source>
        <translation>库 {subject} 只能读：它的开头说写它要懂第 {form} 种格式，没有这种格式。请恢复备份。</translation>
    </message>
    <message>
        <source>{subject} lies beside the library and is not its own, but SQLite would play it back over it. Nothing was written. Move it elsewhere, then open the library again.</source>
        <translation>{subject} 在库旁，却不属于这个库，而 SQLite 会拿它改写库。没有写入任何内容。请把它移到别处，再打开库。</translation>
    </message>
    <message>
        <source>{subject} is an export of another library. Choose another name, or replace it.</source>
        <translation>{subject} 是另一个库的导出。请换一个名字，或替换它。</translation>
    </message>
    <message>
        <source>{subject} is no ordinary file, and nothing was written there. Choose another name.</source>
        <translation>{subject} 不是普通文件，没有往那里写。请换一个名字。</translation>
    </message>
    <message>
        <source>SQLite takes a file of the name {subject} for its own, and deletes it when it lies beside another library. Choose another name.</source>
        <translation>SQLite 会把名为 {subject} 的文件当作它自己的，放在另一个库旁边就会删掉它。请换一个名字。</translation>
    </message>
    <message>
        <source>SQLite needs the name {subject} beside the library, and what is there is no file of its own. Move it elsewhere, then try again.</source>
        <translation>SQLite 要在库旁用 {subject} 这个名字，而那里的不是它自己的文件。请把它移到别处，再试一次。</translation>
    </message>
    <message>
        <source>Another export is writing {subject} just now. Wait until it has ended.</source>
        <translation>另一次导出正在写 {subject}，请等它结束。</translation>
    </message>
    <message>
        <source>The library is in use by another program. Nothing was lost; try again.</source>
        <translation>库正被另一程序占用。没有丢失内容，请重试。</translation>
    </message>
    <message>
        <source>The disk is full on which {subject} lies; the last change is not on it yet. Make room and try again.</source>
        <translation>{subject} 所在的磁盘已满；最后的改动还没有存进去。请腾出空间再试。</translation>
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
        <source>The library {subject} is damaged. Run &quot;jiaokan check&quot;, or restore a backup.</source>
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
    <message>
        <source>{subject} cannot be written: the link {link} leads to {target}, where nothing can be written. Put in the disk on which it lies or make that folder, or mend or remove the link.</source>
        <translation>{subject} 不能写：链接 {link} 指向 {target}，那里没有可写的地方。请接上它所在的磁盘或建好那个文件夹，或改正、删去这个链接。</translation>
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
        <source>No issue was withdrawn.</source>
        <translation>没有撤下的期。</translation>
    </message>
    <message>
        <source>These issues were withdrawn. Which is to come back?</source>
        <translation>这些期已撤下。取回哪一期？</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Brought back: {issue}. Undo takes it out again.</source>
        <translation>已取回：{issue}。撤销即再撤下。</translation>
    </message>
    <message>
        <source>Withdrawn: {issues}. Undo brings it back.</source>
        <translation>已撤下 {issues}。撤销即可恢复。</translation>
    </message>
    <message>
        <source>Withdrawn: {issues}. Undo brings them back.</source>
        <translation>已撤下 {issues}。撤销即可恢复。</translation>
    </message>
    <message>
        <source>{count} of its texts were changed from outside. Run &quot;jiaokan check&quot;, restore a backup, and export anew.</source>
        <translation>其中 {count} 份文字是在本程序之外改动的。请运行 jiaokan check 查看，恢复备份后重新导出。</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Title, date, headline</source>
        <translation>报名、日期、标题</translation>
    </message>
    <message>
        <source>Filter the lists by title, date or headline</source>
        <translation>按报名、日期或标题筛选</translation>
    </message>
    <message>
        <source>Words of a title, date or headline; also status:new, has:doubt, tag:…</source>
        <translation>报名、日期或标题里的字词；也可写 status:new、has:doubt、tag:…</translation>
    </message>
    <message>
        <source>Show all (Esc)</source>
        <translation>全部列出（Esc）</translation>
    </message>
</context>
<context>
    <name>Focus</name>
    <message>
        <source>Only the text: Esc or F11 brings the rest back.</source>
        <translation>只看正文：按 Esc 或 F11 恢复。</translation>
    </message>
</context>
<context>
    <name>FormatRows</name>
    <message>
        <source>For people</source>
        <translation>给人读</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>For programs</source>
        <translation>给程序</translation>
    </message>
    <message>
        <source>exact, a line an article</source>
        <translation>一篇一行，最全</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>For archives</source>
        <translation>给档案库</translation>
    </message>
</context>
<context>
    <name>FormatView</name>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
</context>
<context>
    <name>Furniture</name>
    <message>
        <source>Furniture of the issue</source>
        <translation>本期版面杂项</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>第 {line} 行</translation>
    </message>
</context>
<context>
    <name>FurnitureRow</name>
    <message>
        <source>Furniture</source>
        <translation>版面杂项</translation>
    </message>
    <message>
        <source>Mastheads, page numbers and what else of the pages stands in no article</source>
        <translation>报头、版次等不属于任何一篇的行</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>What the pages say of one another</source>
        <translation>各版所指的各篇</translation>
    </message>
    <message>
        <source>{entry}: stands on {named}, as “{headline}”</source>
        <translation>{entry}：在{named}，即“{headline}”</translation>
    </message>
    <message>
        <source>{entry}: not on {named} but on {page}, as “{headline}”</source>
        <translation>{entry}：不在{named}，在{page}，即“{headline}”</translation>
    </message>
    <message>
        <source>{entry}: no headline like it on {named}, nor elsewhere</source>
        <translation>{entry}：{named}和别的版都没有相近的标题</translation>
    </message>
    <message>
        <source>{entry}: {named} is not in the library</source>
        <translation>{entry}：{named}不在库里</translation>
    </message>
    <message>
        <source>{entry}: no line on {named} says that its text goes on here</source>
        <translation>{entry}：{named}没有转到这里的行</translation>
    </message>
    <message>
        <source>{entry}: goes on on {named}, as “{headline}”</source>
        <translation>{entry}：接在{named}，即“{headline}”</translation>
    </message>
    <message>
        <source>{entry}: on {named} no line takes it up</source>
        <translation>{entry}：{named}没有相接的行</translation>
    </message>
</context>
<context>
    <name>GuideRow</name>
    <message>
        <source>References</source>
        <translation>导读与转版</translation>
    </message>
    <message>
        <source>What a page says stands on the others, or goes on there, and whether it does</source>
        <translation>版上“导读”所列、“下转”所指的各篇，与各版对照</translation>
    </message>
    <message>
        <source>{count}, {open} to look at</source>
        <translation>{count} 条，{open} 条待查</translation>
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
        <source>Files and folders</source>
        <translation>文件与文件夹</translation>
    </message>
    <message>
        <source>How the chosen file begins</source>
        <translation>所选文件的开头</translation>
    </message>
    <message>
        <source>Choose them here, or drop them on the window</source>
        <translation>在这里选，或拖到窗口上</translation>
    </message>
    <message>
        <source>Import pages</source>
        <translation>导入版面</translation>
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
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n 个文件夹</numerusform>
        </translation>
    </message>
    <message>
        <source>Import {things}</source>
        <translation>导入 {things}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>IssueForm</name>
    <message>
        <source>Correct the issue</source>
        <translation>订正本期</translation>
    </message>
    <message>
        <source>Title of the newspaper</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>2025-04-14</source>
        <translation>2025-04-14</translation>
    </message>
    <message>
        <source>Number of the issue</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Number of the page</source>
        <translation>版号</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save what is corrected (Enter)</source>
        <translation>保存订正（Enter）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave all as it was (Esc)</source>
        <translation>一切照旧（Esc）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Correct the issue: {issue}</source>
        <translation>订正这一期：{issue}</translation>
    </message>
    <message>
        <source>A page has a number from 1.</source>
        <translation>版号从 1 起。</translation>
    </message>
    <message>
        <source>There is no day {date}.</source>
        <translation>没有 {date} 这一天。</translation>
    </message>
    <message>
        <source>A date is 2025, 2025-04 or 2025-04-14.</source>
        <translation>日期写作 2025、2025-04 或 2025-04-14。</translation>
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
        <source>Looking for the next doubt…</source>
        <translation>正在找下一处疑点…</translation>
    </message>
    <message>
        <source>Sort and filter the list</source>
        <translation>排序与筛选</translation>
    </message>
    <message>
        <source>Sort the contents</source>
        <translation>目录排序</translation>
    </message>
    <message>
        <source>No issues yet. Import pages to begin: {key}.</source>
        <translation>还没有任何一期。按 {key} 导入报纸页面。</translation>
    </message>
    <message>
        <source>Nothing matches. Esc in the filter shows all.</source>
        <translation>没有符合的。在筛选框按 Esc 全部列出。</translation>
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
    <name>IssuesStrip</name>
    <message>
        <source>Show the issues</source>
        <translation>展开期列表</translation>
    </message>
</context>
<context>
    <name>JournalPane</name>
    <message>
        <source>Journal</source>
        <translation>校改记录</translation>
    </message>
    <message>
        <source>What was done, newest first</source>
        <translation>做过的事，新的在上</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>全库</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>What you do is written here, with your name and the time.</source>
        <translation>您做的每一步都记在这里，连同姓名和时间。</translation>
    </message>
    <message>
        <source>All steps of the library are counted, also in other articles.</source>
        <translation>步数按全库计，其他各篇的也算在内。</translation>
    </message>
    <message>
        <source>This step was taken back. Enter opens its article.</source>
        <translation>这一步已撤销。按 Enter 打开它所在的篇。</translation>
    </message>
    <message>
        <source>This step stays. Enter opens its article.</source>
        <translation>这一步保留。按 Enter 打开它所在的篇。</translation>
    </message>
    <message>
        <source>The work stands here. Enter opens the article of a step.</source>
        <translation>现在就在这一步。按 Enter 打开某一步所在的篇。</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>No search is kept yet.</source>
        <translation>还没有存下的检索。</translation>
    </message>
    <message>
        <source>Keep this search no longer</source>
        <translation>不再存这条检索</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>All marks</source>
        <translation>全部标记</translation>
    </message>
    <message>
        <source>Every mark, in a paragraph that tells of it</source>
        <translation>每种标记，各由一段自述</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A heading that a person supplied</source>
        <translation>人所补拟的标题</translation>
    </message>
    <message>
        <source>The marks of the text</source>
        <translation>正文里的标记</translation>
    </message>
    <message>
        <source>Bars at the left tell of which kind a block is</source>
        <translation>左边的竖条表示段的种类</translation>
    </message>
    <message>
        <source>A small tick: the engine jo|ined two lines here, and is sure.</source>
        <translation>小竖点：机器在此接|合了两行，有把握。</translation>
    </message>
    <message>
        <source>Yellow with a diamond: the engine joi|ned here, and is not sure.</source>
        <translation>黄底加菱形：机器在此接|合了两行，没有把握。</translation>
    </message>
    <message>
        <source>Yellow with an arrow: whether the paragraph ends is not sure.|</source>
        <translation>黄底加回折箭头：这一段是否到此为止，没有把握。|</translation>
    </message>
    <message>
        <source>A red tie: a person jo|ined two lines here.</source>
        <translation>红色小弧：人在此接|合了两行。</translation>
    </message>
    <message>
        <source>A red arrow: a person ended the paragraph here.|</source>
        <translation>红色回折箭头：人在此分段。|</translation>
    </message>
    <message>
        <source>A red line: a person [typed these words].</source>
        <translation>红色直线：人[键入的字句]。</translation>
    </message>
    <message>
        <source>A short red line: here| a person took words out.</source>
        <translation>红色短线：此处|有人删去了字句。</translation>
    </message>
    <message>
        <source>Struck through, among differences: [these words] are not read.</source>
        <translation>“差异”里的删除线：[这几个字]不读。</translation>
    </message>
    <message>
        <source>An open box, among differences: here| a space was taken out.</source>
        <translation>“差异”里的空格符：此处|删去了空格。</translation>
    </message>
    <message>
        <source>A red bracket: a person moved it here; behind it, the line in print.</source>
        <translation>红色方括号：人移到此处；段末的数字是来源行号。</translation>
    </message>
    <message>
        <source>A yellow bracket: the engine moved it here.</source>
        <translation>黄色方括号：机器移到此处。</translation>
    </message>
    <message>
        <source>A tray: [these words] bear a topic, which stands at the right.</source>
        <translation>托线：[这几个字]标了主题，名称在右边。</translation>
    </message>
    <message>
        <source>A blue wash: [the line of the source] at which the caret is.</source>
        <translation>蓝底：光标所在的[来源行]。</translation>
    </message>
    <message>
        <source>A dotted frame: a character that cannot be seen|.</source>
        <translation>虚线框：看不见的字符|。</translation>
    </message>
    <message>
        <source>A subhead has a double bar</source>
        <translation>小标题是双竖条</translation>
    </message>
    <message>
        <source>Furniture of the page has a dashed bar</source>
        <translation>版面杂项是虚线竖条</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>主题</translation>
    </message>
</context>
<context>
    <name>LegendSigns</name>
    <message>
        <source>found by the search</source>
        <translation>查到之处</translation>
    </message>
    <message>
        <source>the current hit</source>
        <translation>当前命中</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>选中的文字</translation>
    </message>
    <message>
        <source>a topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>another topic</source>
        <translation>另一主题</translation>
    </message>
    <message>
        <source>a topic under the first</source>
        <translation>下级主题</translation>
    </message>
</context>
<context>
    <name>Libraries</name>
    <message>
        <source>New library</source>
        <translation>新建库</translation>
    </message>
    <message>
        <source>Nothing was made: {name} is there already, and open. Choose another name.</source>
        <translation>没有新建：{name} 已经存在，就是现在打开的库。请另取一个名称。</translation>
    </message>
    <message>
        <source>{name} was there already; it was opened as it is.</source>
        <translation>{name} 本来就有，已照原样打开。</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>打开库</translation>
    </message>
    <message>
        <source>Libraries (*.db);;All files (*)</source>
        <translation>库 (*.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>This library is open already.</source>
        <translation>此库已经打开。</translation>
    </message>
    <message>
        <source>A job is running. Wait for its end, or cancel it.</source>
        <translation>有任务正在进行。请等它结束，或取消它。</translation>
    </message>
    <message>
        <source>{library} (not there)</source>
        <translation>{library}（不在了）</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Save a copy of the library</source>
        <translation>另存库的副本</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} 副本</translation>
    </message>
    <message>
        <source>Copied and verified: {articles}, {characters}, in {path}</source>
        <translation>副本已写好并核对：{articles}，{characters}，在 {path}</translation>
    </message>
    <message>
        <source>Copied as it is to {path}, but not sound: {count} places were changed from outside. Run &quot;jiaokan check&quot;, and keep the earlier backups.</source>
        <translation>照样复制到 {path} 了，但不是完好的：有 {count} 处是在本程序之外改动的。请运行 jiaokan check 查看，早先的备份不要丢。</translation>
    </message>
</context>
<context>
    <name>LikelyErrors</name>
    <message>
        <source>This issue has no doubtful line end.</source>
        <translation>本期没有存疑的断行。</translation>
    </message>
    <message>
        <source>{doubt} Of this issue, about {count} line ends may be wrong.</source>
        <translation>{doubt}本期估计有 {count} 处断行有误。</translation>
    </message>
</context>
<context>
    <name>LineDelegate</name>
    <message>
        <source>Furniture</source>
        <translation>版面杂项</translation>
    </message>
</context>
<context>
    <name>LineEnds</name>
    <message>
        <source>line ends</source>
        <translation>断行</translation>
    </message>
    <message>
        <source>joined {count}</source>
        <translation>接 {count}</translation>
    </message>
    <message>
        <source>doubtful {count}</source>
        <translation>疑 {count}</translation>
    </message>
    <message>
        <source>by hand {count}</source>
        <translation>人定 {count}</translation>
    </message>
    <message>
        <source>line ends: {joined} joined · {doubtful} doubtful · {decided} by hand</source>
        <translation>断行：接 {joined}，疑 {doubtful}，人定 {decided}</translation>
    </message>
</context>
<context>
    <name>LinesTable</name>
    <message>
        <source>What would change</source>
        <translation>将有哪些变动</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>&amp;Filter by words…</source>
        <translation>按字词筛选(&amp;F)…</translation>
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
    <name>Making</name>
    <message>
        <source>New topic: {name}.</source>
        <translation>新建主题：{name}。</translation>
    </message>
    <message>
        <source>All {count} colours are taken: it shares {colour} with {other}, in another shape.</source>
        <translation>{count} 种颜色已用完：它与“{other}”同用{colour}色，形状不同。</translation>
    </message>
    <message>
        <source>These words have the topic {name}.</source>
        <translation>这些词句已归入主题 {name}。</translation>
    </message>
    <message>
        <source>Unmarked: {quote}. Undo brings it back.</source>
        <translation>已取消归类：{quote}。可以撤销。</translation>
    </message>
    <message>
        <source>There is a topic {name} already; {key} merges into it.</source>
        <translation>已有主题 {name}；按 {key} 可并入。</translation>
    </message>
    <message>
        <source>Renamed: {old} is now {new}. Undo brings the old name back.</source>
        <translation>已改名：{old} 改为 {new}。可以撤销。</translation>
    </message>
    <message>
        <source>A topic cannot be merged into itself.</source>
        <translation>主题不能并入自身。</translation>
    </message>
    <message>
        <source>There is no topic {name} to merge into. Choose one from the list.</source>
        <translation>没有名为“{name}”的主题可以并入。请从列表中选一个。</translation>
    </message>
    <message>
        <source>Merged {old} into {into}: {had}. Undo parts them again.</source>
        <translation>已把 {old} 并入 {into}：{had}。可以撤销。</translation>
    </message>
    <message>
        <source>Deleted {name}: {had}. Undo brings all of it back.</source>
        <translation>已删除 {name}：{had}。可以撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n 处词句</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) under it</source>
        <translation>
            <numerusform>%n 个下级主题</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message>
        <source>Topics that may fit stand here when an article is open.</source>
        <translation>打开一篇后，这里显示可能合适的主题。</translation>
    </message>
    <message>
        <source>Looking for topics that may fit…</source>
        <translation>正在找可能合适的主题…</translation>
    </message>
    <message>
        <source>No topic suggests itself for this article.</source>
        <translation>本篇没有可建议的主题。</translation>
    </message>
    <message>
        <source>No suggestions could be made. All else works as always.</source>
        <translation>这次没能给出建议，其他一切照常。</translation>
    </message>
    <message>
        <source>Not suggested here any more: {name}. Undo brings it back.</source>
        <translation>本篇不再建议：{name}。撤销即可恢复。</translation>
    </message>
</context>
<context>
    <name>PaintedEdit</name>
    <message>
        <source>{kind}. Click: another kind. Drag: move it.</source>
        <translation>{kind}。单击改种类，拖动移位。</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message numerus="yes">
        <source>%n paragraph(s) were pasted.</source>
        <translation>
            <numerusform>粘贴了 %n 段。</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} undoes it.</source>
        <translation>{key} 可撤销。</translation>
    </message>
    <message>
        <source>{count} lines were pasted as one paragraph. Enter parts it.</source>
        <translation>粘贴的 {count} 行并成了一段；Enter 可分段。</translation>
    </message>
    <message numerus="yes">
        <source>%n blank(s) at line ends</source>
        <translation>
            <numerusform>行首行尾空白 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n control character(s)</source>
        <translation>
            <numerusform>控制符 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: {what}.</source>
        <translation>略去：{what}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>PhraseList</name>
    <message>
        <source>Tagged phrases of this article</source>
        <translation>本篇归类的词句</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改动</translation>
    </message>
    <message>
        <source>torn</source>
        <translation>已拆散</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已不在</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>{quote}, topic {topic}, {state}</source>
        <translation>{quote}，主题 {topic}，{state}</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>Looking for the picture…</source>
        <translation>正在找图片……</translation>
    </message>
    <message>
        <source>From which folder {name} came is not known here.</source>
        <translation>这里不知道 {name} 是从哪个文件夹来的。</translation>
    </message>
    <message>
        <source>No picture (png, jpg, tif) of the name of {name} lies beside it in {path}.</source>
        <translation>{path} 里没有与 {name} 同名的图片（png、jpg、tif）。</translation>
    </message>
    <message>
        <source>The picture {path} cannot be read: {says}.</source>
        <translation>图片 {path} 读不了：{says}。</translation>
    </message>
    <message>
        <source>The file {path} is no png, jpg or tif, though it is called so.</source>
        <translation>{path} 虽有此扩展名，却不是 png、jpg 或 tif 图片。</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture of the page</source>
        <translation>版面图片</translation>
    </message>
    <message>
        <source>Drag to move; Ctrl+wheel, + and − change the size, 0 fits it</source>
        <translation>拖动可移；Ctrl+滚轮或 + − 缩放，0 恢复</translation>
    </message>
</context>
<context>
    <name>Preferring</name>
    <message>
        <source>The settings could not be written ({why}).</source>
        <translation>设置没能写入（{why}）。</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>语言将在下次启动时改变。</translation>
    </message>
    <message>
        <source>There is no backup of this library yet.</source>
        <translation>此库还没有备份。</translation>
    </message>
    <message>
        <source>Last good backup: {age}, {articles}</source>
        <translation>最近一次完好的备份：{age}，{articles}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚才</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>{count} 分钟前</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>{count} 小时前</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} 天前</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>没有打开语料库。</translation>
    </message>
    <message>
        <source>Backed up and verified: {articles}, {characters}</source>
        <translation>已备份并核对：{articles}，{characters}</translation>
    </message>
    <message>
        <source>Backed up as it is, but not sound: {count} places were changed from outside. Run &quot;jiaokan check&quot;, and keep the earlier backups.</source>
        <translation>照样备份了，但不是完好的：有 {count} 处是在本程序之外改动的。请运行 jiaokan check 查看，早先的备份不要丢。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>First lines</source>
        <translation>开头几行</translation>
    </message>
    <message>
        <source>Here stand the first lines of the chosen file.</source>
        <translation>这里显示所选文件的开头几行。</translation>
    </message>
    <message>
        <source>as you chose</source>
        <translation>按所选的读</translation>
    </message>
    <message>
        <source>the mark at its beginning says so</source>
        <translation>开头有标记（BOM）</translation>
    </message>
    <message>
        <source>it holds only ASCII</source>
        <translation>全是 ASCII 字符</translation>
    </message>
    <message>
        <source>every byte of it is valid UTF-8</source>
        <translation>每个字节都合 UTF-8</translation>
    </message>
    <message>
        <source>it is no UTF-8, and reads as Chinese only so</source>
        <translation>不是 UTF-8，只有这样读才是中文</translation>
    </message>
    <message>
        <source>{name} is {encoding}: {why}.</source>
        <translation>{name} 是 {encoding}：{why}。</translation>
    </message>
    <message>
        <source>title unknown</source>
        <translation>报名不明</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>第 {number} 期</translation>
    </message>
    <message>
        <source>Recognised: {facts}</source>
        <translation>认出：{facts}</translation>
    </message>
    <message>
        <source>  (? is not sure)</source>
        <translation>&#x3000;（? 表示不确定）</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>2nd</source>
        <translation>二校</translation>
    </message>
    <message>
        <source>1st</source>
        <translation>一校</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>在校</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未校</translation>
    </message>
    <message>
        <source>{doubts}, about {time} at today’s pace</source>
        <translation>{doubts}，照今天的速度约 {time}</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
</context>
<context>
    <name>Proofing</name>
    <message>
        <source>Kind of the block</source>
        <translation>段的种类</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;I)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>PgDn</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Overview of the article: doubts and corrections</source>
        <translation>本篇概览：存疑与人手</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Open for reading</source>
        <translation>只读打开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Open the library for writing, if it is free now</source>
        <translation>若此库已空闲，改为可写</translation>
    </message>
    <message>
        <source>Open for reading: another window has this library. It is tried again every second; then you can write here.</source>
        <translation>只读打开：另一个窗口正在使用此库。每秒自动再试，空出后即可在此写入。</translation>
    </message>
    <message>
        <source>Open for reading: the library’s file or folder cannot be written. It is tried again every second; then you can write here.</source>
        <translation>只读打开：库文件或其文件夹不能写入。每秒自动再试，可写后即可在此写入。</translation>
    </message>
    <message>
        <source>Open for reading: the library’s file has several names (hard links), and each would have a log of its own. Remove the other names, or open a copy; it is tried again every second.</source>
        <translation>只读打开：库文件有几个名称（硬链接），每个名称会各有一份日志。请去掉其他名称，或打开副本；每秒自动再试。</translation>
    </message>
    <message>
        <source>Open for reading: the library’s name is too long for the files that belong beside it. Give it a shorter name, then open it again.</source>
        <translation>只读打开：库的名称太长，旁边放不下它所需的文件。请改用较短的名称，再打开。</translation>
    </message>
    <message>
        <source>Open for reading: the library holds what its version does not declare ({names}), and is not written so. Restore a backup from before.</source>
        <translation>只读打开：库里有不属于它的东西（{names}），这样不写它。请恢复在此之前的备份。</translation>
    </message>
    <message>
        <source>Open for reading: the disk is full on which {folder} lies. Make room there, then try again; what is here can be read meanwhile.</source>
        <translation>只读打开：{folder} 所在的磁盘已满。请在那里腾出空间，再点“再试一次”；其间仍可阅读。</translation>
    </message>
    <message>
        <source>Try again (still not)</source>
        <translation>再试一次（仍不行）</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>{reads}: decided by {who}.</source>
        <translation>{reads}：{who} 所定。</translation>
    </message>
    <message>
        <source>The engine proposed: {reads}, {percent} % sure.</source>
        <translation>机器原拟：{reads}，把握 {percent}%。</translation>
    </message>
    <message>
        <source>{reads}: by the engine, {percent} % sure.</source>
        <translation>{reads}：机器所定，把握 {percent}%。</translation>
    </message>
    <message>
        <source>Line end joined</source>
        <translation>断行接合</translation>
    </message>
    <message>
        <source>Line end read as a space</source>
        <translation>断行读作空格</translation>
    </message>
    <message>
        <source>Line end kept</source>
        <translation>断行保留</translation>
    </message>
    <message>
        <source>New paragraph</source>
        <translation>另起一段</translation>
    </message>
    <message>
        <source>&quot;{new}&quot; stands in place of &quot;{old}&quot;</source>
        <translation>“{new}”，原作“{old}”</translation>
    </message>
    <message>
        <source>&quot;{new}&quot; was put in</source>
        <translation>补入“{new}”</translation>
    </message>
    <message>
        <source>&quot;{old}&quot; was taken out</source>
        <translation>删去“{old}”</translation>
    </message>
    <message>
        <source>the engine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>{who}, {when}, {why}</source>
        <translation>{who}，{when}，{why}</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手改</translation>
    </message>
    <message>
        <source>replaced everywhere</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>doubled at a line end</source>
        <translation>断行处重字</translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Printed at line {line}; the engine put it here.</source>
        <translation>原在第 {line} 行，机器移到这里。</translation>
    </message>
    <message>
        <source>Printed at line {line}; a person put it here.</source>
        <translation>原在第 {line} 行，有人移到这里。</translation>
    </message>
    <message>
        <source>Supplied: a person wrote this heading; the page does not have it.</source>
        <translation>补拟：这条标题由人所写，版上没有。</translation>
    </message>
    <message>
        <source>The words were changed since they were tagged.</source>
        <translation>归类之后，文字有改动。</translation>
    </message>
    <message>
        <source>The words were torn apart since they were tagged.</source>
        <translation>归类之后，文字被拆开。</translation>
    </message>
    <message>
        <source>The words read as when they were tagged.</source>
        <translation>文字与归类时相同。</translation>
    </message>
    <message>
        <source>Topic {topic}. {became}</source>
        <translation>主题 {topic}。{became}</translation>
    </message>
    <message>
        <source>Under the topics, in the tagged phrases: Enter goes to the words, Del unmarks them. {key} tags the words that are selected.</source>
        <translation>在主题栏“本篇归类的词句”中：Enter 转到原文，Del 取消归类。{key} 给所选词句归类。</translation>
    </message>
    <message>
        <source>control character</source>
        <translation>控制字符</translation>
    </message>
    <message>
        <source>A character that cannot be seen: {code}, {name}. It stays as it is.</source>
        <translation>看不见的字符：{code}，{name}。原样保留。</translation>
    </message>
    <message>
        <source>Nothing is marked here.</source>
        <translation>这里没有标记。</translation>
    </message>
    <message>
        <source>the line above ends with {0}</source>
        <translation>上行以“{0}”收尾</translation>
    </message>
    <message>
        <source>the line above ends with {0}, which is no stop</source>
        <translation>上行以“{0}”结尾，不是句末</translation>
    </message>
    <message>
        <source>the line above ends with a pause, {0}</source>
        <translation>上行以“{0}”停顿</translation>
    </message>
    <message>
        <source>the line above is {0} ems wide in a column of {1}</source>
        <translation>上行宽 {0} 字，栏宽 {1} 字</translation>
    </message>
    <message>
        <source>the line above fills its column ({0} of {1} ems)</source>
        <translation>上行满栏（{0}／{1} 字）</translation>
    </message>
    <message>
        <source>the line above is wider than its column ({0} of {1} ems)</source>
        <translation>上行宽出栏外（{0}／{1} 字）</translation>
    </message>
    <message>
        <source>the line below is two ems short ({0} of {1}), like a first line</source>
        <translation>下行比栏宽少两字（{0}／{1} 字），像首行</translation>
    </message>
    <message>
        <source>the line below is full ({0} of {1} ems), as first lines are not</source>
        <translation>下行满栏（{0}／{1} 字），不像首行</translation>
    </message>
    <message>
        <source>the line below stands further in</source>
        <translation>下行缩进</translation>
    </message>
    <message>
        <source>the line below begins with {0}, as paragraphs do</source>
        <translation>下行以“{0}”开头，像段首</translation>
    </message>
    <message>
        <source>the line below begins with {0}, which begins none</source>
        <translation>下行以“{0}”开头，不能起段</translation>
    </message>
    <message>
        <source>{0} is still open</source>
        <translation>“{0}”还没有合上</translation>
    </message>
    <message>
        <source>the line end cuts the word {0}</source>
        <translation>断在词“{0}”中</translation>
    </message>
    <message>
        <source>the line end cuts {0}, which this newspaper often has in one</source>
        <translation>断在“{0}”中（本报常连用）</translation>
    </message>
    <message>
        <source>the line end cuts the number {0}</source>
        <translation>断在数字“{0}”中</translation>
    </message>
    <message>
        <source>the line end stands inside {0}</source>
        <translation>断在西文“{0}”中</translation>
    </message>
    <message>
        <source>a person decided it</source>
        <translation>人定的</translation>
    </message>
    <message>
        <source>blank lines between: {0}</source>
        <translation>中间有 {0} 个空行</translation>
    </message>
    <message>
        <source>blank lines between, of little weight here: {0}</source>
        <translation>中间有 {0} 个空行，但这一版的空行作不得准</translation>
    </message>
    <message>
        <source>no blank line, as this page has between paragraphs</source>
        <translation>中间没有空行，而这一版段间有空行</translation>
    </message>
    <message>
        <source>a headline stands beside it</source>
        <translation>挨着标题</translation>
    </message>
    <message>
        <source>both lines are one headline</source>
        <translation>两行是一个标题</translation>
    </message>
    <message>
        <source>furniture stands beside it</source>
        <translation>挨着版面杂项</translation>
    </message>
    <message>
        <source>a caption or byline stands beside it</source>
        <translation>挨着图注或署名</translation>
    </message>
    <message>
        <source>furniture or a caption stands inside the paragraph</source>
        <translation>段中夹着版面杂项或图注</translation>
    </message>
    <message>
        <source>lines of verse</source>
        <translation>诗行</translation>
    </message>
    <message>
        <source>the text goes on elsewhere: {0}, then {1}</source>
        <translation>下文在别处：“{0}”接“{1}”</translation>
    </message>
    <message>
        <source>the text may go on elsewhere: {0}, then {1}</source>
        <translation>下文可能在别处：“{0}”接“{1}”</translation>
    </message>
    <message>
        <source>the text breaks off, and nothing on the page goes on with it</source>
        <translation>这里断了，版上没有下文</translation>
    </message>
    <message>
        <source>{0} stands twice in a row across the line end</source>
        <translation>“{0}”在断行处连写两遍</translation>
    </message>
    <message>
        <source>the page is mostly Latin text, of which line ends are only guessed</source>
        <translation>版上多是西文，断行只是猜测</translation>
    </message>
    <message>
        <source>the page has so many lines that it was only read roughly</source>
        <translation>本版有数万行，只作粗读</translation>
    </message>
    <message>
        <source>a space beside a number, made by typesetting</source>
        <translation>数字旁的空格是排版所致</translation>
    </message>
    <message>
        <source>a space as between all characters of this page</source>
        <translation>此版字字之间都有空格</translation>
    </message>
    <message>
        <source>pieces of one printed line</source>
        <translation>印刷时本是一行，被抽取程序拆成数截</translation>
    </message>
    <message>
        <source>the begin or end of the page</source>
        <translation>版首或版末</translation>
    </message>
    <message>
        <source>no repair was asked for</source>
        <translation>未作修复</translation>
    </message>
</context>
<context>
    <name>Reclaiming</name>
    <message>
        <source>Go first to a line of the source that belongs to no article (Ctrl+↑ ↓).</source>
        <translation>请先到原文中不属于任何篇的一行（Ctrl+↑ ↓）。</translation>
    </message>
    <message>
        <source>Make it text</source>
        <translation>转为正文</translation>
    </message>
    <message>
        <source>Text of a new article</source>
        <translation>归入新的一篇</translation>
    </message>
    <message>
        <source>Text of &quot;{title}&quot;</source>
        <translation>归入《{title}》</translation>
    </message>
    <message>
        <source>The line is text of &quot;{title}&quot; now.</source>
        <translation>此行已归入《{title}》。</translation>
    </message>
    <message>
        <source>The line is on the page as: {kind}.</source>
        <translation>此行仍属版面：{kind}。</translation>
    </message>
    <message>
        <source>The line begins a new article, &quot;{title}&quot;: what follows is its text.</source>
        <translation>从此行起另成一篇《{title}》，其后各段归入该篇。</translation>
    </message>
    <message>
        <source>{key} undoes it.</source>
        <translation>{key} 可撤销。</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Save it as plain text (.txt) and import that.</source>
        <translation>请另存为纯文本（.txt）再导入。</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>里面什么也没有。</translation>
    </message>
    <message>
        <source>Leave it out, or fetch the page anew.</source>
        <translation>请略去，或重新取得这一版。</translation>
    </message>
    <message>
        <source>It is no text but {kind}.</source>
        <translation>不是文字，而是{kind}。</translation>
    </message>
    <message>
        <source>As {encoding} the byte {byte} in line {line} (offset {offset}) is wrong.</source>
        <translation>按 {encoding} 读，第 {line} 行（偏移 {offset}）的字节 {byte} 不对。</translation>
    </message>
    <message>
        <source>Choose another encoding, or mend that byte in the file.</source>
        <translation>请另选编码，或在文件里改正这个字节。</translation>
    </message>
    <message>
        <source>{suffix} is not read by this version.</source>
        <translation>这个版本还不读 {suffix}。</translation>
    </message>
    <message>
        <source>Files of this kind are not read.</source>
        <translation>不读这种文件。</translation>
    </message>
    <message>
        <source>In this folder is no file that is read.</source>
        <translation>这个文件夹里没有可读的文件。</translation>
    </message>
    <message>
        <source>Choose a folder with .txt files.</source>
        <translation>请选有 .txt 文件的文件夹。</translation>
    </message>
    <message>
        <source>It is no text.</source>
        <translation>不是文字。</translation>
    </message>
    <message>
        <source>Choose its encoding in the import dialog, or convert it to UTF-8.</source>
        <translation>请在导入对话框里选定编码，或先转成 UTF-8。</translation>
    </message>
    <message>
        <source>Convert it to UTF-8 and import that.</source>
        <translation>请转成 UTF-8 再导入。</translation>
    </message>
    <message>
        <source>No encoding fits beyond doubt (byte {byte} in line {line}).</source>
        <translation>没有一种编码确实合适（第 {line} 行的字节 {byte}）。</translation>
    </message>
    <message>
        <source>It looks like {encoding}, without the mark at its beginning.</source>
        <translation>像是 {encoding}，但开头没有标记。</translation>
    </message>
    <message>
        <source>It looks like ISO-2022.</source>
        <translation>像是 ISO-2022。</translation>
    </message>
    <message>
        <source>It looks like HZ.</source>
        <translation>像是 HZ 编码。</translation>
    </message>
    <message>
        <source>It looks like UTF-7.</source>
        <translation>像是 UTF-7。</translation>
    </message>
    <message>
        <source>Its encoding cannot be told.</source>
        <translation>编码认不出来。</translation>
    </message>
    <message>
        <source>Look whether it is still there, and import it again.</source>
        <translation>请看它还在不在，再导入一次。</translation>
    </message>
    <message>
        <source>There is not enough memory for it.</source>
        <translation>内存不够。</translation>
    </message>
    <message>
        <source>Close other programs and import it again.</source>
        <translation>请关掉别的程序再导入。</translation>
    </message>
    <message>
        <source>It has {size} bytes; a page has {limit} at most.</source>
        <translation>它有 {size} 字节，一版至多 {limit} 字节。</translation>
    </message>
    <message>
        <source>Divide it into several files.</source>
        <translation>请分成几个文件。</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>它已经不在了。</translation>
    </message>
    <message>
        <source>It is a link that leads nowhere.</source>
        <translation>它是链接，所指的文件不在。</translation>
    </message>
    <message>
        <source>It is no ordinary file but {kind}.</source>
        <translation>不是普通文件，而是{kind}。</translation>
    </message>
    <message>
        <source>It is the library that is open, and no text of a newspaper.</source>
        <translation>这是打开着的库本身，不是报纸的文字。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请略去。</translation>
    </message>
    <message>
        <source>You may not read it.</source>
        <translation>没有读取的权限。</translation>
    </message>
    <message>
        <source>Let its owner give you the right, and import it again.</source>
        <translation>请让文件主人给予权限，再导入。</translation>
    </message>
    <message>
        <source>It is a link to a folder, which is not followed.</source>
        <translation>它是指向文件夹的链接，不跟随。</translation>
    </message>
    <message>
        <source>Add that folder itself.</source>
        <translation>请直接添加那个文件夹。</translation>
    </message>
    <message>
        <source>It cannot be read: {says}.</source>
        <translation>读不了：{says}。</translation>
    </message>
    <message>
        <source>Check the disk, and import it again.</source>
        <translation>请检查磁盘，再导入一次。</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>二进制数据</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>a FIFO</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>a special file</source>
        <translation>特殊文件</translation>
    </message>
    <message>
        <source>a zip file or an office document</source>
        <translation>压缩包或 Office 文档</translation>
    </message>
    <message>
        <source>an office document</source>
        <translation>Office 文档</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 文档</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report of the import</source>
        <translation>导入报告</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;ancel; what is done stays</source>
        <translation>取消，已导入的保留(&amp;A)</translation>
    </message>
    <message>
        <source>? stands behind what is not sure: supposed, or named otherwise</source>
        <translation>? 表示不确定：推测所得，或文件名与版面不一</translation>
    </message>
    <message>
        <source>Imported {imported}, unchanged {unchanged}, refused {refused}, skipped {skipped}.</source>
        <translation>导入 {imported}，已有 {unchanged}，拒收 {refused}，略过 {skipped}。</translation>
    </message>
    <message>
        <source>Cancelled; what was done stays. </source>
        <translation>已取消；做完的保留。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>What came of each file</source>
        <translation>各文件的结果</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Save the text on screen</source>
        <translation>另存屏上文字</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>The text on screen is in {path}. It is not in the library yet: {why}</source>
        <translation>屏上文字已存到 {path}，还没有进库：{why}</translation>
    </message>
    <message>
        <source>The text on screen is in {path}.</source>
        <translation>屏上文字已存到 {path}。</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The backup takes the place of the whole library. What is there now is backed up first, and can be restored in the same way.</source>
        <translation>备份将取代整个库。现有内容会先备份，以后也能同样恢复。</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>备份，新的在上</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Another &amp;file…</source>
        <translation>另选文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Verify and count</source>
        <translation>核对并清点(&amp;V)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>恢复这份备份</translation>
    </message>
    <message>
        <source>The backup takes the place of the file that cannot be read. That file is set aside first, byte for byte, in the folder damaged among the backups.</source>
        <translation>备份将顶替无法读取的文件。该文件会先逐字节另存到备份处的 damaged 文件夹。</translation>
    </message>
    <message>
        <source>much smaller than the one before</source>
        <translation>比前一份小得多</translation>
    </message>
    <message>
        <source>before an update of the program</source>
        <translation>程序更新之前</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>恢复之前</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>手动备份</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>Libraries (*.db);;All files (*)</source>
        <translation>库 (*.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>No backup of this library was found. If you have one, choose it by the button Another file: it begins in the folder of all backups.</source>
        <translation>没有找到这个库的备份。如有备份，请按“另选文件”来选：从存放全部备份的文件夹开始。</translation>
    </message>
    <message>
        <source>Sound: {issues}, {articles}, {characters}, {corrections} corrections</source>
        <translation>完好：{issues}，{articles}，{characters}，校改 {corrections} 处</translation>
    </message>
    <message>
        <source>not sound: changed from outside</source>
        <translation>不完好：在本程序之外改动过</translation>
    </message>
    <message>
        <source>Not sound, {count} places were changed from outside: {issues}, {articles}, {characters}, {corrections} corrections</source>
        <translation>不完好，有 {count} 处是在本程序之外改动的：{issues}，{articles}，{characters}，校改 {corrections} 处</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>A job is running. Wait for its end, or cancel it.</source>
        <translation>有任务正在进行。请等它结束，或取消它。</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>没有打开语料库。</translation>
    </message>
    <message>
        <source>Nothing was restored.</source>
        <translation>没有恢复任何内容。</translation>
    </message>
    <message>
        <source>Restored: {articles}, {characters}. What was there is kept among the backups.</source>
        <translation>已恢复：{articles}，{characters}。原有内容留在备份里。</translation>
    </message>
    <message>
        <source>Restored: {articles}, {characters}. What was there is kept as {path}.</source>
        <translation>已恢复：{articles}，{characters}。原有的留作 {path}。</translation>
    </message>
    <message>
        <source>It is not sound: {count} places were changed from outside. Run &quot;jiaokan check&quot;, or restore an earlier backup.</source>
        <translation>它不是完好的：有 {count} 处是在本程序之外改动的。请运行 jiaokan check 查看，或恢复更早的备份。</translation>
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
    <name>RiskBar</name>
    <message>
        <source>The library lies in a risky place</source>
        <translation>语料库所在之处有风险</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Write a verified copy of the library to another place</source>
        <translation>把经过核对的副本写到别处</translation>
    </message>
    <message>
        <source>I know</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Do not say it again of this library in this folder</source>
        <translation>对这个文件夹里的这个语料库不再提示</translation>
    </message>
    <message>
        <source>This library lies on a network or shared file system ({system}): locks cannot be relied on there, and two machines that write damage it.</source>
        <translation>这个语料库在网络或共享文件系统（{system}）上：那里的锁靠不住，两台机器同时写会损坏它。</translation>
    </message>
    <message>
        <source>{service} synchronises this library’s folder: it may copy the library in the middle of a write, or put an older one back.</source>
        <translation>这个语料库所在的文件夹由{service}同步：可能在写到一半时被复制，或被旧文件换回。</translation>
    </message>
    <message>
        <source>Keep it in an ordinary folder of this machine, and put only copies here.</source>
        <translation>请把它放在本机的普通文件夹里，这里只放副本。</translation>
    </message>
</context>
<context>
    <name>Saying</name>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>here</source>
        <translation>现在在此</translation>
    </message>
    <message>
        <source>Undo or redo to here</source>
        <translation>撤销或重做到这里</translation>
    </message>
    <message>
        <source>Undo all after this ({count})</source>
        <translation>撤销此后各步（{count}）</translation>
    </message>
    <message>
        <source>Redo up to this ({count})</source>
        <translation>重做到这一步（{count}）</translation>
    </message>
    <message>
        <source>Undo {back}, then redo {again}, up to this</source>
        <translation>撤销 {back} 步，再重做 {again} 步</translation>
    </message>
    <message>
        <source>Steps undone: {count}. Redo brings them back.</source>
        <translation>已撤销 {count} 步。重做可恢复。</translation>
    </message>
    <message>
        <source>Steps done again: {count}.</source>
        <translation>已重做 {count} 步。</translation>
    </message>
    <message>
        <source>Steps undone: {back}; done again: {again}.</source>
        <translation>已撤销 {back} 步，重做 {again} 步。</translation>
    </message>
</context>
<context>
    <name>Sayings</name>
    <message>
        <source>No title</source>
        <translation>无报名</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第 {number} 期</translation>
    </message>
    <message>
        <source>The date was inferred from the text; F2 corrects it.</source>
        <translation>日期是从正文推定的；按 F2 订正。</translation>
    </message>
    <message>
        <source>The page is not sure: the name and the print may differ.</source>
        <translation>版次不确定：文件名与版面所印可能不一，F2 可订正。</translation>
    </message>
    <message>
        <source>Topics: {topics}</source>
        <translation>主题：{topics}</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>（无文字）</translation>
    </message>
    <message>
        <source>{shown} of {issues}</source>
        <translation>{shown}／{issues}</translation>
    </message>
    <message>
        <source>{shown} of {articles}</source>
        <translation>{shown}／{articles}</translation>
    </message>
    <message>
        <source>By &amp;newspaper, newest first</source>
        <translation>按报纸，新的在前(&amp;N)</translation>
    </message>
    <message>
        <source>By &amp;date, newest first</source>
        <translation>按日期，新的在前(&amp;D)</translation>
    </message>
    <message>
        <source>By date, &amp;oldest first</source>
        <translation>按日期，旧的在前(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Most doubts first</source>
        <translation>疑点多的在前(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Least proofed first</source>
        <translation>校得少的在前(&amp;L)</translation>
    </message>
    <message>
        <source>As &amp;printed</source>
        <translation>按版面次序(&amp;P)</translation>
    </message>
    <message>
        <source>By &amp;headline</source>
        <translation>按标题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;All articles</source>
        <translation>全部(&amp;A)</translation>
    </message>
    <message>
        <source>With do&amp;ubts</source>
        <translation>有疑点的(&amp;U)</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search the library</source>
        <translation>检索全库</translation>
    </message>
    <message>
        <source>Search words, tag:economy, date:2025-01</source>
        <translation>检索全库：词句、主题:经济、日期:2025-01</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>存下的检索</translation>
    </message>
    <message>
        <source>Kept searches (Alt+Down)</source>
        <translation>存下的检索 (Alt+↓)</translation>
    </message>
</context>
<context>
    <name>SearchFoot</name>
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
</context>
<context>
    <name>SearchHead</name>
    <message>
        <source>search in</source>
        <translation>搜于</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>校样</translation>
    </message>
    <message>
        <source>The text as it reads now</source>
        <translation>校改后的文字</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>The text as it was received</source>
        <translation>收到时的文字</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Both; what is the same is found once</source>
        <translation>两种文字；相同之处只列一次</translation>
    </message>
    <message>
        <source>by date ↓</source>
        <translation>按日期 ↓</translation>
    </message>
    <message>
        <source>by date ↑</source>
        <translation>按日期 ↑</translation>
    </message>
    <message>
        <source>The newest first</source>
        <translation>新的在前</translation>
    </message>
    <message>
        <source>The oldest first</source>
        <translation>旧的在前</translation>
    </message>
    <message>
        <source>Turns the order of the dates round</source>
        <translation>颠倒日期的先后</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>furniture</source>
        <translation>版面杂项</translation>
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
    <name>Seeking</name>
    <message>
        <source>Kept: {query}. It stands in the menu of the search box.</source>
        <translation>已存下：{query}。在检索框的菜单里。</translation>
    </message>
    <message>
        <source>On this page stands no article.</source>
        <translation>这一版上没有文章。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>旧纸色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>配色(&amp;T)</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>&amp;Size of the text</source>
        <translation>正文字号(&amp;S)</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> 字</translation>
    </message>
    <message>
        <source>&amp;Width of a line</source>
        <translation>行宽(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Leading</source>
        <translation>行距(&amp;L)</translation>
    </message>
    <message>
        <source>Faint</source>
        <translation>淡</translation>
    </message>
    <message>
        <source>Stronger</source>
        <translation>加重</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>&amp;Joins of the engine</source>
        <translation>机器接合的记号(&amp;J)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>&amp;Name in the journal</source>
        <translation>记录中的姓名(&amp;N)</translation>
    </message>
    <message>
        <source>JIAOKAN_ACTOR says which name is written.</source>
        <translation>姓名由 JIAOKAN_ACTOR 指定。</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>JIAOKAN_LANG says which language is spoken.</source>
        <translation>语言由 JIAOKAN_LANG 指定。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>立即备份(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>恢复(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>Source lines</source>
        <translation>来源各行</translation>
    </message>
    <message>
        <source>The lines as received stand here when an article is open.</source>
        <translation>打开一篇后，这里显示收到的原文各行。</translation>
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
        <source>Save the text on screen…</source>
        <translation>另存屏上文字…</translation>
    </message>
    <message>
        <source>Save the text on screen to a file</source>
        <translation>把屏上文字另存为文件</translation>
    </message>
    <message>
        <source>Write the article as it is shown into a file elsewhere; saving is tried again</source>
        <translation>把屏上这一篇写进别处的文件；保存会再试</translation>
    </message>
    <message>
        <source>Go back before the import in one step; redo brings it back</source>
        <translation>一步回到导入之前；重做可恢复</translation>
    </message>
    <message numerus="yes">
        <source>Undo the whole import of %n file(s)</source>
        <translation>
            <numerusform>撤销整次导入（%n 个文件）</numerusform>
        </translation>
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
        <source>Saving…</source>
        <translation>正在保存</translation>
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
        <source>Undo: {wish}</source>
        <translation>撤销：{wish}</translation>
    </message>
</context>
<context>
    <name>Structure</name>
    <message>
        <source>{key} undoes it.</source>
        <translation>按 {key} 撤销。</translation>
    </message>
    <message>
        <source>The block belongs to the page now, not to the article.</source>
        <translation>这一段已归版面，不属本篇。</translation>
    </message>
    <message>
        <source>Headings stand first, in the order of their kinds: nothing moved.</source>
        <translation>标题在前，按种类排列：没有移动。</translation>
    </message>
    <message>
        <source>The article ends here; {key} moves the block to the next one.</source>
        <translation>本篇到此为止；按 {key} 把这一段移到下一篇。</translation>
    </message>
    <message>
        <source>The article begins here; {key} moves the block to the one before.</source>
        <translation>本篇从这里开始；按 {key} 把这一段移到上一篇。</translation>
    </message>
    <message>
        <source>Moved to &quot;{title}&quot;.</source>
        <translation>已移到《{title}》。</translation>
    </message>
    <message>
        <source>Merged with &quot;{title}&quot;.</source>
        <translation>已与《{title}》合并。</translation>
    </message>
    <message>
        <source>There is no article behind this one in the issue.</source>
        <translation>这一期里，本篇之后没有别的篇。</translation>
    </message>
    <message>
        <source>There is no article before this one in the issue.</source>
        <translation>这一期里，本篇之前没有别的篇。</translation>
    </message>
    <message>
        <source>The article begins with this block already.</source>
        <translation>本篇本来就从这一段开始。</translation>
    </message>
    <message>
        <source>A new article begins here.</source>
        <translation>新的一篇从这里开始。</translation>
    </message>
    <message>
        <source>{entry}: what takes it up on {page} was not found.</source>
        <translation>{entry}：在{page}没有找到相接的文字。</translation>
    </message>
    <message>
        <source>No line here says that this article goes on on another page.</source>
        <translation>这里没有说明本篇转到别的版的行。</translation>
    </message>
    <message numerus="yes">
        <source>%n heading(s) of it stand in the text now.</source>
        <translation>
            <numerusform>其标题 %n 行已归入正文。</numerusform>
        </translation>
    </message>
    <message>
        <source>Status: {status}.</source>
        <translation>状态取作“{status}”。</translation>
    </message>
    <message>
        <source>The article belongs to the furniture of the page now.</source>
        <translation>本篇已归入本版的版面杂项。</translation>
    </message>
    <message>
        <source>The article has this status already.</source>
        <translation>这篇已是这个状态。</translation>
    </message>
</context>
<context>
    <name>SuggestionRow</name>
    <message>
        <source>Take {topic}</source>
        <translation>收下 {topic}</translation>
    </message>
    <message>
        <source>Refuse {topic}</source>
        <translation>不要 {topic}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>new topic: {words}</source>
        <translation>新主题：{words}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>take</source>
        <translation>收下首条</translation>
    </message>
    <message>
        <source>not this</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>from your topics</source>
        <translation>从你的归类学得</translation>
    </message>
    <message>
        <source>refused: {count}</source>
        <translation>已拒 {count}</translation>
    </message>
    <message>
        <source>Show again what was refused for this article</source>
        <translation>重新显示本篇拒绝过的建议</translation>
    </message>
</context>
<context>
    <name>SupplyDialog</name>
    <message>
        <source>Supply a headline</source>
        <translation>补拟标题</translation>
    </message>
    <message>
        <source>Kind of heading</source>
        <translation>标题的种类</translation>
    </message>
    <message>
        <source>Words of the heading</source>
        <translation>标题的文字</translation>
    </message>
    <message>
        <source>The page does not have it: it is marked as supplied, with your name.</source>
        <translation>版上没有这条标题：它会标为补拟，并记下你的名字。</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>补上</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>TagSidebar</name>
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
        <source>Merge {source} into {target}</source>
        <translation>把“{source}”并入“{target}”</translation>
    </message>
    <message>
        <source>Put {source} under {target}</source>
        <translation>把“{source}”归到“{target}”之下</translation>
    </message>
</context>
<context>
    <name>TagStrip</name>
    <message>
        <source>Show the topics</source>
        <translation>展开主题栏</translation>
    </message>
    <message>
        <source>Show the journal</source>
        <translation>展开校改记录</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n 条建议</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TellTaken</name>
    <message>
        <source>What</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Newspaper</source>
        <translation>报纸</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>篇数</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>已有</translation>
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
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>The same bytes are in the library already, in {issue}.</source>
        <translation>库里已有同样的字节，在{issue}。</translation>
    </message>
    <message>
        <source>{percent} % like a page of {issue}. Compare both; withdraw one if it is a copy.</source>
        <translation>与{issue}的一版有 {percent}% 相同。请对照；若是重份，撤下一份。</translation>
    </message>
</context>
<context>
    <name>Telling</name>
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
    <name>There</name>
    <message>
        <source>A file stands there; it is replaced if it is an earlier export.</source>
        <translation>此处已有文件；若是以前导出的，就替换它。</translation>
    </message>
    <message>
        <source>An export of another library stands there ({facts}).</source>
        <translation>那里是另一个库的导出（{facts}）。</translation>
    </message>
    <message>
        <source>An earlier export there will be brought up to date.</source>
        <translation>此处已有以前导出的语料，将予更新。</translation>
    </message>
    <message>
        <source>An earlier export there ({facts}) will be brought up to date.</source>
        <translation>此处已有以前导出的语料（{facts}），将予更新。</translation>
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
    <name>TopicDelegate</name>
    <message>
        <source>Name of the topic</source>
        <translation>主题名</translation>
    </message>
</context>
<context>
    <name>TopicLine</name>
    <message>
        <source>Topics that fit</source>
        <translation>相符的主题</translation>
    </message>
    <message>
        <source>New topic &quot;{name}&quot;</source>
        <translation>新主题“{name}”</translation>
    </message>
</context>
<context>
    <name>Topics</name>
    <message>
        <source>These words are not in the article any more: {quote}</source>
        <translation>这些词句已不在本篇中：{quote}</translation>
    </message>
    <message>
        <source>Choose a topic in the list first.</source>
        <translation>请先在列表里选一个主题。</translation>
    </message>
    <message>
        <source>Choose a tagged phrase in the list first.</source>
        <translation>请先在列表里选一处标了主题的词句。</translation>
    </message>
    <message>
        <source>A name with a quotation mark cannot be searched.</source>
        <translation>名称含引号，无法检索。</translation>
    </message>
    <message>
        <source>Select the words first that the topic is for.</source>
        <translation>请先选中要归类的词句。</translation>
    </message>
    <message>
        <source>Select words of one paragraph only.</source>
        <translation>请只选一段之内的词句。</translation>
    </message>
    <message>
        <source>The text has changed meanwhile. Select the words again.</source>
        <translation>正文已经变动，请重新选择词句。</translation>
    </message>
</context>
<context>
    <name>TourLine</name>
    <message>
        <source>Open an article</source>
        <translation>打开一篇</translation>
    </message>
    <message>
        <source>Go to a doubt</source>
        <translation>看一处疑点</translation>
    </message>
    <message>
        <source>Join or split</source>
        <translation>接或分</translation>
    </message>
    <message>
        <source>Add a topic</source>
        <translation>归一个主题</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Five first steps</source>
        <translation>五步上手</translation>
    </message>
    <message>
        <source>Stop whenever you like</source>
        <translation>随时可停</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>不用，谢谢</translation>
    </message>
    <message>
        <source>All done: close</source>
        <translation>都做过了，关闭</translation>
    </message>
</context>
<context>
    <name>Turning</name>
    <message>
        <source>Undone: {step}. {key} brings it back.</source>
        <translation>已撤销：{step}。{key} 可恢复。</translation>
    </message>
    <message>
        <source>Done again: {step}. {key} takes it back.</source>
        <translation>已重做：{step}。{key} 可撤销。</translation>
    </message>
</context>
<context>
    <name>TwoTexts</name>
    <message>
        <source>Two texts of one paragraph</source>
        <translation>一段的两种文字</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>您键入的</translation>
    </message>
    <message>
        <source>What was written elsewhere</source>
        <translation>别处写入的</translation>
    </message>
    <message>
        <source>Keep &amp;mine</source>
        <translation>保留我的(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Copy mine</source>
        <translation>复制我的(&amp;C)</translation>
    </message>
    <message>
        <source>Keep the &amp;other</source>
        <translation>保留对方的(&amp;O)</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>The other, as it reads now</source>
        <translation>对方的，即现在的文字</translation>
    </message>
    <message>
        <source>{where}: the paragraph in which you typed is not there any more as it was. Copy your text and put it where it belongs; it is in no journal.</source>
        <translation>{where}：您键入的那一段已不是原来的样子。请复制您的文字，放到该放的地方；校改记录里没有它。</translation>
    </message>
    <message>
        <source>{where}: this paragraph was changed elsewhere while you typed in it. Which text stands? The other stays in the journal.</source>
        <translation>{where}：您键入时，这一段在别处被改了。留哪一种？另一种留在校改记录里。</translation>
    </message>
    <message numerus="yes">
        <source>%n more paragraph(s) wait behind this one.</source>
        <translation>
            <numerusform>后面还有 %n 段待定。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unreadable</name>
    <message>
        <source>Nothing was written to it.</source>
        <translation>没有对它写入任何内容。</translation>
    </message>
    <message>
        <source>The library {subject} is damaged ({says}). A disk that is not sound does that, or a copy that was broken off.</source>
        <translation>库 {subject} 已损坏（{says}）。磁盘不良或复制中断都会这样。</translation>
    </message>
    <message>
        <source>The library {subject} is damaged: its beginning says that form {form} of file has to be known to write it. There is no such form, so it can only be read.</source>
        <translation>库 {subject} 已损坏：它的开头说写它要懂第 {form} 种格式，没有这种格式，因此只能读。</translation>
    </message>
    <message>
        <source>{subject} does not begin as a library does: its beginning is damaged, or another file took its name.</source>
        <translation>{subject} 的开头不是库的开头：开头已损坏，或别的文件占用了这个名称。</translation>
    </message>
    <message>
        <source>{subject} is a database, but does not say that it is a library of this program: its beginning is damaged, or it belongs to another program.</source>
        <translation>{subject} 是数据库，却没有标明是本程序的库：开头已损坏，或属于别的程序。</translation>
    </message>
    <message>
        <source>{subject} was cut off: not even its beginning is whole. A copy that was broken off, or a full disk, does that.</source>
        <translation>{subject} 被截断：连开头也不完整。复制中断或磁盘已满都会这样。</translation>
    </message>
    <message>
        <source>{subject} was written by a later version of this program (form {theirs}; this one knows {ours}). It is whole: best update the program, then open it again.</source>
        <translation>{subject} 由更新版本的程序写成（格式 {theirs}，本程序只识 {ours}）。库是完好的：最好先更新程序，再打开。</translation>
    </message>
    <message>
        <source>In which folder should the folder of texts be?</source>
        <translation>文字的文件夹放在哪个文件夹里？</translation>
    </message>
    <message>
        <source>Texts of {name}</source>
        <translation>{name} 的文字</translation>
    </message>
    <message>
        <source>{count} texts so far</source>
        <translation>已读出 {count} 份文字</translation>
    </message>
    <message>
        <source>Saved in {folder}: {pages} pages as received, {articles} articles as they read, {typed} typed texts.</source>
        <translation>已存入 {folder}：原样的版 {pages} 个，现读的篇 {articles} 个，键入的文字 {typed} 处。</translation>
    </message>
    <message>
        <source>{count} could not be read; lost.txt there names them.</source>
        <translation>有 {count} 处读不出，列在其中的 lost.txt 里。</translation>
    </message>
    <message>
        <source>{count} files in fragments hold text of which the place is not known.</source>
        <translation>fragments 中的 {count} 个文件是不知出处的文字。</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>没有保存。</translation>
    </message>
    <message>
        <source>No text could be found in it any more. Restore a backup.</source>
        <translation>其中已找不到任何文字。请恢复备份。</translation>
    </message>
    <message>
        <source>{count} are not as they were taken in; lost.txt there names them.</source>
        <translation>有 {count} 份不是收进时的样子，那里的 lost.txt 列出了它们。</translation>
    </message>
</context>
<context>
    <name>UnreadableDialog</name>
    <message>
        <source>The library cannot be read</source>
        <translation>库无法读取</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>恢复备份(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Save its texts…</source>
        <translation>保存文字(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Another library…</source>
        <translation>打开别的库(&amp;A)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Leave this file as it is, and open another.</source>
        <translation>这个文件原样不动，改开另一个库。</translation>
    </message>
    <message>
        <source>Put a backup in its place. You choose which one, and see what it holds. The file that is there now is set aside first, and never deleted.</source>
        <translation>用一份备份顶替它。用哪一份由您选，选前可看内容。现在的文件先另行存放，绝不删除。</translation>
    </message>
    <message>
        <source>Write all texts that can still be read as files into a new folder. The library is not changed by it.</source>
        <translation>把还能读出的文字全部写成文件，放进新文件夹。库本身不变。</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>An empty paragraph: type in it, or leave it and it goes.</source>
        <translation>空段：键入即成一段，离开则不留。</translation>
    </message>
    <message>
        <source>No paragraph stands above a heading. {key} supplies a heading.</source>
        <translation>标题之上不能有段落。{key} 可补拟标题。</translation>
    </message>
    <message>
        <source>This paragraph is empty already.</source>
        <translation>此段已是空的。</translation>
    </message>
    <message>
        <source>The article begins here: there is nothing to join.</source>
        <translation>这里是本篇开头，前面无可接合。</translation>
    </message>
    <message>
        <source>The empty block is gone: {kind}. {key} undoes it.</source>
        <translation>已去掉空的{kind}。{key} 可撤销。</translation>
    </message>
    <message>
        <source>Both are one now: {kind}. {key} undoes it.</source>
        <translation>已合为一段：{kind}。{key} 可撤销。</translation>
    </message>
    <message>
        <source>Joined with a space; Del takes it out, the caret stands before it.</source>
        <translation>已接合，中间留一空格；光标就在空格前，按 Del 去掉。</translation>
    </message>
    <message>
        <source>There is no doubtful line end at the caret.</source>
        <translation>光标处没有存疑的断行。</translation>
    </message>
    <message>
        <source>The article has had its second proof already.</source>
        <translation>这篇已经二校过了。</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>How the article is shown</source>
        <translation>本篇的看法</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>校样</translation>
    </message>
    <message>
        <source>The article alone, as it reads</source>
        <translation>只看本篇读法</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>The article beside the lines as received</source>
        <translation>本篇与来源各行并列</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What was changed of what was received, read-only</source>
        <translation>来文改了哪些，只读</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>The article is shown alone already.</source>
        <translation>文章已是单独显示。</translation>
    </message>
    <message>
        <source>Differences are for reading. {key} goes to the proof to change text.</source>
        <translation>差异只供阅读，不能改字。{key} 回到校样再改。</translation>
    </message>
</context>
<context>
    <name>WholeImport</name>
    <message numerus="yes">
        <source>The import was undone: %n file(s), {articles} ({first} … {last}).</source>
        <translation>
            <numerusform>已撤销导入：%n 个文件，{articles}（{first} … {last}）。</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} brings them back, file by file.</source>
        <translation>{key} 逐个文件恢复。</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>Esc closes, {key} asks again</source>
        <translation>Esc 收起，{key} 再问</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>The library is open for reading; there is nothing to save.</source>
        <translation>语料库只供阅读，没有要保存的。</translation>
    </message>
    <message>
        <source>What you typed last could not be saved. Close and lose it?</source>
        <translation>最后键入的内容未能保存。关闭并放弃吗？</translation>
    </message>
    <message>
        <source>The text is as large as it can be.</source>
        <translation>文字已经最大。</translation>
    </message>
    <message>
        <source>The text is as small as it can be.</source>
        <translation>文字已经最小。</translation>
    </message>
    <message>
        <source>The text has its usual size.</source>
        <translation>文字是平常的大小。</translation>
    </message>
    <message>
        <source>The window has this theme.</source>
        <translation>窗口已是这种配色。</translation>
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
    <message>
        <source>On to &quot;{title}&quot;, {date}. {doubt}</source>
        <translation>转到《{title}》，{date}。{doubt}</translation>
    </message>
    <message>
        <source>Back to &quot;{title}&quot;, {date}. {doubt}</source>
        <translation>回到《{title}》，{date}。{doubt}</translation>
    </message>
    <message>
        <source>From the beginning again: &quot;{title}&quot;, {date}. {doubt}</source>
        <translation>从头再找到《{title}》，{date}。{doubt}</translation>
    </message>
    <message>
        <source>From the end again: &quot;{title}&quot;, {date}. {doubt}</source>
        <translation>从末尾再找到《{title}》，{date}。{doubt}</translation>
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
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{pages} (supposed)</source>
        <translation>{pages}（推测）</translation>
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
    <message>
        <source>{articles}, and {count} more withdrawn</source>
        <translation>{articles}，另有 {count} 篇已撤下</translation>
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
        <source>changed since proof</source>
        <translation>校后有改</translation>
    </message>
    <message>
        <source>The text has changed since its 1st proof. {key} gives the 2nd.</source>
        <translation>一校后文字有改。按 {key} 标为二校。</translation>
    </message>
    <message>
        <source>The text has changed since its 2nd proof. {key} confirms it.</source>
        <translation>二校后文字有改。按 {key} 确认现在的文字。</translation>
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
        <source>Section label</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Kicker (over the headline)</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Sub-title (under the headline)</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Picture caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>Lines of verse</source>
        <translation>诗行</translation>
    </message>
    <message>
        <source>Furniture of the page</source>
        <translation>版面杂项</translation>
    </message>
    <message>
        <source>supplied</source>
        <translation>补拟</translation>
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
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 版</numerusform>
        </translation>
    </message>
    <message>
        <source>{wish} ({what})</source>
        <translation>{wish}（{what}）</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>键入</translation>
    </message>
    <message>
        <source>typing &quot;{new}&quot;</source>
        <translation>键入“{new}”</translation>
    </message>
    <message>
        <source>taking out &quot;{old}&quot;</source>
        <translation>删去“{old}”</translation>
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
        <source>remove an empty block</source>
        <translation>去掉空段</translation>
    </message>
    <message>
        <source>erase over paragraphs</source>
        <translation>跨段删除</translation>
    </message>
    <message>
        <source>pasting &quot;{new}&quot;</source>
        <translation>粘贴“{new}”</translation>
    </message>
    <message>
        <source>move a block</source>
        <translation>移动段落</translation>
    </message>
    <message>
        <source>change a block&apos;s kind</source>
        <translation>更改段的种类</translation>
    </message>
    <message>
        <source>give a line of the furniture to an article</source>
        <translation>把版面杂项归入正文</translation>
    </message>
    <message>
        <source>move a block to the furniture</source>
        <translation>归入版面杂项</translation>
    </message>
    <message>
        <source>supply a heading</source>
        <translation>补拟标题</translation>
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
        <source>move an article to the furniture</source>
        <translation>整篇归入版面杂项</translation>
    </message>
    <message>
        <source>correct an issue</source>
        <translation>订正期次</translation>
    </message>
    <message>
        <source>correct issue {of}</source>
        <translation>订正 {of} 一期</translation>
    </message>
    <message>
        <source>move a page</source>
        <translation>移版</translation>
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
        <source>withdraw issue {of}</source>
        <translation>撤下 {of} 一期</translation>
    </message>
    <message>
        <source>withdraw {issues}</source>
        <translation>撤下 {issues}</translation>
    </message>
    <message>
        <source>bring an issue back</source>
        <translation>取回一期</translation>
    </message>
    <message>
        <source>bring issue {of} back</source>
        <translation>取回 {of} 一期</translation>
    </message>
    <message>
        <source>bring {issues} back</source>
        <translation>取回 {issues}</translation>
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
        <source>run the engine again</source>
        <translation>重新断行</translation>
    </message>
    <message>
        <source>learn from the verdicts</source>
        <translation>由判定学习</translation>
    </message>
    <message>
        <source>learn from the text</source>
        <translation>由库中文字学习</translation>
    </message>
    <message>
        <source>learn from the verdicts and the text</source>
        <translation>由判定和库中文字学习</translation>
    </message>
    <message>
        <source>forget what was learnt</source>
        <translation>忘掉所学</translation>
    </message>
    <message>
        <source>refuse topic {tag}</source>
        <translation>不再建议主题“{tag}”</translation>
    </message>
    <message>
        <source>show refused topics again</source>
        <translation>重新显示拒绝过的建议</translation>
    </message>
    <message>
        <source>take in what was refused before</source>
        <translation>收入以前拒绝的建议</translation>
    </message>
</context>
<context>
    <name>_Step</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Proof</source>
        <translation>校改(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Topics</source>
        <translation>主题(&amp;T)</translation>
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
        <source>Import a &amp;folder…</source>
        <translation>导入文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Take in all pages of a folder and of the folders in it</source>
        <translation>收进文件夹及其子文件夹里的所有版</translation>
    </message>
    <message>
        <source>Repor&amp;t of the import</source>
        <translation>导入报告(&amp;T)</translation>
    </message>
    <message>
        <source>Show again what came of the files that were imported last</source>
        <translation>再看上次导入的各文件结果</translation>
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
        <source>&amp;Correct issue…</source>
        <translation>订正本期(&amp;C)…</translation>
    </message>
    <message>
        <source>Correct title, date and number of the chosen issue, and its page&apos;s number</source>
        <translation>订正所选一期的报名、日期、期号，以及版号</translation>
    </message>
    <message>
        <source>&amp;Merge issue into…</source>
        <translation>并入另一期(&amp;M)…</translation>
    </message>
    <message>
        <source>Put the pages of the chosen issue into another one</source>
        <translation>把所选一期的各版归入另一期</translation>
    </message>
    <message>
        <source>Move &amp;page to…</source>
        <translation>移版到(&amp;P)…</translation>
    </message>
    <message>
        <source>Put the page of the chosen article into another issue</source>
        <translation>把所选文章所在的版归入另一期</translation>
    </message>
    <message>
        <source>Page one place &amp;up</source>
        <translation>版前移一位(&amp;U)</translation>
    </message>
    <message>
        <source>Let this page change places with the one before it</source>
        <translation>与前一版对调位置</translation>
    </message>
    <message>
        <source>Page one place &amp;down</source>
        <translation>版后移一位(&amp;D)</translation>
    </message>
    <message>
        <source>Let this page change places with the one behind it</source>
        <translation>与后一版对调位置</translation>
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
        <source>&amp;Bring back an issue…</source>
        <translation>取回撤下的期(&amp;B)…</translation>
    </message>
    <message>
        <source>List the withdrawn issues, and bring one of them back</source>
        <translation>列出撤下的各期，取回其中一期</translation>
    </message>
    <message>
        <source>Take the samp&amp;les out</source>
        <translation>撤下样例(&amp;L)</translation>
    </message>
    <message>
        <source>Save a cop&amp;y…</source>
        <translation>另存副本(&amp;Y)…</translation>
    </message>
    <message>
        <source>Withdraw the sample issues; undo brings them back</source>
        <translation>撤下各期样例；撤销即可恢复</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>新建库(&amp;N)…</translation>
    </message>
    <message>
        <source>B&amp;ack up now</source>
        <translation>立即备份(&amp;A)</translation>
    </message>
    <message>
        <source>Copy the library to the backups, verified and counted</source>
        <translation>把库复制到备份中，并核对清点</translation>
    </message>
    <message>
        <source>Restore a bac&amp;kup…</source>
        <translation>恢复备份(&amp;K)…</translation>
    </message>
    <message>
        <source>Choose a backup, look what it holds, and go back to it</source>
        <translation>选一份备份，看过内容，再退回到它</translation>
    </message>
    <message>
        <source>C&amp;heck the library</source>
        <translation>检查库是否完好(&amp;H)</translation>
    </message>
    <message>
        <source>Look whether the library is sound; nothing is written</source>
        <translation>检查库是否完好，不作任何改动</translation>
    </message>
    <message>
        <source>Make an empty library and open it in this window</source>
        <translation>新建一个空库，并在此窗口打开</translation>
    </message>
    <message>
        <source>&amp;Open a library…</source>
        <translation>打开库(&amp;O)…</translation>
    </message>
    <message>
        <source>Open another library in this window</source>
        <translation>在此窗口打开另一个库</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Open one of the libraries that were open last</source>
        <translation>打开最近用过的语料库</translation>
    </message>
    <message>
        <source>Write a verified copy of the library to a file</source>
        <translation>把库的副本写入文件，并核对</translation>
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
        <source>Copy what is selected, as plain text; of a list its row</source>
        <translation>复制所选，为纯文本；在列表中复制当前行</translation>
    </message>
    <message>
        <source>Select the whole text in which the focus is</source>
        <translation>选中光标所在处的全部文字</translation>
    </message>
    <message>
        <source>Searc&amp;h…</source>
        <translation>检索(&amp;H)…</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>Look, language, your name, backups and restoring from them</source>
        <translation>外观、语言、姓名、备份与恢复</translation>
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
        <source>Find words, topics, statuses and dates in the library</source>
        <translation>在全库检索词句、主题、状态和日期</translation>
    </message>
    <message>
        <source>&amp;Keep this search</source>
        <translation>存下检索(&amp;K)</translation>
    </message>
    <message>
        <source>Keep what is typed in the menu of the search box</source>
        <translation>把所输的检索存进检索框的菜单</translation>
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
        <source>&amp;Proof alone</source>
        <translation>只看校样(&amp;P)</translation>
    </message>
    <message>
        <source>Show the article alone, as it reads</source>
        <translation>只看本篇读法</translation>
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
        <source>&amp;Differences</source>
        <translation>差异(&amp;D)</translation>
    </message>
    <message>
        <source>Show what was changed of what was received, read-only</source>
        <translation>看来文改了哪些，只读</translation>
    </message>
    <message>
        <source>Only the te&amp;xt</source>
        <translation>只看正文(&amp;X)</translation>
    </message>
    <message>
        <source>Sort co&amp;ntents…</source>
        <translation>目录排序(&amp;N)…</translation>
    </message>
    <message>
        <source>Se&amp;pia</source>
        <translation>旧纸色(&amp;P)</translation>
    </message>
    <message>
        <source>Show the picture that lies beside the imported file under its lines</source>
        <translation>在来源各行下面显示文件旁边的同名图片</translation>
    </message>
    <message>
        <source>Hide everything but the text; Esc brings it back</source>
        <translation>隐去正文以外的一切；按 Esc 恢复</translation>
    </message>
    <message>
        <source>&amp;Filter issues and contents…</source>
        <translation>筛选各期与目录(&amp;F)…</translation>
    </message>
    <message>
        <source>List only what has these words, this status, or doubts</source>
        <translation>只列出含有某些字词、某种状态或疑点的</translation>
    </message>
    <message>
        <source>Sort &amp;issues…</source>
        <translation>各期排序(&amp;I)…</translation>
    </message>
    <message>
        <source>By newspaper, date, doubts left or progress</source>
        <translation>按报纸、日期、剩余疑点或进度</translation>
    </message>
    <message>
        <source>As printed, by headline, doubts left or progress</source>
        <translation>按版面、标题、剩余疑点或进度</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark as all programs are</source>
        <translation>与系统的明暗一致</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark words on light paper</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light words on dark paper</source>
        <translation>深底浅字</translation>
    </message>
    <message>
        <source>Dark words on brown paper</source>
        <translation>黄褐底深字</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>Black on white, with every line black</source>
        <translation>白底黑字，线条全黑</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>校改记录(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>配色(&amp;T)</translation>
    </message>
    <message>
        <source>Pictur&amp;e of the page</source>
        <translation>版面图片(&amp;E)</translation>
    </message>
    <message>
        <source>Show what was done, by whom and when; undo back to a point</source>
        <translation>看做过什么、谁做的、何时；可撤销到某一步</translation>
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
        <source>Li&amp;keliest error of the issue</source>
        <translation>本期最可疑处(&amp;K)</translation>
    </message>
    <message>
        <source>Go to the line end of this issue that is most likely wrong; again: the next</source>
        <translation>转到本期最可能断错的一处；再按，转到下一处</translation>
    </message>
    <message>
        <source>Mo&amp;ve block</source>
        <translation>移动段(&amp;V)</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>状态(&amp;T)</translation>
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
        <source>Say that the doubtful line end at the caret reads rightly</source>
        <translation>认可光标处存疑断行现在的读法</translation>
    </message>
    <message>
        <source>W&amp;hy?</source>
        <translation>缘由(&amp;H)</translation>
    </message>
    <message>
        <source>Tell what the mark at the caret says, how sure, and why</source>
        <translation>说明光标处的标记：是什么、多大把握、为什么</translation>
    </message>
    <message>
        <source>&amp;Kind of block…</source>
        <translation>段的种类(&amp;K)…</translation>
    </message>
    <message>
        <source>Say what the block is: headline, paragraph, furniture …</source>
        <translation>说明这一段是标题、正文还是版面杂项……</translation>
    </message>
    <message>
        <source>Supply a head&amp;line…</source>
        <translation>补拟标题(&amp;L)…</translation>
    </message>
    <message>
        <source>Write a heading that the page has lost, marked as supplied</source>
        <translation>写一条版上缺失的标题，标为补拟</translation>
    </message>
    <message>
        <source>Move the block one place up in its article</source>
        <translation>在本篇中上移一段</translation>
    </message>
    <message>
        <source>Move the block one place down in its article</source>
        <translation>在本篇中下移一段</translation>
    </message>
    <message>
        <source>Move the block to the end of the article before</source>
        <translation>把这一段移到上一篇末尾</translation>
    </message>
    <message>
        <source>Accept lin&amp;e end</source>
        <translation>认可断行(&amp;E)</translation>
    </message>
    <message>
        <source>Block one place up</source>
        <translation>段上移一位</translation>
    </message>
    <message>
        <source>Block one place down</source>
        <translation>段下移一位</translation>
    </message>
    <message>
        <source>Block to the article before</source>
        <translation>段移到上一篇</translation>
    </message>
    <message>
        <source>Block to the next article</source>
        <translation>段移到下一篇</translation>
    </message>
    <message>
        <source>Move the block to the head of the next article</source>
        <translation>把这一段移到下一篇开头</translation>
    </message>
    <message>
        <source>&amp;New article from here</source>
        <translation>从这里另起一篇(&amp;N)</translation>
    </message>
    <message>
        <source>Begin a new article with the block at the caret</source>
        <translation>从光标所在的段起另成一篇</translation>
    </message>
    <message>
        <source>Mer&amp;ge with the next article</source>
        <translation>与下一篇合并(&amp;G)</translation>
    </message>
    <message>
        <source>Put the next article of the issue behind this one</source>
        <translation>把本期下一篇接在本篇之后</translation>
    </message>
    <message>
        <source>Merge with its c&amp;ontinuation</source>
        <translation>与转版的下文合并(&amp;O)</translation>
    </message>
    <message>
        <source>Put what a line like 下转第4版 sends to behind the article that it ends</source>
        <translation>把“下转第4版”所指的下文接在本篇后面</translation>
    </message>
    <message>
        <source>The whole article is &amp;furniture</source>
        <translation>整篇归入版面杂项(&amp;F)</translation>
    </message>
    <message>
        <source>Say that nothing of it is an article: it goes to the page</source>
        <translation>声明整篇都不是文章：归入本版杂项</translation>
    </message>
    <message>
        <source>Make the source line te&amp;xt…</source>
        <translation>原文行转为正文(&amp;X)…</translation>
    </message>
    <message>
        <source>Bring a line of the page, furniture or label, into an article</source>
        <translation>把版面杂项或栏目名的一行收回到某篇中</translation>
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
        <source>Not begun</source>
        <translation>未校</translation>
    </message>
    <message>
        <source>Say that nobody has begun with the article</source>
        <translation>说明本篇还没有人校</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>在校</translation>
    </message>
    <message>
        <source>Say that somebody is at work on the article</source>
        <translation>说明本篇正在校</translation>
    </message>
    <message>
        <source>1st proof</source>
        <translation>一校</translation>
    </message>
    <message>
        <source>Say that the article has been proofread once</source>
        <translation>说明本篇已校一遍</translation>
    </message>
    <message>
        <source>2nd proof</source>
        <translation>二校</translation>
    </message>
    <message>
        <source>Say that the article has been proofread twice</source>
        <translation>说明本篇已校两遍</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Say that the article has a question that is open</source>
        <translation>说明本篇还有未决的问题</translation>
    </message>
    <message>
        <source>Not text</source>
        <translation>非文</translation>
    </message>
    <message>
        <source>Say that this is no text: a table, a picture, a notice</source>
        <translation>说明这不是正文，而是表格、图片或启事</translation>
    </message>
    <message>
        <source>&amp;Run the engine again…</source>
        <translation>重新断行(&amp;R)…</translation>
    </message>
    <message>
        <source>Read all pages again under what people decided</source>
        <translation>在人的判定之下把各版重新读一遍</translation>
    </message>
    <message>
        <source>Learn from the verd&amp;icts…</source>
        <translation>由判定学习(&amp;I)…</translation>
    </message>
    <message>
        <source>Adapt the engine to the newspaper by what people decided</source>
        <translation>由人的判定让程序适应这份报纸</translation>
    </message>
    <message>
        <source>The &amp;chosen topic</source>
        <translation>选中的主题(&amp;C)</translation>
    </message>
    <message>
        <source>The chosen p&amp;hrase</source>
        <translation>选中的词句(&amp;H)</translation>
    </message>
    <message>
        <source>Type a topic for this article, or for the selected words</source>
        <translation>为本篇或选中的词句输入主题</translation>
    </message>
    <message>
        <source>Add a t&amp;opic…</source>
        <translation>添加主题(&amp;O)…</translation>
    </message>
    <message>
        <source>Tag th&amp;is phrase…</source>
        <translation>给词句归类(&amp;I)…</translation>
    </message>
    <message>
        <source>Type a topic for the words that are selected</source>
        <translation>为选中的词句输入主题</translation>
    </message>
    <message>
        <source>&amp;Take the first suggestion</source>
        <translation>收下首条建议(&amp;T)</translation>
    </message>
    <message>
        <source>Give the article the topic that is suggested first</source>
        <translation>把建议的第一个主题给本篇</translation>
    </message>
    <message>
        <source>&amp;Refuse the first suggestion</source>
        <translation>不要首条建议(&amp;R)</translation>
    </message>
    <message>
        <source>Do not suggest that topic for this article again</source>
        <translation>以后不再为本篇建议这个主题</translation>
    </message>
    <message>
        <source>On this article</source>
        <translation>用于本篇</translation>
    </message>
    <message>
        <source>Give the article the topic, or take it away</source>
        <translation>给本篇加上或去掉这个主题</translation>
    </message>
    <message>
        <source>Show its articles</source>
        <translation>显示其各篇</translation>
    </message>
    <message>
        <source>Search for the articles of the topic</source>
        <translation>查找这个主题的各篇</translation>
    </message>
    <message>
        <source>Rename the topic…</source>
        <translation>主题改名…</translation>
    </message>
    <message>
        <source>Merge the topic into…</source>
        <translation>主题并入…</translation>
    </message>
    <message>
        <source>Delete the topic</source>
        <translation>删除主题</translation>
    </message>
    <message>
        <source>A slash puts it under another topic: economy/firms</source>
        <translation>用斜线归到另一主题之下：经济/企业</translation>
    </message>
    <message>
        <source>Put beside all others</source>
        <translation>提到最上层</translation>
    </message>
    <message>
        <source>Take it out from under the topic above it</source>
        <translation>从上级主题之下移出来</translation>
    </message>
    <message>
        <source>Give all that has the topic another one, and drop it</source>
        <translation>凡有这个主题的改用另一主题，再去掉它</translation>
    </message>
    <message>
        <source>Take the topic from all articles and phrases; undo brings it back</source>
        <translation>从所有篇和词句上去掉这个主题；可以撤销</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>在文中显示</translation>
    </message>
    <message>
        <source>Go to the words of the phrase</source>
        <translation>转到这处词句</translation>
    </message>
    <message>
        <source>Unmark the phrase</source>
        <translation>去掉标记</translation>
    </message>
    <message>
        <source>Take the topic from the words; undo brings it back</source>
        <translation>去掉词句上的主题；可以撤销</translation>
    </message>
    <message>
        <source>All &amp;keys</source>
        <translation>全部按键(&amp;K)</translation>
    </message>
    <message>
        <source>Show every key on one sheet, and find one by a word</source>
        <translation>在一页上列出全部按键，可按词查找</translation>
    </message>
    <message>
        <source>All &amp;marks</source>
        <translation>全部标记(&amp;M)</translation>
    </message>
    <message>
        <source>Show every mark of the text, and say what it means</source>
        <translation>列出正文里的每种标记，说明各是什么意思</translation>
    </message>
    <message>
        <source>&amp;Five first steps</source>
        <translation>五步上手(&amp;F)</translation>
    </message>
    <message>
        <source>Show the five first steps at the foot of the text</source>
        <translation>在正文下方显示五步上手</translation>
    </message>
    <message>
        <source>&amp;Doctor</source>
        <translation>检查本机(&amp;D)</translation>
    </message>
    <message>
        <source>Look at versions, fonts, folders and backups, and copy what is found</source>
        <translation>检查版本、字体、文件夹和备份，可以复制</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>Show versions and licences</source>
        <translation>看版本和许可证</translation>
    </message>
    <message>
        <source>In the topics</source>
        <translation>在主题表里</translation>
    </message>
    <message>
        <source>Line: walk what is offered</source>
        <translation>主题框：在候选中移动</translation>
    </message>
    <message>
        <source>Line: take the topic</source>
        <translation>主题框：用这个主题</translation>
    </message>
    <message>
        <source>Line: back to the text</source>
        <translation>主题框：回到正文</translation>
    </message>
    <message>
        <source>Split the paragraph; at an end, open an empty one</source>
        <translation>分段；在段首或段尾则开一空段</translation>
    </message>
    <message>
        <source>At a border: join the paragraphs</source>
        <translation>在段首段尾：接合段落</translation>
    </message>
    <message>
        <source>Go by words</source>
        <translation>按词移动</translation>
    </message>
    <message>
        <source>From a hit back to the results</source>
        <translation>从检得处回到结果</translation>
    </message>
    <message>
        <source>Go through the hits</source>
        <translation>逐条看检索结果</translation>
    </message>
    <message>
        <source>Open the article at the hit</source>
        <translation>打开所在篇的该处</translation>
    </message>
    <message>
        <source>Back to where one was</source>
        <translation>回到原处</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>存下的检索</translation>
    </message>
    <message>
        <source>Facets: only these</source>
        <translation>分面：只看这些</translation>
    </message>
    <message>
        <source>Facets: all but these</source>
        <translation>分面：除去这些</translation>
    </message>
    <message>
        <source>Go from line to line</source>
        <translation>逐行移动</translation>
    </message>
    <message>
        <source>Go to lines of no article</source>
        <translation>在不属于任何篇的行之间走动</translation>
    </message>
    <message>
        <source>Go on in the article</source>
        <translation>回到正文</translation>
    </message>
    <message>
        <source>From a line back to the results</source>
        <translation>从原文行回到结果</translation>
    </message>
    <message>
        <source>Picture: larger, smaller</source>
        <translation>版面图：放大、缩小</translation>
    </message>
    <message>
        <source>Picture: as wide as the pane</source>
        <translation>版面图：与栏同宽</translation>
    </message>
    <message>
        <source>Open the article of a step</source>
        <translation>打开那一步所在的篇</translation>
    </message>
    <message>
        <source>Topics by their number</source>
        <translation>按编号收下主题</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>在正文里</translation>
    </message>
    <message>
        <source>In the search</source>
        <translation>在检索里</translation>
    </message>
    <message>
        <source>In the source</source>
        <translation>在来源里</translation>
    </message>
    <message>
        <source>In the journal</source>
        <translation>在校改记录里</translation>
    </message>
    <message>
        <source>In issues and contents</source>
        <translation>在各期和目录里</translation>
    </message>
    <message>
        <source>Go from row to row</source>
        <translation>逐行移动</translation>
    </message>
    <message>
        <source>To the first row, to the last</source>
        <translation>到第一行、最后一行</translation>
    </message>
    <message>
        <source>Filter: on to the list</source>
        <translation>筛选：转到列表</translation>
    </message>
    <message>
        <source>Filter: show all again</source>
        <translation>筛选：重新全部显示</translation>
    </message>
    <message>
        <source>Form: save what was corrected</source>
        <translation>订正：保存</translation>
    </message>
    <message>
        <source>Form: leave it as it was</source>
        <translation>订正：照旧不改</translation>
    </message>
</context>
<context>
    <name>clues</name>
    <message>
        <source>is wider than its column</source>
        <translation>宽过本栏</translation>
    </message>
    <message>
        <source>fills its column</source>
        <translation>满栏</translation>
    </message>
    <message>
        <source>is two ems short</source>
        <translation>比本栏短两字</translation>
    </message>
    <message>
        <source>is short</source>
        <translation>比本栏短</translation>
    </message>
    <message>
        <source>is very short</source>
        <translation>极短</translation>
    </message>
    <message>
        <source>is rather short</source>
        <translation>较短</translation>
    </message>
    <message>
        <source>is of middling length</source>
        <translation>不长不短</translation>
    </message>
    <message>
        <source>is long</source>
        <translation>很长</translation>
    </message>
    <message>
        <source>is the page&apos;s edge</source>
        <translation>在版边</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>seldom</source>
        <translation>很少</translation>
    </message>
    <message>
        <source>at times</source>
        <translation>有时</translation>
    </message>
    <message>
        <source>often</source>
        <translation>常常</translation>
    </message>
    <message>
        <source>mostly</source>
        <translation>多半</translation>
    </message>
    <message>
        <source>always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>nobody knows how often</source>
        <translation>说不准多常</translation>
    </message>
    <message>
        <source>the line above ends with a full stop</source>
        <translation>上行以句号收尾</translation>
    </message>
    <message>
        <source>the line above ends with a stop and a quotation mark</source>
        <translation>上行以句号和后引号收尾</translation>
    </message>
    <message>
        <source>the line above ends with ? or !</source>
        <translation>上行以问号或叹号收尾</translation>
    </message>
    <message>
        <source>the line above ends with ? or ! and a quote</source>
        <translation>上行以问号或叹号和后引号收尾</translation>
    </message>
    <message>
        <source>the line above ends with a closing bracket</source>
        <translation>上行以后括号收尾</translation>
    </message>
    <message>
        <source>the line above ends with a closing quotation mark</source>
        <translation>上行以后引号收尾</translation>
    </message>
    <message>
        <source>the line above ends with a colon</source>
        <translation>上行以冒号收尾</translation>
    </message>
    <message>
        <source>the line above ends with a semicolon</source>
        <translation>上行以分号收尾</translation>
    </message>
    <message>
        <source>the line above ends with a comma</source>
        <translation>上行以逗号或顿号收尾</translation>
    </message>
    <message>
        <source>the line above ends with no mark</source>
        <translation>上行没有标点收尾</translation>
    </message>
    <message>
        <source>the line above ends with a quotation mark and no stop</source>
        <translation>上行以引号收尾而句未完</translation>
    </message>
    <message>
        <source>the page&apos;s edge</source>
        <translation>在版边</translation>
    </message>
    <message>
        <source>no blank line stands between</source>
        <translation>中间没有空行</translation>
    </message>
    <message>
        <source>a blank line stands between</source>
        <translation>中间有一个空行</translation>
    </message>
    <message>
        <source>two blank lines stand between</source>
        <translation>中间有两个空行</translation>
    </message>
    <message>
        <source>the line below begins with a mark that may not</source>
        <translation>下行以不能起行的标点开头</translation>
    </message>
    <message>
        <source>the line below begins with the rest of a word</source>
        <translation>下行以词的后半开头</translation>
    </message>
    <message>
        <source>the line below begins with a particle</source>
        <translation>下行以虚词开头</translation>
    </message>
    <message>
        <source>the line below begins with a bullet</source>
        <translation>下行以项目号开头</translation>
    </message>
    <message>
        <source>the line below begins with an ordinal</source>
        <translation>下行以序数开头</translation>
    </message>
    <message>
        <source>the line below begins with a date</source>
        <translation>下行以日期开头</translation>
    </message>
    <message>
        <source>the line below begins as paragraphs do</source>
        <translation>下行以段首常用语开头</translation>
    </message>
    <message>
        <source>the line below begins with a speaker</source>
        <translation>下行以说话的人开头</translation>
    </message>
    <message>
        <source>the line below begins with a byline</source>
        <translation>下行以署名开头</translation>
    </message>
    <message>
        <source>the line below begins with a dash</source>
        <translation>下行以破折号开头</translation>
    </message>
    <message>
        <source>the line below begins with a quotation mark</source>
        <translation>下行以前引号开头</translation>
    </message>
    <message>
        <source>the line below begins with a plain character</source>
        <translation>下行以普通字开头</translation>
    </message>
    <message>
        <source>no long lines near by</source>
        <translation>附近没有长行</translation>
    </message>
    <message>
        <source>some long lines near by</source>
        <translation>附近有些长行</translation>
    </message>
    <message>
        <source>mostly long lines near by</source>
        <translation>附近多是长行</translation>
    </message>
    <message>
        <source>the line below is not set in</source>
        <translation>下行没有缩进</translation>
    </message>
    <message>
        <source>the line below is set in</source>
        <translation>下行缩进</translation>
    </message>
    <message>
        <source>no quotation mark or bracket is open</source>
        <translation>没有未合的引号括号</translation>
    </message>
    <message>
        <source>a quotation mark is open</source>
        <translation>引号还没有合上</translation>
    </message>
    <message>
        <source>a bracket is open</source>
        <translation>括号还没有合上</translation>
    </message>
    <message>
        <source>no word is cut</source>
        <translation>没有切开词</translation>
    </message>
    <message>
        <source>a word is cut</source>
        <translation>切开了词</translation>
    </message>
    <message>
        <source>a number is cut</source>
        <translation>切开了数字</translation>
    </message>
    <message>
        <source>a Latin word is cut</source>
        <translation>切开了西文</translation>
    </message>
    <message>
        <source>the line above {what}</source>
        <translation>上行{what}</translation>
    </message>
    <message>
        <source>the line below {what}</source>
        <translation>下行{what}</translation>
    </message>
    <message>
        <source>on this page a blank line {what} follows a stop</source>
        <translation>本版句末{what}有空行</translation>
    </message>
    <message>
        <source>on this page a blank line {what} follows an open line</source>
        <translation>本版句中{what}有空行</translation>
    </message>
    <message>
        <source>on this page first lines are {what} two ems short</source>
        <translation>本版首行{what}短两字</translation>
    </message>
    <message>
        <source>on this page first lines are {what} set in</source>
        <translation>本版首行{what}缩进</translation>
    </message>
    <message>
        <source>three blank lines or more stand between</source>
        <translation>中间有三个以上空行</translation>
    </message>
    <message>
        <source>speaks more for going on</source>
        <translation>更像接着的</translation>
    </message>
    <message>
        <source>speaks more for an end</source>
        <translation>更像分开的</translation>
    </message>
    <message>
        <source>the line end cuts {word}, which this newspaper often has in one</source>
        <translation>断在“{word}”中（本报常连用）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>counts</name>
    <message>
        <source>1000</source>
        <translation>10000</translation>
    </message>
    <message>
        <source>{count}k</source>
        <translation>{count} 万</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>Jiaokan {version}, Python {python}, {system}</source>
        <translation>校勘 {version}，Python {python}，{system}</translation>
    </message>
    <message>
        <source>{name} {version}</source>
        <translation>{name} {version}</translation>
    </message>
    <message>
        <source>{name} is missing: install again as the README says</source>
        <translation>缺少 {name}：请按 README 重新安装</translation>
    </message>
    <message>
        <source>Qt {version} crashes under Python 3.11: install the last 6.11</source>
        <translation>Qt {version} 在 Python 3.11 下会崩溃：请装 6.11 的最后一版</translation>
    </message>
    <message>
        <source>SQLite {version} ({binding})</source>
        <translation>SQLite {version}（{binding}）</translation>
    </message>
    <message>
        <source>SQLite {version} has the WAL-reset bug, by which two writers lose data, so WAL is not used: install {since} or later (pysqlite3)</source>
        <translation>SQLite {version} 有 WAL 重置的错误，两个程序同时写会丢数据，故不用 WAL：请装 {since} 以后的版本（pysqlite3）</translation>
    </message>
    <message>
        <source>file names are {name}</source>
        <translation>文件名编码 {name}</translation>
    </message>
    <message>
        <source>file names are {name}, so Chinese ones cannot be named: use a UTF-8 locale</source>
        <translation>文件名编码是 {name}，中文文件名打不开：请用 UTF-8 的语言环境</translation>
    </message>
    <message>
        <source>language {name}</source>
        <translation>界面语言 {name}</translation>
    </message>
    <message>
        <source>fonts {names} ({folder})</source>
        <translation>字体 {names}（{folder}）</translation>
    </message>
    <message>
        <source>the font {name} is missing ({folder}), so Chinese may show as boxes: install again</source>
        <translation>缺少字体 {name}（{folder}），汉字会显示为方框：请重新安装</translation>
    </message>
    <message>
        <source>Qt platform {name} (there are {plugins})</source>
        <translation>Qt 平台 {name}（有 {plugins}）</translation>
    </message>
    <message>
        <source>no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened; commands work</source>
        <translation>没有显示器（DISPLAY、WAYLAND_DISPLAY 都没有设），打不开窗口；命令照常可用</translation>
    </message>
    <message>
        <source>Qt has no platform {name} (there are {plugins}): set QT_QPA_PLATFORM</source>
        <translation>Qt 没有平台 {name}（有 {plugins}）：请改 QT_QPA_PLATFORM</translation>
    </message>
    <message>
        <source>the system library {name} is missing, so the window may not open: install it as the README says</source>
        <translation>缺少系统库 {name}，窗口可能打不开：请按 README 安装</translation>
    </message>
    <message>
        <source>input method interface {name} (there are {plugins})</source>
        <translation>输入法接口 {name}（有 {plugins}）</translation>
    </message>
    <message>
        <source>input method interface chosen by the system (there are {plugins})</source>
        <translation>输入法接口由系统选定（有 {plugins}）</translation>
    </message>
    <message>
        <source>Qt has no plugin for {name}, so {instead} is taken; if Chinese cannot be typed, let your input method speak {instead}</source>
        <translation>Qt 没有 {name} 的插件，改用 {instead}；若不能输入中文，请启用 {instead} 的兼容接口</translation>
    </message>
    <message>
        <source>{noun} {path} (file system {system}, {free} MB free)</source>
        <translation>{noun} {path}（文件系统 {system}，剩余 {free} MB）</translation>
    </message>
    <message>
        <source>{noun} {path} is not there yet; it is made when it is needed</source>
        <translation>{noun} {path} 还没有，用到时建立</translation>
    </message>
    <message>
        <source>{noun} {path} cannot be written: change its permissions, or keep the library elsewhere</source>
        <translation>{noun} {path} 不能写：请改权限，或把库放到别处</translation>
    </message>
    <message>
        <source>{noun} {path} lies on a network or shared file system ({system}), where locks cannot be relied on and two machines that write damage the library: keep it on a disk of this machine, and copy it there with backup</source>
        <translation>{noun} {path} 在网络或共享文件系统上（{system}）：那里的文件锁不可靠，两台机器同时写会损坏库；请把库放在本机磁盘上，用 backup 复制过去</translation>
    </message>
    <message>
        <source>{noun} {path} is synchronised by {service}, which copies a library in the middle of a write, or puts an older file back: keep it in a folder that is not, and put copies made by backup there</source>
        <translation>{noun} {path} 由 {service} 同步：它会在写到一半时复制库，或把旧文件放回来；请把库放在不同步的文件夹里，只把 backup 的副本放在那里</translation>
    </message>
    <message>
        <source>{noun} {path} lies in memory ({system}) and is gone when the machine is turned off: keep it on a disk</source>
        <translation>{noun} {path} 在内存里（{system}），关机就没有了：请放到磁盘上</translation>
    </message>
    <message>
        <source>{noun} {path} lies on a file system ({system}) that knows no owners, so others can read the library</source>
        <translation>{noun} {path} 的文件系统（{system}）不分用户，别人能读库</translation>
    </message>
    <message>
        <source>{noun} {path} has only {free} MB left: make room</source>
        <translation>{noun} {path} 只剩 {free} MB：请腾出空间</translation>
    </message>
    <message>
        <source>{path} can be read by others (mode {mode}): change it to 600</source>
        <translation>{path} 别人也能读（权限 {mode}）：请改为 600</translation>
    </message>
    <message>
        <source>library {path}: {size} bytes, format {schema}, {articles} articles</source>
        <translation>库 {path}：{size} 字节，格式 {schema}，{articles} 篇</translation>
    </message>
    <message>
        <source>library {path} is not there yet</source>
        <translation>库 {path} 还没有</translation>
    </message>
    <message>
        <source>JIAOKAN_LIBRARY says {path}, the name of a folder, and a file is wanted: name a file in it, such as FOLDER/library.db</source>
        <translation>JIAOKAN_LIBRARY 所写的 {path} 是文件夹的名字，而这里要的是文件：请写明其中的文件，如 文件夹/library.db</translation>
    </message>
    <message>
        <source>library {path} cannot be used: {why}</source>
        <translation>库 {path} 不能用：{why}</translation>
    </message>
    <message>
        <source>library {path} has {links} names (hard links), whose side files do not know each other, which damages it: keep one</source>
        <translation>库 {path} 有 {links} 个名字（硬链接），各名字的附属文件互不相认，会损坏库：请只留一个</translation>
    </message>
    <message>
        <source>last good backup {at} ({days} days ago, {articles} articles): {path}</source>
        <translation>最近的完好备份 {at}（{days} 天前，{articles} 篇）：{path}</translation>
    </message>
    <message>
        <source>there is no backup yet ({path}): run jiaokan backup; work that is saved makes them, too</source>
        <translation>还没有备份（{path}）：请运行 jiaokan backup，或在窗口里编辑，会自动备份</translation>
    </message>
    <message>
        <source>the last good backup is {days} days old ({at}): make one</source>
        <translation>最近的完好备份已有 {days} 天（{at}）：请备份</translation>
    </message>
    <message>
        <source>log {path} ({size} bytes, without text)</source>
        <translation>日志 {path}（{size} 字节，不含正文）</translation>
    </message>
    <message>
        <source>the library&apos;s folder</source>
        <translation>库所在文件夹</translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>the folder of backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>the folder of settings</source>
        <translation>设置文件夹</translation>
    </message>
    <message>
        <source>the cache folder</source>
        <translation>缓存文件夹</translation>
    </message>
    <message>
        <source>the temporary folder</source>
        <translation>临时文件夹</translation>
    </message>
    <message>
        <source>fonts of this machine have rare characters (CJK Extensions {blocks})</source>
        <translation>本机字体有生僻字（CJK 扩展 {blocks}）</translation>
    </message>
    <message>
        <source>no font of this machine has all rare characters of CJK Extensions {blocks}, so they may show as boxes in the window (text and exports are right all the same): install a font that has them, such as Plangothic or Jigmo</source>
        <translation>本机没有字体收全 CJK 扩展 {blocks} 的生僻字，窗口里会显示为方框（正文与导出不受影响）：请安装收录它们的字体，如遍黑体（Plangothic）或 Jigmo</translation>
    </message>
    <message>
        <source>the last good backup {at} is dated in the future ({articles} articles), so its age is not known: put the clock right, then make one: {path}</source>
        <translation>最近的完好备份 {at} 的日期在将来（{articles} 篇），看不出它有多旧：请校准时钟，再备份：{path}</translation>
    </message>
</context>
<context>
    <name>greyed</name>
    <message>
        <source>Not now: no library is open. Open one from the menu File.</source>
        <translation>暂不可用：没有打开库。请从“文件”菜单打开。</translation>
    </message>
    <message>
        <source>Not now: the library is open for reading only. As soon as it is free, the bar at the top opens it for writing.</source>
        <translation>暂不可用：库以只读方式打开。一旦空闲，上方横条会转为可写。</translation>
    </message>
    <message>
        <source>Not now: no article is open. Choose one in the contents.</source>
        <translation>暂不可用：没有打开的篇。请在目录中选一篇。</translation>
    </message>
    <message>
        <source>Not now: the results are in view. Esc leads back to the article.</source>
        <translation>暂不可用：正在显示检索结果。按 Esc 回到篇。</translation>
    </message>
    <message>
        <source>Not now: nothing was done yet that could be taken back.</source>
        <translation>暂不可用：还没有可以撤销的改动。</translation>
    </message>
    <message>
        <source>Not now: nothing was taken back since the last change. Undo something first.</source>
        <translation>暂不可用：上次改动之后没有撤销过。请先撤销。</translation>
    </message>
    <message>
        <source>Not now: nothing was imported since the start. An import makes a report.</source>
        <translation>暂不可用：启动后还没有导入。导入后会有报告。</translation>
    </message>
    <message>
        <source>Not now: nothing is searched for. Type in the search box first.</source>
        <translation>暂不可用：没有检索。请先在检索框中输入。</translation>
    </message>
    <message>
        <source>Not now: the samples are not in this library. Undo brings them back.</source>
        <translation>暂不可用：库中没有样例。撤销可以找回。</translation>
    </message>
    <message>
        <source>Not now: no topic is suggested for this article. Give topics to more articles, and others are suggested.</source>
        <translation>暂不可用：本篇没有建议的主题。多给一些篇加上主题，就会有建议。</translation>
    </message>
    <message>
        <source>Not now: no issue is chosen. Import pages, or choose one in the list.</source>
        <translation>暂不可用：没有选中的期。请导入，或在列表中选一期。</translation>
    </message>
    <message>
        <source>Not now: there is no other issue. Import one first.</source>
        <translation>暂不可用：没有别的期。请先导入。</translation>
    </message>
    <message>
        <source>Not now: no issue fits. Take words away above.</source>
        <translation>暂不可用：没有符合的期。请减少上面的字词。</translation>
    </message>
    <message>
        <source>Not now: the query was not understood. Mend it in the search box.</source>
        <translation>暂不可用：检索式未能理解。请在检索框中改正。</translation>
    </message>
    <message>
        <source>Not now: choose a backup in the list first.</source>
        <translation>暂不可用：请先在列表中选一个备份。</translation>
    </message>
    <message>
        <source>Not now: something is being done. Wait for its end.</source>
        <translation>暂不可用：正在处理。请等它结束。</translation>
    </message>
    <message>
        <source>Not now: the file is not there any more. Put it back, or open another.</source>
        <translation>暂不可用：文件已不在。请放回原处，或打开别的。</translation>
    </message>
    <message>
        <source>This library is open already.</source>
        <translation>这个库已经打开。</translation>
    </message>
    <message>
        <source>Not now: the work stands here. Choose another step to undo or redo to it.</source>
        <translation>暂不可用：目前就在这一步。请选别的一步，再撤销或重做到那里。</translation>
    </message>
    <message>
        <source>Not now: it means nothing where the focus is. Click into a text first.</source>
        <translation>暂不可用：焦点所在处不能这样做。请先点入文字。</translation>
    </message>
    <message>
        <source>Not now: the differences are in view. Choose the proof above the article.</source>
        <translation>暂不可用：正在显示差异。请在篇上方选择“校样”。</translation>
    </message>
    <message>
        <source>Not now: type the words first.</source>
        <translation>暂不可用：请先输入文字。</translation>
    </message>
    <message>
        <source>Not now: add files or a folder first.</source>
        <translation>暂不可用：请先添加文件或文件夹。</translation>
    </message>
    <message>
        <source>Libraries that were open stand here. Open or make one.</source>
        <translation>打开过的库列在这里。请打开或新建一个。</translation>
    </message>
    <message>
        <source>Searches that are kept stand here. Type one, and keep it.</source>
        <translation>保留的检索列在这里。请输入检索，再保留。</translation>
    </message>
</context>
</TS>
