"""One contestant in a process of its own: `python -m tests.bench.worker JOB.json`, started by the race."""

import sys
from importlib import import_module
from pathlib import Path

from tests.bench.job import Job
from tests.bench.track import Track


def main(path: Path) -> None:
    """Run the job's contestant on its track."""
    job = Job.model_validate_json(path.read_text(encoding="utf-8"))
    import_module(f"tests.bench.{job.contestant}").run(job, Track(job.block, len(job.services)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
