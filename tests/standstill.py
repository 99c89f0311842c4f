"""Tests that play sound in real time are tried again where the computer itself stood still meanwhile.

A virtual machine gets no processor for hundreds of milliseconds now and then, or hardly any for seconds. Sound servers,
players and devices of a test bed lose sound then, which is no fault of the program. A second process that does nothing
but sleep for short times tells: where it woke up late, so did everything else. A test that fails without that has
failed, and so has one that fails three times.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from _pytest.runner import runtestprotocol

_SOUND = {"empty_sound_server", "pipewire_server"}
"""Tests with one of these fixtures run in real time."""
_TRIES = 3
_LONG_S = 0.1
_SHARE = 0.05

_SLEEPER = """
import json, select, sys, time
began = slept = time.monotonic()
print("awake", flush=True)
longest = total = 0.0
while not select.select([sys.stdin], [], [], 0.005)[0]:
    now = time.monotonic()
    late, slept = now - slept - 0.005, now
    if late > 0.02:
        longest, total = max(longest, late), total + late
late = time.monotonic() - slept - 0.005
print(json.dumps([max(longest, late), total + (late if late > 0.02 else 0.0), time.monotonic() - began]))
"""


@dataclass(frozen=True, slots=True)
class Standstill:
    """How late the sleeper was: the longest time, all of them together, and how long it was asked (s)."""

    longest_s: float
    total_s: float
    watched_s: float

    @property
    def excuses(self) -> bool:
        """Whether a test that needs the computer in time may have failed of it."""
        return self.longest_s >= _LONG_S or self.total_s >= _SHARE * self.watched_s

    def __str__(self) -> str:
        return f"the computer stood still for {self.longest_s:.2f} s at a time, {self.total_s:.2f} s in all"


@contextmanager
def watched() -> Iterator[list[Standstill]]:
    """Watch the computer; the list holds the answer afterwards."""
    answer: list[Standstill] = []
    sleeper = subprocess.Popen(
        [sys.executable, "-I", "-c", _SLEEPER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert sleeper.stdout is not None
        sleeper.stdout.readline()
        yield answer
    finally:
        told, _ = sleeper.communicate()
    answer.append(Standstill(*json.loads(told)))


_repeated = pytest.StashKey[list[str]]()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a test that plays sound, again where it failed and the computer is to blame."""
    if not _SOUND.intersection(getattr(item, "fixturenames", ())):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for attempt in range(1, _TRIES + 1):
        with watched() as standstills:
            reports = runtestprotocol(item, log=False, nextitem=nextitem)
        [standstill] = standstills
        failed = [report for report in reports if report.failed]
        for report in failed:
            report.sections.append((f"Attempt {attempt}", str(standstill)))
        if not failed or not standstill.excuses or attempt == _TRIES:
            break
        item.config.stash.setdefault(_repeated, []).append(f"{item.nodeid}: {standstill}\n{failed[0].longreprtext}")
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which tests were tried again, and why."""
    if repeated := config.stash.get(_repeated, []):
        terminalreporter.section("tried again")
        for line in repeated:
            terminalreporter.write_line(line)
