"""How long a lote of a hundred guias takes: `python -m tests.bench.lote`. Built, then checked by schema and rules.

Each kind of guia once, after one small lote of it has loaded schema and rules. CPU seconds are what the aim is held
against: the wall clock tells of whatever else the machine does.
"""

import sys
import time

from portals.tiss.critica import criticise
from portals.tiss.guias import Lote
from portals.tiss.lote import build
from tests.portals.tiss.sample import KINDS, lote

GUIAS = 100
AIM = 1.0


def spent(asked: Lote) -> tuple[float, float]:
    """CPU and wall seconds of building and checking. Raises ValueError where the lote is not good."""
    cpu, wall = time.process_time(), time.perf_counter()
    found = criticise(build(asked), asked)
    if found:
        raise ValueError(f"{len(found)} critiques of a lote that was to be good: {found[0]}")
    return time.process_time() - cpu, time.perf_counter() - wall


def main() -> None:
    """Print a line for each kind, against the aim."""
    sys.stdout.write(f"A lote of {GUIAS} guias, built and validated; the aim is {AIM:.0f} s\n")
    for kind, made in KINDS.items():
        spent(lote(made(1)))
        cpu, wall = spent(lote(*map(made, range(1, GUIAS + 1))))
        verdict = "within" if cpu < AIM else "OVER"
        sys.stdout.write(f"{kind:12} {cpu:6.3f} s CPU  {wall:6.3f} s wall  {verdict} the aim\n")


if __name__ == "__main__":
    main()
