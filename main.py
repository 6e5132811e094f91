"""Open the window, or run the command that stands behind the program's name."""

from reader.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
