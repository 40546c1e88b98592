"""Whom return lines are about, where no entry says what they say: kept apart from the lines, and erased like pessoa."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from agent.ledger.months import Mes
from agent.ledger.transaction import Writer
from agent.model.demonstrativo import LinhaRetorno


@dataclass(frozen=True, slots=True)
class Shown:
    """A name and a card number as their source writes them, "" where it shows none. Its repr tells neither."""

    beneficiario: str = field(default="", repr=False)
    numero_carteira: str = field(default="", repr=False)


class People:
    """Whom lines and entries are about, as far as the ledger still knows it."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def keep(self, mes: Mes, lines: Iterable[tuple[str, LinhaRetorno]]) -> None:
        """Within a transaction: whom these new lines, by fingerprint, are about.

        Of a line that an entry of the account repeats nothing is kept: no more than what a person may need to judge.
        """
        home = {"clinica": mes.clinica, "portal": mes.portal}
        people = [
            {**home, "fingerprint": mark, "beneficiario": each.beneficiario, "numero_carteira": each.numero_carteira}
            for mark, each in lines
            if each.beneficiario or each.numero_carteira
        ]
        self._writer.change_each("line_person_put", people)

    def of_entry(self, entry_id: int) -> Shown | None:
        """Whom an entry is about; None where the person was erased."""
        row = self._writer.one("entry_person", lancamento_id=entry_id)
        return Shown(*row) if row else None
