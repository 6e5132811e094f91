"""What `check` finds wrong, in Chinese and English, by the fault's code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.words import Table

FAULTS: Table = {
    "unchecked": ("没有查，因为表 {tables} 不对", "not looked at: the tables {tables} are wrong"),
    "stumbled": (
        "内容对不上，没有再查下去（{says}）",
        "what stands there does not fit together, so the rest was not looked at ({says})",
    ),
    "more": ("这样的还有 {count} 处", "and {count} more of these"),
    # --- the file ------------------------------------------------------------------------
    "sqlite": ("SQLite 说：{says}", "SQLite says: {says}"),
    "integrity": ("SQLite 说：{says}", "SQLite says: {says}"),
    "write_form": (
        "文件头写明：写入须支持第 {form} 种格式，而并无这种格式，因此只能读取",
        "its header says that form {form} of file has to be known to write it; there is no such"
        " form, so it can only be read",
    ),
    "schema": ("与本版本声明的不符（{fault}）", "not what this version declares ({fault})"),
    "seal": (
        "表 {table} 中的数据与写入时的校验值不符：被程序之外的什么改动过",
        "rows of the table {table} are not as they were written: changed from outside",
    ),
    "identity": ("库的编号有 {rows} 行，应为一行", "the library's id has {rows:row|rows}, not one"),
    "counter": (
        "下一个编号接不上：记着的是 {last}，用到 {used}",
        "its keys cannot go on: the last is said to be {last}, and {used} is in use",
    ),
    "reference": (
        "第 {row} 行指向 {to}，那里没有",
        "row {row} refers to {to}, where there is none",
    ),
    "type": ("{rows} 行的值种类不对", "{rows:row holds|rows hold} a value of the wrong type"),
    "word": (
        "{rows} 行有不认识的词“{word}”",
        "{rows:row holds|rows hold} the unknown word “{word}”",
    ),
    "not_utf8": ("第 {row} 行第 {at} 字节不是 UTF-8", "row {row} is no UTF-8 at byte {at}"),
    # --- what was received ---------------------------------------------------------------
    "file_hash": (
        "原字节与 SHA-256 不符（{size} 字节，现 {found}）",
        "the bytes do not fit their SHA-256 ({size:byte|bytes}, found {found})",
    ),
    "file_encoding": ("不能按 {encoding} 写回", "cannot be written back as {encoding}"),
    "file_parts": ("各版不连续（{pages} 版）", "its pages ({pages}) are not in a row"),
    # --- the ledger ----------------------------------------------------------------------
    "hole": ("{start}–{end} 没有片段", "no piece covers {start} to {end}"),
    "overlap": ("{start}–{end} 有两个片段", "two pieces cover {start} to {end}"),
    "beyond": ("片段 {start}–{end} 越界", "the piece {start} to {end} lies outside"),
    "cut_in_run": ("{start} 处切在空白中间", "a cut at {start} stands inside white space"),
    "seam_missing": ("{start}–{end} 的空白没有断行", "white space {start} to {end} has no seam"),
    "seam_no_run": ("断行 {start}–{end} 不是空白", "the seam {start} to {end} is no white space"),
    "seam_no_cut": ("断行 {start} 处没有切开", "there is no cut at the seam {start}"),
    "border": (
        "段尾 {end} 的断行不是分段（来源 {source}）",
        "the seam at the end {end} of the block parts nothing (source {source})",
    ),
    "para_inside": (
        "段中 {start} 处有分段的断行（来源 {source}）",
        "a seam that parts stands inside the block at {start} (source {source})",
    ),
    "head_order": (
        "标题不在正文之前或次序不对（段 {block}）：请在窗口里把这一段的种类再指定一次",
        "a heading is not in its place (block {block}): in the window, say its kind once more",
    ),
    "block_owner": ("种类与所属不符", "its kind does not fit where it belongs"),
    "section": ("所属栏目不对", "its section label is no label of its issue"),
    "page_source": ("现用的来源不对", "its current source is none of its own"),
    "source_owner": ("来源的归属不对", "it belongs to what its kind does not allow"),
    "date": ("日期不合写法", "its date is not well formed"),
    "phrase_empty": ("词句没有范围", "it has no span"),
    "place": ("次序 {place} 重复（{table}）", "place {place} is taken twice ({table})"),
    "block_empty": ("没有片段", "it has no piece"),
    "article_empty": ("没有段", "it has no block"),
    "phrase_span": (
        "词句的范围 {start}–{end} 越界（来源 {source}）",
        "the span {start} to {end} lies outside source {source}",
    ),
    # --- what is derived -----------------------------------------------------------------
    "reading": (
        "所存字数是 {stored}，读得 {counted} 字",
        "its stored length is {stored}, and {counted:character is|characters are} read",
    ),
    "reading_missing": ("没有存读法（{kind}）", "it has no stored reading ({kind})"),
    "tally": (
        "所存的 {fault} 是 {stored}，数得 {counted}",
        "the stored {fault} is {stored}, and {counted} was counted",
    ),
    "tally_missing": ("没有所存的数目", "it has no stored counts"),
    "index_missing": ("索引里没有", "it is missing in the index"),
    "index_stray": ("不该在索引里", "it should not be in the index"),
    "index_orphan": ("索引里多出一行", "the index has a row too many"),
    "index_order": ("在索引里的次序不对", "its number is not in the order of date, page and place"),
    "index_size": (
        "索引里有 {stored} 字，应为 {counted}",
        "the index has {stored:character|characters} of it, and {counted:was|were} counted",
    ),
    "index_characters": (
        "索引里有 {stored} 次，应为 {counted}",
        "it stands {stored:time|times} in the index, and {counted:was|were} counted",
    ),
    "index_lookup": ("在索引里却查不到", "it stands in the index but cannot be found"),
    # --- the journal ---------------------------------------------------------------------
    "journal_tree": ("上一步 {parent} 不对", "its parent {parent} is wrong"),
    "wish_empty": (
        "没有影像：它改了什么已无从得知",
        "its images are lost: what it changed is not known",
    ),
    "wish_detail": ("它所记的事读不出来", "what it was about cannot be read"),
    "journal_head": ("当前一步 {head} 不在", "the head {head} is not there"),
    "journal_chain": (
        "{table} 的 {row}：前后两个影像接不上",
        "row {row} of {table}: one image does not go on where the last one ended",
    ),
    "journal_undone": (
        "算作已撤销，但 {table} 的 {row} 不是它之前的样子",
        "it is held to be undone, but row {row} of {table} is not as before it",
    ),
    "journal_row": ("与 {table} 的 {row} 不符", "it does not fit row {row} of {table}"),
    "image_table": (
        "第 {seq} 个影像的表 {table} 不认识",
        "image {seq} is of an unknown table, {table}",
    ),
    "image": ("第 {seq} 个影像（{table}）读不通", "image {seq} ({table}) cannot be read"),
}
"""A code that is not here is told as it is."""
