"""Artificial pages of weeklies and small papers, for training the repair of pages."""
