"""Become another program that gets a signal when the process that started us dies.

Run by file name: `tethered.py SIGNAL PROGRAM ARGUMENT…`. What Linux is asked here outlives the
change of program; elsewhere nothing is asked, and a killed parent leaves its children behind.
"""

from __future__ import annotations

import ctypes
import os
import sys

_PR_SET_PDEATHSIG = 1

if __name__ == "__main__":
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(sys.argv[1]))
    os.execv(sys.argv[2], sys.argv[2:])
