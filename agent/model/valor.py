"""Money: an integer number of centavos inside, pt-BR text at the edges; never a float."""

import re
from decimal import Decimal

Centavos = int

_PLAIN = re.compile(r"(?P<sign>-)?(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<cents>\d{1,2}))?")


def read_valor(text: str) -> Centavos:
    """Read a pt-BR amount as a portal prints it ("R$ 1.234,56", "65,00", "24") into centavos.

    Raises ValueError, with the text, on anything else: a portal's figure is never guessed.
    """
    bare = text.replace("\u00a0", " ").strip().removeprefix("R$").strip()
    match = _PLAIN.fullmatch(bare)
    if match is None:
        raise ValueError(f"não é um valor em reais: {text!r}")
    whole = int(match["whole"].replace(".", ""))
    cents = int((match["cents"] or "0").ljust(2, "0"))
    return (-1 if match["sign"] else 1) * (whole * 100 + cents)


def write_valor(centavos: Centavos, *, symbol: bool = False) -> str:
    """Centavos as pt-BR text: 123456 gives "1.234,56"; with `symbol`, "R$ 1.234,56"."""
    sign = "-" if centavos < 0 else ""
    whole, cents = divmod(abs(centavos), 100)
    currency = "R$ " if symbol else ""
    return f"{sign}{currency}{whole:,}".replace(",", ".") + f",{cents:02d}"


def as_decimal(centavos: Centavos) -> Decimal:
    """Centavos as reais for a workbook's number cell: 6500 gives Decimal("65.00")."""
    return Decimal(centavos).scaleb(-2)
