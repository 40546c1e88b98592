"""How a command ends; documented for scripts."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the operator's script sees."""

    DONE = 0
    PERSON = 1  # done, but something waits for a person
    INPUT = 2  # a spreadsheet, an option or the installation has a problem
    PORTAL = 3  # a portal stopped the run
    BUG = 70
    INTERRUPTED = 130
