"""The imitated portal in a process of its own, and its auditor's word on what was truly recorded."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from portals.ipasem.mock.seed import Seed
from portals.mock.person import SimulatedPerson


@dataclass(frozen=True)
class Served:
    """A portal that listens at `url`; `token` opens its doors."""

    url: str
    token: str

    def recorded(self, user: str) -> tuple[int, int]:
        """How many movements of this login are finished, and how many are drafts."""
        request = Request(f"{self.url}/porta-do-auditor/registros", headers={"X-Porta": self.token})
        with urlopen(request) as answer:
            rows: list[dict[str, Any]] = json.load(answer)["movimentos"]
        finished = [row["finalizado"] for row in rows if row["document"] == user]
        return finished.count(True), finished.count(False)


@contextmanager
def served(seed: Seed, folder: Path, latency_ms: int) -> Iterator[Served]:
    """Serve the plain skin with `latency_ms` per request and somebody who ticks the boxes, until the block is left."""
    file = folder / "seed.json"
    file.write_text(seed.model_dump_json(), encoding="utf-8")
    command = [sys.executable, "-m", "portals.mock", "serve", "ipasem", "--seed", str(file)]
    command += ["--latency-ms", str(latency_ms)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            portal = Served(**json.loads(process.stdout.readline()))
            with SimulatedPerson(portal.url, portal.token):
                yield portal
        finally:
            process.terminate()
