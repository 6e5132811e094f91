"""For all tests: no example fails by the clock, however loaded the machine is.

The CI measures which branches the tests take (.ci/run). Measuring makes a test half as slow again,
so only those are measured that are about the rooms of which that is asked.
"""

import os
from pathlib import Path

import coverage
import pytest
from hypothesis import settings

# The CI measures the processes of the tests (.ci/run), not the programs that they start: some are
# watched for all that they open and load.
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.pop("COVERAGE_PROCESS_START", None)

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

HERE = Path(__file__).parent
MEASURED = {"text", "store", "exporting"}
"""Rooms whose tests are measured; so are the tests of the verbs, which stand beside them."""
_measure = coverage.Coverage.current()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Measure no test but of the rooms that have to be covered, and those without `unmeasured`."""
    room = item.path.parent
    measured = room == HERE or room.name in MEASURED
    if _measure is None or (measured and item.get_closest_marker("unmeasured") is None):
        return (yield)
    _measure.stop()
    try:
        return (yield)
    finally:
        _measure.start()
