"""The article: read, typed into, split and joined; every key is a wish on positions."""
