"""The examples in the docs run as they stand: ```sh blocks between <!-- test --> and <!-- end test -->."""

import os
import re
import shutil
import subprocess

from faena import ROOT, Skipped


def blocks(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for part in re.findall(r"<!-- test -->(.*?)(?:<!-- (?:end )?(?:/)?test -->|\Z)", text, re.S):
        yield from re.findall(r"```sh\n(.*?)```", part, re.S)


def test_requesters_guide(s):
    """docs/requesters.md: the curl examples"""
    path = os.path.join(ROOT, "docs", "requesters.md")
    if not os.path.exists(path) or not shutil.which("curl"):
        raise Skipped("docs/requesters.md or curl is not here")
    requester = s.requester(10 ** 9)
    token = requester.token_new("read", "write", days=1).token
    found = list(blocks(path))
    assert found, "no examples are marked for testing"
    for block in found:
        done = subprocess.run(["sh", "-eu", "-c", block], capture_output=True, text=True, timeout=60, cwd=s.program.directory,
                              env={"PATH": os.environ["PATH"], "HOME": s.program.directory, "FAENA_URL": s.server.address,
                                   "FAENA_TOKEN": token})
        assert done.returncode == 0, f"{block}\n{done.stdout}{done.stderr}"
    project = requester.do("project_list")["items"][0]
    assert project["stats"]["tasks"] == 2 and project["stats"]["gold_tasks"] == 1, project
