"""What to do where something cannot be done, in Chinese and English.

Found as why it cannot be done is (`errors_words`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.words import Pair, Table

_ANEW: Pair = ("请重新导出，或恢复备份", "Export anew, or restore a backup")
_ANOTHER: Pair = ("用 --library FILE 指明另一个文件", "Name another file with --library FILE")
_LINK: Pair = (
    "请接上它所在的磁盘或建好那个文件夹，或改正、删去这个链接",
    "Put in the disk on which it lies or make that folder, or mend or remove the link",
)
_FILE_IN_IT: Pair = (
    "请写明其中的文件，如 文件夹/library.db",
    "Name a file in it, such as FOLDER/library.db",
)
_HELP: Pair = ("请看 {command} --help", "See {command} --help")

TO_DO: Table = {
    "usage": _HELP,
    "usage/folder_name": _FILE_IN_IT,
    "usage/variable": _FILE_IN_IT,
    "usage/no_option": (
        "请看 {command} --help；以 - 开头的文字前面加 --",
        "See {command} --help; put -- before words that begin with -",
    ),
    "usage/suffix": (
        "两者改成一致；详见 {command} --help",
        "Make both the same; see {command} --help",
    ),
    "usage/article": (
        "用 jiaokan articles 查编号",
        "List the articles with: jiaokan articles",
    ),
    "usage/issue": ("用 jiaokan issues 查编号", "List the issues with: jiaokan issues"),
    "usage/wish": ("用 jiaokan history 查编号", "List the steps with: jiaokan history"),
    "usage/tag": ("用 jiaokan tag list 查主题", "List the topics with: jiaokan tag list"),
    "usage/tag_taken": (
        "要合在一起，用 jiaokan tag merge",
        "To put both together use: jiaokan tag merge",
    ),
    "usage/unseen": ("请写看得见的名字", "Give it a name that can be read"),
    "usage/levels": ("名字里少用几个斜杠", "Use fewer slashes in its name"),
    "usage/not_utf8": ("请用 UTF-8 写", "Write it in UTF-8"),
    "usage/encoding": (
        "例如 utf-8、gb18030、big5",
        "Name one such as utf-8, gb18030 or big5",
    ),
    "usage/encoding_refused": (
        "先转成 UTF-8",
        "Convert the file to UTF-8 first",
    ),
    "not in this version": (
        "现有的见 {command} --help",
        "What there is: {command} --help",
    ),
    "not text": ("请换一个文本文件", "Give a file of text"),
    "not text/bad_byte": (
        "改正这个字节，或用 --encoding 指明编码",
        "Mend that byte, or name the encoding with --encoding",
    ),
    "not text/later_format": (
        "先另存为 .txt",
        "Save it as .txt first",
    ),
    "not text/no_format": ("先另存为 .txt", "Save it as .txt first"),
    "unknown encoding": (
        "用 --encoding 指明编码，或先转成 UTF-8",
        "Name it with --encoding, or convert the file to UTF-8",
    ),
    "too large": ("请分成几个文件", "Divide the file"),
    "too large/memory": ("关掉别的程序再试", "Close other programs and try again"),
    "unreadable": ("请检查路径", "Check the path"),
    "unreadable/permission": ("请改权限", "Change its permissions"),
    "unreadable/special": ("请给普通文件", "Give an ordinary file"),
    "unreadable/folder_link": ("请直接写那个文件夹", "Name that folder itself"),
    "unreadable/sqlite": ("请检查磁盘，再试一次", "Check the disk, and try again"),
    "unreadable/no_export": ("请给导出的文件夹", "Name the folder of such an export"),
    "unreadable/not_as_manifest": _ANEW,
    "unreadable/unfit": _ANEW,
    "unreadable/unfit_line": _ANEW,
    "damaged library/rebuilt_differs": _ANEW,
    "unreadable/not_empty": ("请换一个空文件夹", "Choose an empty folder"),
    "unreadable/stays": ("请写其中一个新文件夹", "Name a new folder in it"),
    "unreadable/folder": ("请检查路径，或换一个地方", "Check the path, or choose another place"),
    "unreadable/write": ("请检查路径，或换一个地方", "Check the path, or choose another place"),
    "unreadable/closed": ("请打开标准输出", "Open it, or redirect it to a file"),
    "unreadable/foreign": ("请换一个空文件夹", "Choose an empty folder"),
    "unreadable/another": ("请换个名字，或加 --replace", "Choose another name, or add --replace"),
    "unreadable/foreign_file": ("请换一个地方，或移走它", "Choose another place, or move it away"),
    "unreadable/busy": ("等它结束再试", "Wait until it has ended"),
    "unreadable/not_left": ("请把它移走", "Move it away"),
    "unreadable/no_file": ("请换一个路径", "Choose another path"),
    "unreadable/no_folder": ("请换一个路径", "Choose another path"),
    "unreadable/beside": ("把它移走", "Move it away"),
    "unreadable/foreign_journal": (
        "请把它移到别处，先不要删除，再试",
        "Move it elsewhere, do not delete it yet, and try again",
    ),
    "unreadable/dead_link": _LINK,
    "unreadable/itself": ("请换一个路径", "Choose another path"),
    "unreadable/side_name": ("请换一个名字", "Choose another name"),
    "unreadable/long_name": ("请换短一些的名字", "Choose a shorter name"),
    "unreadable/side_files": (
        "请换一个路径，或先关掉用它的程序",
        "Choose another path, or end the program that uses it",
    ),
    "unreadable/is_folder": _FILE_IN_IT,
    "unreadable/not_ours": ("请换一个路径", "Choose another path"),
    "unreadable/untold": (
        "不必再做；改了库的，见 jiaokan history",
        "It need not be done again; jiaokan history shows what changed the library",
    ),
    "unreadable/partly_untold": (
        "请把结果写到别处，再做一次；已经做完的不会重做",
        "Write the result elsewhere and do it again; what is done is not done twice",
    ),
    "unreadable/other_library": ("请换个名字", "Choose another name"),
    "no library": (
        "用 jiaokan import PATH 建一个，或用 --library FILE 指明",
        "Make one with: jiaokan import PATH, or name another with --library FILE",
    ),
    "no library/copy": ("请检查备份的路径", "Check the path of the copy"),
    "no library/dead_link": _LINK,
    "no library/gone": (
        "放回原处再做一次；这一步没有写入",
        "Put it back and do it again; this step was not written",
    ),
    "not a library": (
        "用 --library FILE 指明另一个文件；它若本是库，用 jiaokan rescue FOLDER 救出文字；"
        "若本是库，用 jiaokan restore --set-aside FILE 在原处恢复备份",
        "Name another file with --library FILE; if it was a library, save its texts with: jiaokan"
        " rescue FOLDER; or put a backup in its place with: jiaokan restore --set-aside FILE",
    ),
    "not a library/copy": ("请检查备份的路径", "Check the path of the backup"),
    "not a library/no_file": _ANOTHER,
    "not a library/empty": _ANOTHER,
    "newer library": (
        "请升级本程序；库没有动过",
        "Update this program; the library was not touched",
    ),
    "damaged library": (
        "用 jiaokan check 查看；用 jiaokan rescue FOLDER 救出文字；"
        "用 jiaokan restore FILE 在原处恢复备份",
        "Look with: jiaokan check; save its texts with: jiaokan rescue FOLDER; put a backup in its"
        " place with: jiaokan restore FILE",
    ),
    "damaged library/copy_differs": ("请再试一次", "Try again"),
    "library in use": ("等它结束再试", "Wait until it has ended, and try again"),
    "read-only": (
        "改权限，或换到能写的文件夹",
        "Change its permissions, or use a folder that can be written",
    ),
    "read-only/unmerged": (
        "在能写的地方打开它一次，或把库和 {names} 一起复制到能写的文件夹",
        "Open it once where it can be written, or copy the library and {names} together to a"
        " folder that can be",
    ),
    "read-only/links": ("复制这个文件，打开副本", "Copy the file, and open the copy"),
    "read-only/make": (
        "请检查路径，或用 --library FILE 换一个地方",
        "Check the path, or name another place with --library FILE",
    ),
    "read-only/long_name": ("请给它换短一些的名字", "Give it a shorter name"),
    "read-only/folder": ("请换到能写的地方", "Choose a place that can be written"),
    "read-only/write": (
        "请改权限，或换到能写的地方",
        "Change its permissions, or choose a place that can be written",
    ),
    "disk full": ("腾出空间再试；没有写坏什么", "Make room and try again; nothing was torn"),
    "nothing": ("用 jiaokan history 查看", "Look with: jiaokan history"),
    "": ("请看 jiaokan --help", "See jiaokan --help"),
}
"""What to do."""
