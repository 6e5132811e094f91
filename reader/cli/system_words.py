"""What files are that cannot be taken, what the system says, and the words for a bug of ours."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.words import Pair, Table

KINDS: Table = {
    "folder": ("文件夹", "a folder"),
    "fifo": ("管道", "a FIFO"),
    "socket": ("套接字", "a socket"),
    "device": ("设备", "a device"),
    "other": ("特殊文件", "a special file"),
    "": ("二进制数据", "binary data"),
    "pdf": ("PDF", "a PDF"),
    "zip": ("压缩包或 Office 文档", "a zip file or an office document"),
    "office": ("Office 文档", "an office document"),
    "rtf": ("RTF 文档", "an RTF document"),
    "postscript": ("PostScript", "PostScript"),
    "png": ("PNG 图像", "a PNG image"),
    "jpeg": ("JPEG 图像", "a JPEG image"),
    "gif": ("GIF 图像", "a GIF image"),
    "tiff": ("TIFF 图像", "a TIFF image"),
    "djvu": ("DjVu 文档", "a DjVu document"),
    "sqlite": ("SQLite 数据库", "an SQLite database"),
    "program": ("程序", "a program"),
    "utf-32": ("没有标记（BOM）的 UTF-32", "UTF-32 without a byte order mark"),
}
"""What a file is that cannot be taken; names of other formats stand as they are."""

SYSTEM: dict[int, str] = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "不允许这样做",
    errno.EROFS: "文件系统只读",
    errno.EISDIR: "这是文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "已经存在",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.ENOSPC: "没有空间了",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕成了圈",
    errno.EIO: "读写出错",
}
"""What the system says most, in Chinese; all else stands as it says it."""

BUG: Pair = (
    "jiaokan: program error {kind}: 程序自身出错，库没有写坏。详情记在 {log}，请附上它报告",
    "jiaokan: program error {kind}: the fault is ours; what was committed stands."
    " It is written down in {log}; please report it",
)
BUG_UNTOLD: Pair = (
    "jiaokan: program error {kind}: 程序自身出错，库没有写坏，日志也无法写。请报告",
    "jiaokan: program error {kind}: the fault is ours, and no log could be written."
    " Please report it",
)
