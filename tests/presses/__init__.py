"""A second hand that typesets newspaper pages, by its own plan and odds.

A *house* (`press_house`) is drawn from a seed: sheet, columns, size, habits. Articles are set into
*stamps* (`press_stamp`, `press_heads`, `press_article`), which a page plan (`press_plan`) puts
beside and below one another; `press_pages` adds what stands round them and gives a `Sheet`.
"""
