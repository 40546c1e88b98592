"""A login as the ledger and the saved sessions know it: told apart, but not written down."""

import hashlib

from agent.config.office import Office


def account_of(office: Office, clinica: str, portal: str) -> str:
    """The same for the same user on the same portal, whichever clinic; sixteen hexadecimal digits."""
    user = office.acesso(clinica, portal).usuario
    return hashlib.sha256(f"{portal}\n{user}".encode()).hexdigest()[:16]
