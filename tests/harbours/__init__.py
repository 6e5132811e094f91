"""Artificial pages of the dailies of harbour cities and of Chinese overseas."""
