"""The program's own tests of its database layer, on PostgreSQL as well (in a plain build they run on SQLite)."""

import os
import subprocess

from faena import Skipped

NO_SERVER = True


def test_store(s):
    """what src/store/store.h promises holds on this database"""
    program = os.path.join(os.path.dirname(s.program.binary), "store", "store_test")
    if not os.access(program, os.X_OK):
        raise Skipped("store_test is not built")
    s.program.init()
    more = {"FAENA_TEST_DATABASE": s.store.url} if s.kind == "postgresql" else {}
    done = subprocess.run([program], capture_output=True, text=True, timeout=60, env=os.environ | more)
    assert done.returncode == 0, done.stdout + done.stderr
