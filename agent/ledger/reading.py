"""Reading the entries: by month, key and authorisation, and what was read of each sheet."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from agent.ledger.months import Mes
from agent.ledger.transaction import Writer
from agent.model.atendimento import Atendimento
from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.errors import LedgerError
from agent.model.lancamento import Chave, Kind, Lancamento, Origem

SENT = frozenset(State) - {State.PENDENTE, State.RECUSADA, State.CANCELADA}


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row of a sheet that was held back, and why (pt-BR). No patient's name, card or value of a cell in it."""

    aba: str
    linha: int
    coluna: str
    motivo: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The last reading of one file: how many rows were read, held back and passed over."""

    arquivo: str
    sha256: str
    lidas: int
    ignoradas: int
    at: str
    rejeitadas: tuple[RejectedRow, ...] = ()


class EntryReader:
    """The read side of the entries; it writes nothing."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def of(self, mes: Mes, *states: State) -> list[Entry]:
        """The month's entries in these states (all when none is named), oldest first."""
        if not states:
            return [as_entry(row) for row in self._writer.rows("entry_of", mes_id=mes.id)]
        rows = [row for state in {*states} for row in self._writer.rows("entry_in", mes_id=mes.id, state=state)]
        return [as_entry(row) for row in sorted(rows, key=lambda row: int(row.id))]

    def get(self, entry_id: int) -> Entry:
        """One entry as it stands now. Raises LedgerError when there is none."""
        row = self._writer.one("entry_get", id=entry_id)
        if row is None:
            raise LedgerError(f"o livro não tem o lançamento {entry_id}")
        return as_entry(row)

    def with_number(self, part: str, *, clinica: str, most: int) -> list[Entry]:
        """The newest entries with `part` (letters, digits, ".", "/", "-") in authorisation, protocolo or movimento.

        Of one clinic, or of all where `clinica` is "".
        """
        rows = self._writer.rows("entry_found", part=f"%{part.lower()}%", clinica=clinica, most=most)
        return [self.get(int(row.id)) for row in rows]

    def with_key(self, clinica: str, portal: str, chave: Chave) -> list[Entry]:
        """The entries of one key, in all months."""
        same = self.by_authorization(clinica, portal, chave.numero_autorizacao)
        return [entry for entry in same if entry.lancamento.chave == chave]

    def by_authorization(self, clinica: str, portal: str, numero: str) -> list[Entry]:
        """The entries of one authorisation, in all months."""
        values = {"clinica": clinica, "portal": portal, "numero_autorizacao": numero}
        return [as_entry(row) for row in self._writer.rows("entry_by_authorization", **values)]

    def named(self, number: str) -> list[Entry]:
        """The entries whose authorisation, protocolo, conta or lote has this number, in all months."""
        return [as_entry(row) for row in self._writer.rows("entry_named", number=number)] if number else []

    def elsewhere(self, mes: Mes) -> list[Entry]:
        """What other months of the same clinic hold on the same portal, may hold there, or are yet to send."""
        values = {"clinica": mes.clinica, "portal": mes.portal, "mes_id": mes.id}
        return [as_entry(row) for row in self._writer.rows("entry_elsewhere", **values)]

    def unasked(self, mes: Mes) -> list[Entry]:
        """What stands on the portal of the month although no sheet holds it any more."""
        return [as_entry(row) for row in self._writer.rows("entry_unasked", mes_id=mes.id)]

    def files(self, mes: Mes) -> dict[int, set[str]]:
        """The files that hold each entry of the month; none of an entry that no file holds any more."""
        files: dict[int, set[str]] = defaultdict(set)
        for entry_id, arquivo in self._writer.rows("origem_of", mes_id=mes.id):
            files[entry_id].add(arquivo)
        return dict(files)

    def readings(self, mes: Mes) -> list[Reading]:
        """The last reading of each file of the month, by file name."""
        return [
            Reading(
                *(row.arquivo, row.sha256, row.lidas, row.ignoradas, row.at),
                tuple(RejectedRow(*each) for each in self._writer.rows("reading_rows", reading_id=row.id)),
            )
            for row in self._writer.rows("reading_latest", mes_id=mes.id)
        ]


@lru_cache(maxsize=2048)
def as_entry(row: Any) -> Entry:
    """A row of the view `entry` as the model's Entry. A person who was erased is blank.

    Remembered by the whole row: a run reads its month over and over, and little of it changes in between.
    """
    return Entry(
        id=row.id,
        mes_id=row.mes_id,
        lancamento=_lancamento(row),
        state=State(row.state),
        movimento=row.movimento,
        protocolo=row.protocolo,
        valor_lancado=row.valor_lancado,
        motivo=row.motivo,
    )


def _lancamento(row: Any) -> Lancamento:
    # Validated when it was imported: building it again row by row would cost more than reading it.
    return Lancamento.model_construct(
        clinica=row.clinica,
        portal=row.portal,
        kind=Kind(row.kind),
        competencia=Competencia.read(row.competencia),
        numero_autorizacao=row.numero_autorizacao,
        codigo_procedimento=row.codigo_procedimento,
        data=date.fromisoformat(row.data),
        quantidade=row.quantidade,
        valor_informado=row.valor_informado,
        dente=row.dente,
        faces=row.faces,
        ocorrencia=row.ocorrencia,
        beneficiario=row.beneficiario or "",
        numero_carteira=row.numero_carteira or "",
        codigo_conselho=row.codigo_conselho,
        profissional=row.profissional,
        observacao=row.observacao or "",
        atendimento=Atendimento.read(row.atendimento or ""),
        origem=Origem.model_construct(arquivo=row.arquivo, aba=row.aba, linha=row.linha),
    )
