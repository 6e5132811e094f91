"""Artificial newspaper pages of the family "provinces", to train the repair engine."""
