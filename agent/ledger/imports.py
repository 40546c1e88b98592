"""One reading of one file, followed: new rows enter, changed ones change while unsent, vanished ones leave."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from agent.ledger.events import Events, digest
from agent.ledger.months import Mes
from agent.ledger.reading import SENT, EntryReader, Reading, RejectedRow
from agent.ledger.transaction import Writer
from agent.model.entry import Entry, State
from agent.model.lancamento import Chave, Lancamento

_FACTS = ("kind", "quantidade", "valor_informado", "codigo_conselho", "profissional")
_PERSON = ("beneficiario", "numero_carteira", "observacao")


@dataclass(slots=True)
class Import:
    """What an import did. `changed_after_launch` and `gone_after_launch` were left as they are: a person decides.

    `pendentes` are the entries that became pendente, each with the digest of its facts; `canceladas` those that left;
    `places` those that stand in another file, sheet or row now, each with the digest of that.
    """

    new: int = 0
    same: int = 0
    changed: int = 0
    changed_after_launch: list[tuple[Entry, Lancamento]] = field(default_factory=list)
    gone: int = 0
    gone_after_launch: list[Entry] = field(default_factory=list)
    pendentes: list[tuple[int, str]] = field(default_factory=list, compare=False, repr=False)
    canceladas: list[int] = field(default_factory=list, compare=False, repr=False)
    places: list[tuple[int, str]] = field(default_factory=list, compare=False, repr=False)

    @property
    def moved(self) -> bool:
        """Whether anything that a plan is made of changed."""
        return bool(self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one reading of one file said for one month; `elsewhere` are keys that a file read next holds."""

    arquivo: str
    sha256: str
    lidas: int
    ignoradas: int
    rejeitadas: tuple[RejectedRow, ...]
    lancamentos: Sequence[Lancamento]
    elsewhere: Set[Chave] = frozenset()


class Importer:
    """The write side of Entries for what comes from sheets."""

    def __init__(self, writer: Writer, events: Events, entries: EntryReader) -> None:
        self._writer = writer
        self._events = events
        self._entries = entries

    def follow(self, mes: Mes, sheet: Sheet) -> Import:
        """Bring the month in line with the sheet, in one transaction. The same sheet twice changes nothing."""
        _refuse_strays(mes, sheet)
        done = Import()
        with self._writer.transaction("entries.import_") as at:
            now = Reading(sheet.arquivo, sheet.sha256, sheet.lidas, sheet.ignoradas, at, sheet.rejeitadas)
            last = next((r for r in self._entries.readings(mes) if r.arquivo == sheet.arquivo), None)
            again = last is not None and _same_reading(last, now)
            files = self._entries.files(mes)
            known = {entry.lancamento.chave: entry for entry in self._entries.of(mes)}
            for asked in sheet.lancamentos:
                entry = known.pop(asked.chave, None)
                entry_id = self._enter(mes, asked, done) if entry is None else entry.id
                if sheet.arquivo not in files.get(entry_id, ()):
                    values = {"lancamento_id": entry_id, "mes_id": mes.id, "arquivo": sheet.arquivo}
                    self._writer.change("origem_add", **values)
                if entry is not None:
                    # Two files that hold an entry do not draw it to and fro each time they are read as they were.
                    stays = again and entry.lancamento.origem.arquivo in files.get(entry_id, set()) - {sheet.arquivo}
                    self._follow_row(asked, entry, done, stays=stays)
            for entry in known.values():
                self._leave(entry, sheet, files.get(entry.id, set()), done)
            if not again or done.moved or done.places:
                self._record(mes, now, done)
        return done

    def _enter(self, mes: Mes, asked: Lancamento, done: Import) -> int:
        entry_id = self._writer.insert("entry_insert", **row_of(mes.id, asked), state=State.PENDENTE)
        self._put_person(entry_id, asked)
        done.new += 1
        row = row_of(mes.id, asked)
        done.pendentes.append((entry_id, facts_digest(row)))
        done.places.append((entry_id, place_digest(row)))
        return entry_id

    def _follow_row(self, asked: Lancamento, entry: Entry, done: Import, *, stays: bool) -> None:
        """`stays`: where the entry stands is where it stood."""
        differs = _differs(entry.lancamento, asked)
        if entry.state in SENT:
            self._keep_sent(entry, asked, differs, done)
        elif entry.state is State.CANCELADA or differs:
            self._change(entry, asked, done)
        else:
            done.same += 1
        self._place(entry, entry.lancamento if stays else asked, done, moved=entry.state in SENT and differs)

    def _keep_sent(self, entry: Entry, asked: Lancamento, differs: bool, done: Import) -> None:
        if differs:
            done.changed_after_launch.append((entry, asked))
        else:
            done.same += 1
            if not any(getattr(entry.lancamento, name) for name in _PERSON):
                self._put_person(entry.id, asked)

    def _change(self, entry: Entry, asked: Lancamento, done: Import) -> None:
        facts = {name: getattr(asked, name) for name in _FACTS}
        self._writer.move("entry_change", what=str(asked.origem), id=entry.id, state=entry.state, **facts)
        self._put_person(entry.id, asked)
        done.pendentes.append((entry.id, facts_digest(row_of(entry.mes_id, asked))))
        if entry.state is State.CANCELADA:
            done.new += 1
        else:
            done.changed += 1

    def _leave(self, entry: Entry, sheet: Sheet, files: set[str], done: Import) -> None:
        arquivo = sheet.arquivo
        if arquivo in files:
            self._writer.change("origem_drop", lancamento_id=entry.id, arquivo=arquivo)
        elif entry.lancamento.origem.arquivo != arquivo:
            return
        if files - {arquivo} or entry.lancamento.chave in sheet.elsewhere:
            return
        if entry.state in SENT:
            done.gone_after_launch.append(entry)
        elif entry.state is not State.CANCELADA:
            values = {"before": entry.state, "after": State.CANCELADA, "motivo": "saiu da planilha"}
            self._writer.move("entry_move", what=str(entry.lancamento.origem), id=entry.id, **values)
            done.gone += 1
            done.canceladas.append(entry.id)

    def _place(self, entry: Entry, there: Lancamento, done: Import, *, moved: bool) -> None:
        o = there.origem
        if o != entry.lancamento.origem or moved != bool(self._writer.one("entry_moved", id=entry.id)):
            values = {"arquivo": o.arquivo, "aba": o.aba, "linha": o.linha, "moved": int(moved)}
            self._writer.change("entry_place", id=entry.id, **values)
        if o != entry.lancamento.origem:
            done.places.append((entry.id, place_digest(row_of(entry.mes_id, there))))

    def _put_person(self, entry_id: int, asked: Lancamento) -> None:
        self._writer.change("pessoa_put", lancamento_id=entry_id, **{n: getattr(asked, n) for n in _PERSON})
        self._writer.change("atendimento_put", lancamento_id=entry_id, atendimento=asked.atendimento.written)

    def _record(self, mes: Mes, now: Reading, done: Import) -> None:
        """Keep the reading, count the version up and tell it."""
        reading_id = self._writer.insert(
            "reading_insert",
            mes_id=mes.id,
            arquivo=now.arquivo,
            sha256=now.sha256,
            lidas=now.lidas,
            ignoradas=now.ignoradas,
            at=now.at,
        )
        for no, row in enumerate(now.rejeitadas, start=1):
            values = {"aba": row.aba, "linha": row.linha, "coluna": row.coluna, "motivo": row.motivo}
            self._writer.change("reading_rejected", reading_id=reading_id, no=no, **values)
        self._writer.change("month_bump", id=mes.id)
        body = {"sha256": now.sha256, "new": done.new, "changed": done.changed, "gone": done.gone}
        body |= {"pendentes": done.pendentes, "canceladas": done.canceladas, "places": done.places}
        self._events.append(now.at, "planilha.lida", "reading", reading_id, body, mes_id=mes.id)


