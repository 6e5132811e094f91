"""The rows of the table of actions: a module a menu."""
