"""Who sits at the terminal, as the ledger names whoever decides."""

import getpass


def who() -> str:
    """The system's user name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "usuário sem nome"
