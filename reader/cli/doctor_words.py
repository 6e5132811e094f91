"""What `doctor` tells, in Chinese and English, by the remark's code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.words import Table

REMARKS: Table = {
    # --- the program and what it stands on ----------------------------------------------------
    "program": (
        "校勘 {version}，Python {python}，{system}",
        "Jiaokan {version}, Python {python}, {system}",
    ),
    "package": ("{name} {version}", "{name} {version}"),
    "package_missing": (
        "缺少 {name}：请按 README 重新安装",
        "{name} is missing: install again as the README says",
    ),
    "qt_loses_references": (
        "Qt {version} 在 Python 3.11 下会崩溃：请装 6.11 的最后一版",
        "Qt {version} crashes under Python 3.11: install the last 6.11",
    ),
    "sqlite": ("SQLite {version}（{binding}）", "SQLite {version} ({binding})"),
    "wal_reset": (
        "SQLite {version} 有 WAL 重置的错误，两个程序同时写会丢数据，故不用 WAL："
        "请装 {since} 以后的版本（pysqlite3）",
        "SQLite {version} has the WAL-reset bug, by which two writers lose data, so WAL is not"
        " used: install {since} or later (pysqlite3)",
    ),
    "encoding": ("文件名编码 {name}", "file names are {name}"),
    "encoding_narrow": (
        "文件名编码是 {name}，中文文件名打不开：请用 UTF-8 的语言环境",
        "file names are {name}, so Chinese ones cannot be named: use a UTF-8 locale",
    ),
    "language": ("界面语言 {name}", "language {name}"),
    # --- the window ---------------------------------------------------------------------------
    "fonts": ("字体 {names}（{folder}）", "fonts {names} ({folder})"),
    "font_missing": (
        "缺少字体 {name}（{folder}），汉字会显示为方框：请重新安装",
        "the font {name} is missing ({folder}), so Chinese may show as boxes: install again",
    ),
    "glyphs": (
        "本机字体有生僻字（CJK 扩展 {blocks}）",
        "fonts of this machine have rare characters (CJK Extensions {blocks})",
    ),
    "glyphs_missing": (
        "本机没有字体收全 CJK 扩展 {blocks} 的生僻字，窗口里会显示为方框（正文与导出不受影响）："
        "请安装收录它们的字体，如遍黑体（Plangothic）或 Jigmo",
        "no font of this machine has all rare characters of CJK Extensions {blocks}, so they may"
        " show as boxes in the window (text and exports are right all the same): install a font"
        " that has them, such as Plangothic or Jigmo",
    ),
    "qt_platform": ("Qt 平台 {name}（有 {plugins}）", "Qt platform {name} (there are {plugins})"),
    "qt_no_display": (
        "没有显示器（DISPLAY、WAYLAND_DISPLAY 都没有设），打不开窗口；命令照常可用",
        "no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened;"
        " commands work",
    ),
    "qt_platform_missing": (
        "Qt 没有平台 {name}（有 {plugins}）：请改 QT_QPA_PLATFORM",
        "Qt has no platform {name} (there are {plugins}): set QT_QPA_PLATFORM",
    ),
    "qt_library_missing": (
        "缺少系统库 {name}，窗口可能打不开：请按 README 安装",
        "the system library {name} is missing, so the window may not open: install it as the"
        " README says",
    ),
    "input_method": (
        "输入法接口 {name}（有 {plugins}）",
        "input method interface {name} (there are {plugins})",
    ),
    "input_method_usual": (
        "输入法接口由系统选定（有 {plugins}）",
        "input method interface chosen by the system (there are {plugins})",
    ),
    "input_method_other": (
        "Qt 没有 {name} 的插件，改用 {instead}；若不能输入中文，请启用 {instead} 的兼容接口",
        "Qt has no plugin for {name}, so {instead} is taken; if Chinese cannot be typed, let"
        " your input method speak {instead}",
    ),
    # --- folders ------------------------------------------------------------------------------
    "folder": (
        "{noun} {path}（文件系统 {system}，剩余 {free} MB）",
        "{noun} {path} (file system {system}, {free} MB free)",
    ),
    "folder_absent": (
        "{noun} {path} 还没有，用到时建立",
        "{noun} {path} is not there yet; it is made when it is needed",
    ),
    "folder_closed": (
        "{noun} {path} 不能写：请改权限，或把库放到别处",
        "{noun} {path} cannot be written: change its permissions, or keep the library elsewhere",
    ),
    "folder_network": (
        "{noun} {path} 在网络或共享文件系统上（{system}）：那里的文件锁不可靠，"
        "两台机器同时写会损坏库；"
        "请把库放在本机磁盘上，用 backup 复制过去",
        "{noun} {path} lies on a network or shared file system ({system}), where locks cannot be"
        " relied on and two machines that write damage the library: keep it on a disk of this"
        " machine, and copy it there with backup",
    ),
    "folder_sync": (
        "{noun} {path} 由 {service} 同步：它会在写到一半时复制库，或把旧文件放回来；"
        "请把库放在不同步的文件夹里，只把 backup 的副本放在那里",
        "{noun} {path} is synchronised by {service}, which copies a library in the middle of a"
        " write, or puts an older file back: keep it in a folder that is not, and put copies made"
        " by backup there",
    ),
    "folder_memory": (
        "{noun} {path} 在内存里（{system}），关机就没有了：请放到磁盘上",
        "{noun} {path} lies in memory ({system}) and is gone when the machine is turned off: keep"
        " it on a disk",
    ),
    "folder_open_to_all": (
        "{noun} {path} 的文件系统（{system}）不分用户，别人能读库",
        "{noun} {path} lies on a file system ({system}) that knows no owners, so others can read"
        " the library",
    ),
    "folder_full": (
        "{noun} {path} 只剩 {free} MB：请腾出空间",
        "{noun} {path} has only {free} MB left: make room",
    ),
    "not_private": (
        "{path} 别人也能读（权限 {mode}）：请改为 600",
        "{path} can be read by others (mode {mode}): change it to 600",
    ),
    # --- the library --------------------------------------------------------------------------
    "library": (
        "库 {path}：{size} 字节，格式 {schema}，{articles} 篇",
        "library {path}: {size:byte|bytes}, format {schema}, {articles:article|articles}",
    ),
    "library_absent": ("库 {path} 还没有", "library {path} is not there yet"),
    "library_misnamed": (
        "JIAOKAN_LIBRARY 所写的 {path} 是文件夹的名字，而这里要的是文件：请写明其中的文件，"
        "如 文件夹/library.db",
        "JIAOKAN_LIBRARY says {path}, the name of a folder, and a file is wanted: name a file in"
        " it, such as FOLDER/library.db",
    ),
    "library_unusable": ("库 {path} 不能用：{why}", "library {path} cannot be used: {why}"),
    "library_links": (
        "库 {path} 有 {links} 个名字（硬链接），各名字的附属文件互不相认，会损坏库：请只留一个",
        "library {path} has {links} names (hard links), whose side files do not know each other,"
        " which damages it: keep one",
    ),
    "backup": (
        "最近的完好备份 {at}（{days} 天前，{articles} 篇）：{path}",
        "last good backup {at} ({days:day|days} ago, {articles:article|articles}): {path}",
    ),
    "backup_none": (
        "还没有备份（{path}）：请运行 jiaokan backup，或在窗口里编辑，会自动备份",
        "there is no backup yet ({path}): run jiaokan backup; work that is saved makes them, too",
    ),
    "backup_old": (
        "最近的完好备份已有 {days} 天（{at}）：请备份",
        "the last good backup is {days:day|days} old ({at}): make one",
    ),
    "backup_ahead": (
        "最近的完好备份 {at} 的日期在将来（{articles} 篇），看不出它有多旧："
        "请校准时钟，再备份：{path}",
        "the last good backup {at} is dated in the future ({articles:article|articles}), so its age"
        " is not known: put the clock right, then make one: {path}",
    ),
    "log": ("日志 {path}（{size} 字节，不含正文）", "log {path} ({size:byte|bytes}, without text)"),
}
"""What each remark of an examination says."""

NOUNS: Table = {
    "library": ("库所在文件夹", "the library's folder"),
    "data": ("数据文件夹", "the data folder"),
    "backups": ("备份文件夹", "the folder of backups"),
    "settings": ("设置文件夹", "the folder of settings"),
    "cache": ("缓存文件夹", "the cache folder"),
    "temporary": ("临时文件夹", "the temporary folder"),
}
"""What the folders are called."""
