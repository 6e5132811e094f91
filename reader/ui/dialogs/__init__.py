"""Dialogs: what goes in and what goes out."""
