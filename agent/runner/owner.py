"""Who holds a login, as the ledger names it: a machine, and a process on it."""

import os
import socket


def this_process() -> str:
    """This process's name in a lease."""
    return f"{socket.gethostname()}:{os.getpid()}"


def is_dead(owner: str) -> bool:
    """Whether `owner` is a process of this machine that runs no more. False where that cannot be known."""
    machine, _, number = owner.rpartition(":")
    if machine != socket.gethostname() or not number.isdecimal():
        return False
    import psutil  # noqa: PLC0415 - needed only after a crash

    try:
        return bool(psutil.Process(int(number)).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
    except psutil.AccessDenied:
        return False
