"""The race: every contestant's blocks in turn on one portal, each block counted on the portal's own side."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import psutil

from agent.model.competencia import Competencia
from tests.bench.job import Job, seed, services, user_of
from tests.bench.portal import Served, served


@dataclass
class Result:
    """What one contestant took, in seconds: to be ready, per entry of each block (wall and CPU), after the last."""

    contestant: str
    latency_ms: int
    ready: float = 0.0
    blocks: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    rest: float = 0.0

    @property
    def seconds(self) -> float:
        """The median block's seconds per entry."""
        return median(self.blocks)

    @property
    def cpu_seconds(self) -> float:
        """The median block's CPU seconds per entry, of the contestant and all its processes."""
        return median(self.cpu)


@dataclass(frozen=True)
class Course:
    """What is run: `blocks` of `entries` each are counted, after one that is not."""

    contestants: Sequence[str]
    blocks: int
    entries: int


def race(course: Course, latency_ms: int, mes: Competencia, folder: Path) -> list[Result]:
    """Run the course at one server time. Raises AssertionError when the portal did not record what was launched."""
    total = (course.blocks + 1) * course.entries
    months = {user_of(place): services(place, total, mes) for place in range(len(course.contestants))}
    with served(seed(months), folder, latency_ms) as portal, ExitStack() as stack:
        runners = []
        for name, (user, wanted) in zip(course.contestants, months.items(), strict=True):
            own = folder / name
            own.mkdir()
            job = Job(
                contestant=name,
                url=portal.url,
                user=user,
                month=str(mes),
                folder=own,
                services=wanted,
                block=course.entries,
            )
            runners.append(stack.enter_context(_runner(job, portal, latency_ms)))
        for number in range(course.blocks + 1):
            # Backwards every second time: whoever comes first after a pause is not always the same.
            for runner in runners if number % 2 else reversed(runners):
                runner.block(counted=number > 0)
        for runner in runners:
            runner.finish()
    return [runner.result for runner in runners]


class _Runner:
    """The race's end of one contestant's process."""

    def __init__(self, job: Job, process: "subprocess.Popen[str]", portal: Served, latency_ms: int) -> None:
        self._job = job
        self._process = process
        self._portal = portal
        self._done = 0
        self.result = Result(job.contestant, latency_ms, ready=self._hear("ready"))

    def block(self, *, counted: bool) -> None:
        """Let it launch one block, and ask the auditor."""
        before = _cpu(self._process.pid)
        self._say()
        seconds = self._hear("block")
        used = _cpu(self._process.pid) - before
        self._done += self._job.block
        recorded = self._portal.recorded(self._job.user)
        assert recorded == (self._done, 0), f"{self._job.contestant}: {recorded} recorded, {self._done} launched"
        if counted:
            self.result.blocks.append(seconds / self._job.block)
            self.result.cpu.append(used / self._job.block)

    def finish(self) -> None:
        """Hear what came after the last entry."""
        self.result.rest = self._hear("rest")
        assert self._process.wait() == 0, self._job.contestant

    def _say(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()

    def _hear(self, what: str) -> float:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, f"{self._job.contestant} gave up"
        return float(json.loads(line)[what])


@contextmanager
def _runner(job: Job, portal: Served, latency_ms: int) -> Iterator[_Runner]:
    file = job.folder / "job.json"
    file.write_text(job.model_dump_json(), encoding="utf-8")
    command = [sys.executable, "-m", "tests.bench.worker", str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield _Runner(job, process, portal, latency_ms)
        finally:
            process.terminate()


def _cpu(pid: int) -> float:
    """User and system seconds of a process and all it started, ended children of a living one included."""
    used = 0.0
    root = psutil.Process(pid)
    for process in [root, *root.children(recursive=True)]:
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        used += times.user + times.system
    return used


def machine() -> str:
    """What it ran on, for the reader of the figures."""
    return f"{os.cpu_count()} processadores, Python {sys.version.split()[0]}, {sys.platform}"
