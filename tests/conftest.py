"""For all tests: no example fails by the clock, however loaded the machine is."""

import os

from hypothesis import settings

# The CI measures the processes of the tests (.ci/run), not the programs that they start: some are
# watched for all that they open and load.
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.pop("COVERAGE_PROCESS_START", None)

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
