"""Names that last: hashed from the bytes for what the engine finds, UUIDv7 for what people make."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime

_HASHED = 24  # hexadecimal digits: 96 bits, a collision in 10 million ids has odds of 1e-15

_PARTS = ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))
"""Where the hyphens stand."""


def hashed_id(noun: str, *parts: str | int | None) -> str:
    """Give the id that follows from `parts` alone, the same wherever they are imported."""
    import hashlib  # loads OpenSSL, which a start can spare

    told = "\x1f".join([noun, *("" if part is None else str(part) for part in parts)])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_HASHED]


def new_id() -> str:
    """Give a UUIDv7 (RFC 9562): 48 bits of milliseconds, then chance."""
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    digits = f"{value:032x}"
    return "-".join(digits[low:high] for low, high in _PARTS)


def now() -> str:
    """Give the time as ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
