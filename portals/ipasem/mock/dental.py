"""Pure: teeth and faces as IPASEM's dental form takes, shows and records them."""

from __future__ import annotations

FACES = {
    "OCLUSAL": "O",
    "MESIAL": "M",
    "PALATINA": "P",
    "LINGUAL": "L",
    "VESTIBULAR": "V",
    "INCISAL": "I",
    "DISTAL": "D",
}
LABELS = {
    "data": "Data de Atendimento",
    "codigo": "Código do procedimento",
    "dente": "Código do dente",
    "faces": "Selecionar Face",
    "observacao": "Observação",
    "valor": "Valor de Procedimento",
}
TEETH = frozenset(f"{quadrant}{tooth}" for quadrant in range(1, 9) for tooth in range(1, 10 if quadrant < 5 else 6))


def check_tooth(dente: str, faces: str) -> str | None:
    """What is wrong with a typed Código do dente; a face needs a tooth."""
    if not dente:
        return f"{LABELS['dente']} não pode ficar em branco." if faces else None
    return None if dente in TEETH else f"{LABELS['dente']} é inválido."


def letters(chosen: str) -> str | None:
    """The letters of the chosen faces ("OCLUSAL,MESIAL"), sorted; None where one is not a face."""
    names = [name for name in chosen.split(",") if name]
    if any(name not in FACES for name in names):
        return None
    return "".join(sorted({FACES[name] for name in names}))


def names(faces: str) -> str:
    """The chosen faces as the form holds them, from their letters."""
    return ",".join(name for name, letter in FACES.items() if letter in faces)
