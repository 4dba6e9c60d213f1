"""The tests of the layers without a window, run by the Windows Python that is packed."""

import re
import shutil
import subprocess
import threading
from pathlib import Path

from resources.packing import wheels
from resources.packing.identity import ROOT
from resources.packing.tools import BuildError, say
from resources.packing.wheels import Target
from resources.windows import interpreter
from resources.windows.wine import Wine, path

HERE = Path(__file__).parent
# two at a time, about the same length
GROUPS = (("domain", "store", "cli"), ("services", "documents"), ("services", "formats"))
BUDGET = 600  # seconds for all
_RESULT = re.compile(r"^=*\s*(?:\d+ failed, )?(\d+) passed.*$", re.MULTILINE)
_START = """\
import sys
sys.path[:0] = {places!r}
import pytest
raise SystemExit(pytest.main(sys.argv[1:]))
"""
