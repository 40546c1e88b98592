"""What a file of some clinics on some portals is called, so that a narrower one never takes a wider one's place."""

import hashlib
from collections.abc import Collection, Sequence

WHOLE_OFFICE = "escritorio"
_LONGEST = 80

Pairs = Sequence[tuple[str, str]]


def scope_name(pairs: Pairs, accesses: Pairs) -> str:
    """The clinics (or WHOLE_OFFICE), and the portals too where these clinics have more of them. `accesses` are all."""
    clinics = list(dict.fromkeys(clinica for clinica, _ in pairs))
    every = {clinica for clinica, _ in accesses}
    who = WHOLE_OFFICE if len(every) > 1 and every == set(clinics) else _joined(clinics)
    whole = {pair for pair in accesses if pair[0] in clinics}
    portals = () if whole <= set(pairs) else sorted({portal for _, portal in pairs})
    return "-".join((who, *portals))


def _joined(clinics: Collection[str]) -> str:
    """All of them, or how many and which by a digest where a file's name would be too long."""
    name = "+".join(sorted(clinics))
    if len(name) <= _LONGEST:
        return name
    return f"{len(clinics)}-clinicas-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
