"""A third hand that typesets pages: houses of many sorts, for judging only.

It shares with the other hands the form of a sheet and what prints and reads it, nothing else.
"""
