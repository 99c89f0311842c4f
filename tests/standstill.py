"""Tests in real time, with sound or windows, are tried again where the computer itself stood still meanwhile.

A virtual machine gets no processor for hundreds of milliseconds now and then, or hardly any for seconds. Sound servers,
players, devices and window managers of a test bed stumble then, which is no fault of the program. A process beside that
does nothing but sleep for short times tells: where it woke up late, so did everything else. A test that fails without
that has failed, and so has one that fails three times.
"""

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest
from _pytest.runner import runtestprotocol

_REAL_TIME = {"empty_sound_server", "pipewire_server", "desktop", "qtbot"}
"""Tests with one of these fixtures run in real time."""
_TRIES = 3
_LONG_S = 0.1
_SHARE = 0.05

_SLEEPER = """
import json, select, sys, time
began = slept = time.monotonic()
print(flush=True)
longest = total = 0.0
while True:
    asked = select.select([sys.stdin], [], [], 0.005)[0]
    now = time.monotonic()
    late, slept = now - slept - 0.005, now
    if late > 0.02:
        longest, total = max(longest, late), total + late
    if asked:
        if not sys.stdin.readline():
            break
        print(json.dumps([longest, total, now - began]), flush=True)
        began, longest, total = now, 0.0, 0.0
"""


@dataclass(frozen=True, slots=True)
class Standstill:
    """How late the sleeper was: the longest time, all of them together, and how long it was watched (s)."""

    longest_s: float
    total_s: float
    watched_s: float

    @property
    def excuses(self) -> bool:
        """Whether a test that needs the computer in time may have failed of it."""
        return self.longest_s >= _LONG_S or self.total_s >= _SHARE * self.watched_s

    def __str__(self) -> str:
        return f"the computer stood still for {self.longest_s:.2f} s at a time, {self.total_s:.2f} s in all"


class Sleeper:
    """The process beside."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-c", _SLEEPER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl-C is for the tests
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._to, self._from = self.process.stdin, self.process.stdout
        self._from.readline()

    def ask(self) -> Standstill:
        """What there was since the last question."""
        self._to.write("\n")
        self._to.flush()
        return Standstill(*json.loads(self._from.readline()))

    def close(self) -> None:
        """End it."""
        self.process.communicate()


class TryAgain:
    """Runs a test in real time again where it failed and the computer is to blame."""

    def __init__(self) -> None:
        self._sleeper: Sleeper | None = None
        self._repeated: list[str] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
        """Up to three times; only the last is reported."""
        if not _REAL_TIME.intersection(getattr(item, "fixturenames", ())):
            return None
        self._sleeper = self._sleeper or Sleeper()
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        for attempt in range(1, _TRIES + 1):
            self._sleeper.ask()
            reports = runtestprotocol(item, log=False, nextitem=nextitem)
            standstill = self._sleeper.ask()
            failed = [report for report in reports if report.failed]
            for report in failed:
                report.sections.append((f"Attempt {attempt}", str(standstill)))
            if not failed or not standstill.excuses:
                break
            self._repeated.append(f"{item.nodeid}: {standstill}\n{failed[0].longreprtext}")
        for report in reports:
            item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say which tests were tried again, and why."""
        if self._repeated:
            terminalreporter.section("failed while the computer stood still")
            for line in self._repeated:
                terminalreporter.write_line(line)

    def pytest_unconfigure(self) -> None:
        """The tests are over."""
        if self._sleeper is not None:
            self._sleeper.close()


def pytest_configure(config: pytest.Config) -> None:
    """Begin."""
    config.pluginmanager.register(TryAgain())
