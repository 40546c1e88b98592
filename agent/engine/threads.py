"""The engine of one process: a pool of threads."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

from agent.engine.port import Broken, Job


class ThreadEngine:
    """An agent.engine.port.Engine. `ended` is called, from the job's thread, after each job."""

    def __init__(self, size: int, ended: Callable[[], None] = lambda: None) -> None:
        self.size = size
        self._ended = ended
        self._pool = ThreadPoolExecutor(max_workers=size, thread_name_prefix="faturista")
        self._lock = Lock()
        self._at_work: set[str] = set()
        self._broken: list[Broken] = []
        self._stopped = False

    def free(self) -> int:
        """See Engine."""
        with self._lock:
            return 0 if self._stopped else self.size - len(self._at_work)

    def submit(self, key: str, job: Job) -> None:
        """See Engine."""
        with self._lock:
            self._at_work.add(key)
        self._pool.submit(job).add_done_callback(lambda future: self._over(key, future))

    def broken(self) -> list[Broken]:
        """See Engine."""
        with self._lock:
            found, self._broken = self._broken, []
        return found

    def stop(self) -> None:
        """See Engine."""
        with self._lock:
            self._stopped = True
        self._pool.shutdown(wait=True)

    def _over(self, key: str, future: "Future[None]") -> None:
        error = future.exception()
        with self._lock:
            self._at_work.discard(key)
            if error is not None:
                self._broken.append(Broken(key, error))
        self._ended()
