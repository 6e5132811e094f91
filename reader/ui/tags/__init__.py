"""The tags of the article and of the library."""
