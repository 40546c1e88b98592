"""Who holds a login, as the ledger names it: a machine, and a process on it."""

import hashlib
import os
import socket
import uuid
from functools import cache
from pathlib import Path

_SYSTEM = (Path("/proc/sys/kernel/random/boot_id"), Path("/proc/self/ns/pid"))
"""What tells apart machines of one name, and containers on one machine, whose process numbers are their own."""


@cache
def this_machine() -> str:
    """This machine's name, and a mark of it as it now runs: copied machines may have one name."""
    boot, space = _SYSTEM
    try:
        seen = f"{boot.read_text(encoding='ascii')} {space.readlink()}"
    except OSError:  # not Linux: there are no containers to be told apart
        seen = str(uuid.getnode())
    return f"{socket.gethostname()}-{hashlib.sha256(seen.encode()).hexdigest()[:6]}"


def this_process() -> str:
    """This process's name in a lease."""
    return f"{this_machine()}:{os.getpid()}"


def is_dead(owner: str) -> bool:
    """Whether `owner` is a process of this machine that runs no more. False where that cannot be known."""
    machine, _, number = owner.rpartition(":")
    if machine != this_machine() or not number.isdecimal():
        return False
    import psutil  # noqa: PLC0415 - needed only after a crash

    try:
        return bool(psutil.Process(int(number)).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
    except psutil.AccessDenied:
        return False