def row_of(mes_id: int, asked: Lancamento) -> dict[str, object]:
    """The columns of `lancamento` that a sheet fills."""
    chave, origem = asked.chave, asked.origem
    return {
        **chave._asdict(),
        "data": chave.data.isoformat(),
        "mes_id": mes_id,
        **{name: getattr(asked, name) for name in _FACTS},
        "arquivo": origem.arquivo,
        "aba": origem.aba,
        "linha": origem.linha,
    }


def facts_digest(row: Mapping[str, object]) -> str:
    """What the sheet said of an entry, as the event that let it in keeps it; where it stood may move."""
    return digest(row[name] for name in (*Chave._fields, *_FACTS))[:16]


def place_digest(row: Mapping[str, object]) -> str:
    """Where an entry stands: file, sheet and row. Clinics name sheets as they like, so no event tells the names."""
    return digest(row[name] for name in ("arquivo", "aba", "linha"))[:16]


def _differs(known: Lancamento, asked: Lancamento) -> bool:
    """Whether the sheet says something else now. A person who was erased, or is not known yet, differs from nobody."""
    names = _FACTS + ((*_PERSON, "atendimento") if any(getattr(known, name) for name in _PERSON) else ())
    return any(getattr(known, name) != getattr(asked, name) for name in names)


def _same_reading(last: Reading, now: Reading) -> bool:
    return (last.sha256, last.lidas, last.ignoradas, last.rejeitadas) == (
        *(now.sha256, now.lidas, now.ignoradas, now.rejeitadas),
    )


def _refuse_strays(mes: Mes, sheet: Sheet) -> None:
    """A row of another month or clinic, or the same key twice, is the caller's mistake, not the sheet's."""
    home = (mes.clinica, mes.portal, mes.competencia)
    keys: Counter[Chave] = Counter(lancamento.chave for lancamento in sheet.lancamentos)
    for asked in sheet.lancamentos:
        if (asked.clinica, asked.portal, asked.competencia) != home:
            raise ValueError(f"{asked.origem} is not of {home}")
        if keys[asked.chave] > 1:
            raise ValueError(f"{asked.origem} repeats a key without counting its ocorrencia")
