"""The program under test: its commands, and the server as a child process."""

import os
import re
import signal
import subprocess
import time

from stores import die_with_parent

OPERATOR_PASSWORD = "operator-password-1"


class Program:
    """The faena binary with one database and one folder of files."""

    def __init__(self, binary, url, directory):
        self.binary, self.url, self.directory = os.path.abspath(binary), url, directory
        self.files = os.path.join(directory, "files")

    def run(self, *arguments, stdin=None, env=None, check=False, timeout=120):
        """A command to its end: CompletedProcess with texts."""
        words = list(arguments)
        done = subprocess.run([self.binary, *words, "--database", self.url, "--files", self.files], input=stdin, text=True,
                              capture_output=True, timeout=timeout, cwd=self.directory,
                              env=os.environ | {"FAENA_PASSWORD": OPERATOR_PASSWORD} | (env or {}))
        if check and done.returncode != 0:
            raise AssertionError(f"faena {' '.join(words)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done

    def init(self, *more):
        return self.run("init", "--operator", "operator", *more, check=True)

    def audit(self):
        """The books are right, or AssertionError with what is wrong."""
        self.run("audit", check=True)


class Server:
    """A running `faena serve`. Port 0: the address is read from what it prints."""

    def __init__(self, program, *arguments, env=None, limits=False):
        self.program = program
        self.log_path = os.path.join(program.directory, f"server-{time.monotonic_ns()}.log")
        self.log = open(self.log_path, "wb")
        words = [program.binary, "serve", "--database", program.url, "--files", program.files, "--port", "0"]
        words += [] if limits else ["--no-rate-limits"]
        self.process = subprocess.Popen(words + list(arguments), stdout=subprocess.PIPE, stderr=self.log, stdin=subprocess.DEVNULL,
                                        cwd=program.directory, env=os.environ | (env or {}), preexec_fn=die_with_parent)
        line = self.process.stdout.readline().decode()
        match = re.search(r"(https?)://([^ /]+):(\d+)/", line)
        if not match:
            self.process.kill()
            self.process.wait()
            raise RuntimeError("faena serve did not start: " + line + self.log_text())
        self.scheme, self.host, self.port = match.group(1), match.group(2).strip("[]"), int(match.group(3))

    @property
    def address(self):
        return f"{self.scheme}://{self.host}:{self.port}"

    def log_text(self, start=0):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            log.seek(start)
            return log.read()

    def log_bytes(self):
        return os.path.getsize(self.log_path)

    def running(self):
        return self.process.poll() is None

    def stop(self, timeout=30):
        """Politely; returns the exit code."""
        if self.running():
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise AssertionError("the server did not stop on SIGTERM") from None
            finally:
                self.process.stdout.close()
                self.log.close()
        return self.process.returncode

    def kill(self):
        """As a power cut would."""
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.log.close()
