"""The issues of the library and the contents of the chosen one."""
