"""A new password that nobody has to remember: long, from letters and digits that are not mistaken for each other."""

import secrets

from agent.vault.vault import Password

_GROUPS = ("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789")
_LENGTH = 20


def new_password() -> Password:
    """Twenty signs, at least one of each group, from the system's own randomness (about 115 bits)."""
    signs = [secrets.choice(group) for group in _GROUPS]
    signs += [secrets.choice("".join(_GROUPS)) for _ in range(_LENGTH - len(signs))]
    secrets.SystemRandom().shuffle(signs)
    return Password("".join(signs))
