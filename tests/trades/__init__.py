"""Artificial pages of national and provincial trade papers of the 1980s to the 2010s."""
