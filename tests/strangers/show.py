"""Print a page of the strangers and how it should read: ``show.py SEED REGIME``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from strangers.pages import REGIMES, page


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("regime", choices=REGIMES)
    asked = parser.parse_args()
    made = page(asked.seed, asked.regime)
    print(made.raw)
    print("=" * 40)
    for block in made.blocks:
        print(f"{block.article:3} {block.kind:9} {block.text}")
    print("=" * 40)
    print(json.dumps(made.form(), ensure_ascii=False))


if __name__ == "__main__":
    main()
