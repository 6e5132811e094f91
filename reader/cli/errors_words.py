"""Why something cannot be done, in Chinese and English.

Found by ``code/detail`` of an error, else by its code alone; facts stand in braces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.words import Table

WHY: Table = {
    # --- usage ---------------------------------------------------------------------------
    "usage": ("“{subject}”不能这样用", "“{subject}” cannot be used so"),
    "usage/no_option": ("没有 {subject} 这个选项", "there is no option {subject}"),
    "usage/option_value": (
        "选项 {subject} 少了值，或不该有值",
        "option {subject} lacks its value, or takes none",
    ),
    "usage/missing": ("缺少 {subject}", "{subject} is missing"),
    "usage/extra": ("“{subject}”是多余的", "“{subject}” is not expected here"),
    "usage/other": ("{subject}", "{subject}"),
    "usage/command": ("没有“{subject}”这个命令{near}", "there is no command “{subject}”{near}"),
    "usage/no_command": ("{subject} 后面还要写命令", "{subject} needs a command after it"),
    "usage/window": (
        "jiaokan-window 只认 --library FILE",
        "jiaokan-window understands only --library FILE",
    ),
    "usage/choice": (
        "{option} 不能是“{subject}”，可用：{choices}",
        "{option} cannot be “{subject}”; it is one of {choices}",
    ),
    "usage/number": (
        "{option} 要一个不小于 {least} 的整数，而不是“{subject}”",
        "{option} is a whole number of {least} or more, not “{subject}”",
    ),
    "usage/not_utf8": ("“{subject}”不是 UTF-8 文字", "“{subject}” is no UTF-8"),
    "usage/folder_name": (
        "“{subject}”是文件夹的名字，这里要的是文件",
        "“{subject}” is the name of a folder, and a file is wanted",
    ),
    "usage/variable": (
        "JIAOKAN_LIBRARY 所写的“{subject}”是文件夹的名字，而这里要的是文件",
        "JIAOKAN_LIBRARY says “{subject}”, the name of a folder, and a file is wanted",
    ),
    "usage/empty_path": ("路径是空的", "a path is empty"),
    "usage/nothing_to_set": ("没有说要改什么", "nothing was said that is to be changed"),
    "usage/one_only": ("至少要两个", "at least two are needed"),
    "usage/seams_text": (
        "--seams 只和 --format json 一起用",
        "--seams goes with --format json alone",
    ),
    "usage/suffix": (
        "--format {form} 与 --out {subject} 的后缀 {suffix} 矛盾",
        "--format {form} contradicts --out {subject}, which ends in {suffix}",
    ),
    "usage/format": ("没有 {subject} 这种格式", "there is no format {subject}"),
    "usage/article": ("没有编号为“{subject}”的篇", "there is no article “{subject}”"),
    "usage/issue": ("没有编号为“{subject}”的期", "there is no issue “{subject}”"),
    "usage/block": ("没有编号为“{subject}”的段", "there is no block “{subject}”"),
    "usage/file": ("“{subject}”没有来自文件的页", "“{subject}” has no page from a file"),
    "usage/wish": ("没有编号为“{subject}”的校改", "there is no step “{subject}”"),
    "usage/tag": ("没有“{subject}”这个主题", "there is no topic “{subject}”"),
    "usage/phrase": ("没有编号为“{subject}”的词句", "there is no phrase “{subject}”"),
    "usage/tag_taken": (
        "已有名为“{subject}”的主题",
        "another topic is named “{subject}”",
    ),
    "usage/date": (
        "“{subject}”不是日期，日期写作 YYYY、YYYY-MM 或 YYYY-MM-DD",
        "“{subject}” is no date; a date is YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    "usage/no_day": ("没有“{subject}”这一天", "there is no such day: “{subject}”"),
    "usage/page": ("“{subject}”不是版次", "“{subject}” is no page number"),
    "usage/several_pages": (
        "这一期有 {pages} 版，不能只给一个版次",
        "the issue has {pages:page|pages}, so that one number cannot be given",
    ),
    "usage/encoding": ("没有“{subject}”这种编码", "there is no encoding “{subject}”"),
    "usage/encoding_refused": (
        "不收 {subject}：同一文字有多种写法",
        "{subject} is not taken: it writes the same text in many ways",
    ),
    "usage/empty": ("主题是空的", "the topic is empty"),
    "usage/line_end": ("主题里有换行", "there is a line end in the topic"),
    "usage/unseen": (
        "主题里只有看不见的字符",
        "there is nothing in the topic that can be seen",
    ),
    "usage/levels": ("主题的层级多于 {most} 层", "the topic has more than {most} levels"),
    "usage/surrogate": ("主题里有不成对的代理码", "there is a lone surrogate in the topic"),
    "not in this version": ("这个版本还没有 {subject}", "{subject} is not built yet"),
    # --- inputs --------------------------------------------------------------------------
    "not text": ("不是文字", "it is not text"),
    "not text/empty": ("文件里什么也没有", "there is nothing in it"),
    "not text/nothing_to_read": ("里面没有可读的文件", "there is no file in it that is read"),
    "not text/binary": ("内容是{kind}", "it is {kind}"),
    "not text/bad_byte": (
        "按 {encoding} 读，第 {line} 行、偏移 {offset} 处的字节 {byte} 不对",
        "as {encoding}, byte {byte} at offset {offset}, line {line}, is wrong",
    ),
    "not text/later_format": (
        "这个版本还不读 {suffix}",
        "{suffix} is read by a later version",
    ),
    "not text/no_format": ("不是可读的格式", "its suffix is no format that is read"),
    "unknown encoding": ("编码认不出来", "its encoding cannot be told"),
    "unknown encoding/none_fits": (
        "没有一种编码合适，第 {line} 行、偏移 {offset} 处的字节 {byte} 读不通",
        "no encoding fits; byte {byte} at offset {offset}, line {line}, cannot be read",
    ),
    "unknown encoding/no_bom": (
        "像是 {encoding}，但开头没有标记（BOM）",
        "it looks like {encoding} without a byte order mark",
    ),
    "unknown encoding/iso2022": ("像是 ISO-2022，不收", "it looks like ISO-2022"),
    "unknown encoding/hz": ("像是 HZ 编码，不收", "it looks like HZ, which is not taken"),
    "unknown encoding/utf7": ("像是 UTF-7，不收", "it looks like UTF-7, which is not taken"),
    "too large": (
        "有 {size} 字节，上限是 {limit}",
        "it has {size:byte|bytes}, and the limit is {limit}",
    ),
    "too large/memory": ("内存不够", "there is not enough memory"),
    "unreadable": ("读不了", "it cannot be read"),
    "unreadable/missing": ("没有这个文件", "there is no such file"),
    "unreadable/dangling_link": ("链接所指的文件不在", "the link leads nowhere"),
    "unreadable/special": ("不是普通文件，而是{kind}", "it is no ordinary file but {kind}"),
    "unreadable/library": (
        "这是打开着的库本身，不是报纸的文字",
        "it is the library that is open, and no text of a newspaper",
    ),
    "unreadable/permission": ("没有读取的权限", "it may not be read"),
    "unreadable/folder_link": (
        "是指向文件夹的链接，不跟随",
        "it is a link to a folder, which is not followed",
    ),
    "unreadable/os": ("系统说：{says}", "the system says: {says}"),
    "unreadable/read": ("系统说：{says}", "the system says: {says}"),
    "unreadable/sqlite": ("SQLite 说：{says}", "SQLite says: {says}"),
    # --- the library ---------------------------------------------------------------------
    "no library": ("那里没有库", "nothing is there"),
    "no library/copy": ("没有这个备份", "there is no such copy"),
    "no library/empty": ("文件还是空的", "the file is still empty"),
    "no library/dead_link": (
        "链接 {link} 指向 {target}，而那里什么也没有",
        "the link {link} leads to {target}, where nothing is",
    ),
    "no library/gone": ("库文件已不在原处", "its file is not where it was"),
    "not a library": ("不是本程序的库", "it is no library of this program"),
    "not a library/copy": (
        "这不是本程序的库，不能当备份",
        "it is no library of this program, and so no backup of one",
    ),
    "not a library/no_file": ("不是普通文件", "it is no ordinary file"),
    "not a library/no_sqlite": ("不是 SQLite 文件", "it is no SQLite file"),
    "not a library/other_program": ("是别的程序的数据库", "it is another program's database"),
    "not a library/empty": ("里面什么也没有", "there is nothing in it"),
    "newer library": (
        "库格式是 {theirs}，这个版本只认到 {ours}",
        "its format is {theirs}, and this version knows {ours}",
    ),
    "damaged library": ("内容坏了", "its content is damaged"),
    "damaged library/sqlite": ("SQLite 说：{says}", "SQLite says: {says}"),
    "damaged library/integrity": ("SQLite 说：{says}", "SQLite says: {says}"),
    "damaged library/write_form": (
        "文件头写明：写入须支持第 {form} 种格式，而并无这种格式，因此只能读取",
        "its header says that form {form} of file has to be known to write it; there is no such"
        " form, so it can only be read",
    ),
    "damaged library/stumbled": (
        "内容对不上，没有做下去",
        "what stands there does not fit together, so it was not gone on with",
    ),
    "damaged library/short": ("文件不完整", "the file is cut short"),
    "damaged library/journal": (
        "校改记录与现有内容对不上，什么也没有改",
        "the journal does not fit what is there, so nothing was changed",
    ),
    "damaged library/tree": (
        "校改 {wish} 的上一步不在它之前，什么也没有改",
        "the step before step {wish} is no earlier one, so nothing was changed",
    ),
    "damaged library/image": (
        "校改 {wish} 的第 {seq} 个影像不是库里的行，什么也没有改",
        "image {seq} of step {wish} is of no row of a library, so nothing was changed",
    ),
    "damaged library/no_identity": ("库没有自己的编号", "the library has no id"),
    "damaged library/foreign": (
        "里面有不属于它的东西：{names}",
        "it holds what its version does not declare: {names}",
    ),
    "damaged library/disguised": (
        "这些顶着库中表的名字，却不是库的表，没有经它们读任何东西：{names}",
        "what bears the names of its tables is none of them, and was not read: {names}",
    ),
    "damaged library/copy_differs": (
        "副本与原库数目不符",
        "the copy does not count what the original does",
    ),
    "library in use": ("别的程序占用着", "another program holds it"),
    "library in use/changed": (
        "读的时候别的程序写了它，读到的可能前后不一",
        "another program wrote it while it was read, so that what was read may be mixed",
    ),
    "library in use/log": (
        "别的程序把它的日志当作没人要的收走了",
        "another program has taken its log away, taking it for one that nobody needs",
    ),
    "library in use/window": ("一个窗口正开着它", "a window has it open"),
    "library in use/open_elsewhere": ("别处正开着它", "it is open elsewhere"),
    "read-only": ("只能读，不能写", "it can be read but not written"),
    "read-only/sqlite": ("SQLite 说：{says}", "SQLite says: {says}"),
    "read-only/unmerged": (
        "{names} 里有还没有进入库文件的改动，而这里不能写，SQLite 读不到它们",
        "{names} holds changes that are not in the file yet, and SQLite cannot read them where"
        " it cannot write",
    ),
    "read-only/links": (
        "这个文件有几个名字（硬链接），经两个名字写会丢改动",
        "the file has several names (hard links), and what is written by two of them is lost",
    ),
    "read-only/make": (
        "它或它的文件夹建不了：{says}",
        "it, or the folder for it, cannot be made: {says}",
    ),
    "read-only/long_name": ("名字太长", "its name is too long"),
    "read-only/folder": ("文件夹建不了：{says}", "the folder cannot be made: {says}"),
    "read-only/write": ("写不了：{says}", "it cannot be written: {says}"),
    "disk full": ("没有空间了", "there is no room left"),
    # --- outputs -------------------------------------------------------------------------
    "unreadable/no_export": (
        "这个文件夹里没有完整的 jsonl 导出（articles.jsonl、furniture.jsonl、manifest.json）",
        "this folder holds no whole export in jsonl (articles.jsonl, furniture.jsonl,"
        " manifest.json)",
    ),
    "unreadable/not_as_manifest": (
        "与 manifest.json 所记的 SHA-256 不符，导出之后被改动过",
        "it is not the file that manifest.json names: it was changed after the export",
    ),
    "unreadable/unfit": (
        "第 {line} 行的“{name}”不是导出的样子；什么也没有改",
        "“{name}” in line {line} is not as an export writes it; nothing was changed",
    ),
    "unreadable/unfit_line": (
        "第 {line} 行不是导出的样子；什么也没有改",
        "line {line} is not as an export writes it; nothing was changed",
    ),
    "damaged library/rebuilt_differs": (
        "重建的库与第 {line} 行的篇不同；什么也没有改",
        "the library that was rebuilt differs from the article in line {line}; nothing was changed",
    ),
    "unreadable/not_empty": (
        "不是新的或空的文件夹",
        "it is no folder that is new or empty",
    ),
    "unreadable/stays": (
        "命令正在这个文件夹里运行，或有磁盘从这里开始，不能换成别的文件夹",
        "the command runs in this folder, or a disk begins in it, and no other can take its place",
    ),
    "unreadable/folder": ("文件夹建不了：{says}", "the folder cannot be made: {says}"),
    "unreadable/write": ("写不了：{says}", "it cannot be written: {says}"),
    "unreadable/closed": ("标准输出是关着的", "the standard output is closed"),
    "unreadable/foreign": (
        "文件夹里有别的文件，不是本库的导出",
        "the folder holds other files, and no export of this library",
    ),
    "unreadable/foreign_file": (
        "{name} 不是本库导出的",
        "{name} was not written by an export of this library",
    ),
    "unreadable/another": (
        "是另一个库的导出（{title}）",
        "it is another library's export ({title})",
    ),
    "unreadable/busy": ("另一次导出正在写它", "another export is writing it"),
    "unreadable/not_left": ("里面有不是本程序留下的文件", "it holds files that are not ours"),
    "unreadable/no_file": ("不是普通文件", "it is no ordinary file"),
    "unreadable/no_folder": ("不是文件夹", "it is no folder"),
    "unreadable/beside": (
        "SQLite 要在库旁用这个名字，而那里的不是它自己的文件",
        "SQLite needs this name beside the library, and what is there is no file of its own",
    ),
    "unreadable/side_name": (
        "SQLite 会把这样命名的文件当作它自己的，放在另一个库旁边就会删掉它",
        "SQLite takes a file of such a name for its own, and deletes it when it lies beside another"
        " library",
    ),
    "unreadable/foreign_journal": (
        "它在库旁，SQLite 会拿它改写库，而它不属于这个库",
        "SQLite would play it back over the library beside it, and it is not that library's own",
    ),
    "unreadable/dead_link": (
        "链接 {link} 指向 {target}，那里没有可写的地方",
        "the link {link} leads to {target}, where nothing can be written",
    ),
    "unreadable/itself": ("它就是库本身", "it is the library itself"),
    "unreadable/long_name": ("名字太长", "its name is too long"),
    "unreadable/side_files": (
        "旁边有 SQLite 的附属文件：{names}",
        "SQLite's side files lie beside it: {names}",
    ),
    "unreadable/is_folder": ("那是文件夹，这里要的是文件", "it is a folder, and a file is wanted"),
    "unreadable/not_ours": ("那里的文件不是库", "what is there is no library"),
    "unreadable/untold": (
        "要做的已经做完，只是结果写不出来（{says}）",
        "it is done, and only what came of it cannot be told ({says})",
    ),
    "unreadable/partly_untold": (
        "结果写不出来（{says}），到这里为止已经做完，其余没有做",
        "what came of it cannot be told ({says}); it is done up to here, and the rest is not",
    ),
    "unreadable/other_library": (
        "那里是另一个库，或有这个库没有的校改",
        "what is there is another library, or holds steps that this one has not",
    ),
    "nothing": ("记录里没有可退的一步", "the journal has no such step"),
    "nothing/undo": ("没有可撤销的了", "there is no step left to undo"),
    "nothing/redo": ("没有可重做的了", "no step was undone from here"),
    "no window": ("窗口打不开", "no window can be opened"),
    "": ("出了问题", "something is wrong"),
}
"""Why."""
