"""The journal: what was done, by whom and when; undo and redo to a point."""
