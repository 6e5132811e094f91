"""The house keeps its own rules: sizes, arrows, words, and what must never be there."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "reader").rglob("*.py"))


def names(paths: list[Path]) -> list[str]:
    return [str(p.relative_to(ROOT)) for p in paths]


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_sizes(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.count("\n") < 400, "a module"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            assert node.end_lineno - node.lineno < 250, node.name
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 50, node.name


def test_modules_of_tests_are_told_apart_by_name() -> None:
    """Pytest imports them by name alone, and docs/reliability.md names them so."""
    stems = [path.stem for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(stems) == sorted(set(stems))


def test_main_is_short() -> None:
    assert (ROOT / "main.py").read_text("utf-8").count("\n") < 20


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_no_broad_except(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught
            assert not re.search(r"\b(Base)?Exception\b", caught), caught


def test_the_core_imports_no_qt() -> None:
    code = (
        "import sys, pkgutil, importlib, reader\n"
        "for m in pkgutil.walk_packages(reader.__path__, 'reader.'):\n"
        "    if not m.name.startswith('reader.ui'): importlib.import_module(m.name)\n"
        "bad = [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))]\n"
        "sys.exit(' '.join(bad) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_no_helper_rooms() -> None:
    banned = {"utils", "helpers", "common", "plugins", "misc", "core"}
    assert not [p for p in MODULES if p.stem in banned]


def test_only_text_words_names_jieba() -> None:
    for path in MODULES:
        if path.name != "words.py" or path.parent.name != "text":
            source = path.read_text("utf-8")
            assert not re.search(r"^\s*(import|from) r?jieba", source, re.MULTILINE), path


def test_the_seeds_are_byte_for_byte() -> None:
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "seeds").glob("*.txt")
    }
    assert digests == SEEDS


SEEDS = {
    "000_e4901fc396f5b98a.txt": "272faaa2c9e219c59956209af9e2ef3431fea103e63deed136e255f0b2cdbfd3",
    "001_4416e7b5acb17851.txt": "1d04af3b4dfbbf73258014d0381c6854585187a4799fc3d0be48105340bb1515",
    "002_30f555d93aae8810.txt": "51e5afcc4f3b4b101ee83f2bfa4edf6dcefa757d222e6246748a5cd572f22f6f",
    "003_f68eb0f691bbe2ca.txt": "2f46857415070613790ed668e1ee6d9021ec34e24c516e147b449fe8879b9ad5",
    "004_32c3c44afa79711c.txt": "fdb06c6f16ce3656b4fd357b6f100d9aced75d5d5634414cdfad61ef3804cc7b",
}


def test_the_contracts_are_kept() -> None:
    """Arrows point down: import-linter says so, with the contracts of pyproject.toml."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:]


def test_every_fault_that_check_finds_is_documented() -> None:
    from reader.store.findings import CODES

    told = (ROOT / "docs" / "library-format.md").read_text("utf-8").split("## What check finds")[1]
    documented = re.findall(r"`([a-z_0-9]+)`", "".join(re.findall(r"(?m)^\|(.*?)\|", told)))
    assert sorted(documented) == sorted(CODES)
