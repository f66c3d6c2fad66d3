"""All that tests of the real program need; see README.md."""

from client import EXERCISED, Client, Events, Reply, problem_check, raw_exchange  # noqa: F401
from contract import CONTRACT, ROOT  # noqa: F401
from stage import Stage  # noqa: F401
from runner import Skipped, main  # noqa: F401
from scene import (  # noqa: F401
    CENT, CHOICES, PICTURES, TWO_QUESTIONS, Scene, answer, png, rating, submit, take, tasks, wait_until, work_all)
from server import OPERATOR_PASSWORD, Program, Server  # noqa: F401
from stores import KINDS, Cluster, PostgresStore, SqliteStore, store_new  # noqa: F401
