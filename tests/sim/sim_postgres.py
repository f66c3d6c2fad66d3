"""The simulator on PostgreSQL, in a cluster of its own: sim_postgres.py SIM [options of sim]. Prints TAP."""

import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "lib"))
from stores import Cluster  # noqa: E402

cluster = Cluster()
try:
    url = cluster.url(cluster.create())
    code = subprocess.run([sys.argv[1], "--database", url, "--wipe"] + sys.argv[2:]).returncode
finally:
    cluster.stop()
sys.exit(code)
