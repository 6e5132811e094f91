"""The source pane: the lines as received, beside the article."""
