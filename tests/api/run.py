"""The API's tests on both databases: python3 tests/api/run.py --faena build/src/faena [FILE ...]"""

import glob
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "lib"))
sys.dont_write_bytecode = True

import faena  # noqa: E402

if __name__ == "__main__":
    sys.exit(faena.main(sorted(glob.glob(os.path.join(HERE, "test_*.py"))), coverage=True))
