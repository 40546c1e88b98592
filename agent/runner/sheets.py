"""The clinic's spreadsheets into the ledger: each row to its portal and month, each rejected row with its cell."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from agent.ledger.imports import Import
from agent.ledger.months import Mes
from agent.ledger.reading import RejectedRow
from agent.model.atendimento import Atendimento
from agent.model.competencia import Competencia
from agent.model.counted import counted
from agent.model.entry import Entry, State
from agent.model.errors import InputError
from agent.model.lancamento import Chave, Lancamento
from agent.runner.desk import Desk
from agent.runner.sessions import over_authorised
from agent.runner.told_apart import told_apart
from mappings.sheet import load_mapping
from spreadsheets.reading.leitura import Item, Leitura, LinhaRejeitada
from spreadsheets.reading.read import read_planilha

_NO_FILE = hashlib.sha256(b"").hexdigest()
_VIAS = {"Única": "1", "Mesma via": "2", "Diferentes vias": "3"}
_SERVICE = ("quantidade", "valor_informado", "beneficiario", "numero_carteira", "codigo_conselho")
_MARKS = ("hora_inicial", "grau_participacao")


@dataclass(frozen=True, slots=True)
class SheetsRead:
    """What the sheets of a month say: their names and hashes, and what the ledger made of them."""

    sheets: tuple[tuple[str, str], ...]
    avisos: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one file asks for in a month: each service as the first file that asks for it says, and what is held."""

    leitura: Leitura
    mine: tuple[Lancamento, ...]
    held: tuple[Lancamento, ...]
    rejected: tuple[RejectedRow, ...]


def read_sheets(desk: Desk, clinica: str, competencia: Competencia) -> list[Leitura]:
    """Read every spreadsheet of the clinic. What a sheet says of portal and month wins; where it is silent, the only
    portal of the clinic and the month asked for. Raises the InputError of the first file that cannot be read.
    """
    file = desk.office.mapeamento(clinica)
    read = partial(
        read_planilha,
        clinica=clinica,
        mapping=load_mapping(file) if file else None,
        today=desk.office.today(desk.clock()),
    )
    paths = desk.office.planilhas(clinica)
    _refuse_namesakes(paths, clinica)
    accesses = [str(portal) for portal in desk.office.clinica(clinica).acessos]
    only = accesses[0] if len(accesses) == 1 else None
    return [_read_one(read, path, only, competencia) for path in paths]


def _refuse_namesakes(paths: Sequence[Path], clinica: str) -> None:
    """A file is known by its name: of two of one name, each would be taken for a new version of the other."""
    places: dict[str, Path] = {}
    for path in paths:
        other = places.setdefault(path.name, path)
        if other != path:
            raise InputError(
                f'há duas planilhas com o nome "{path.name}": em {other.parent} e em {path.parent}',
                where=f"clinicas.{clinica}.planilhas",
                do="Nada foi lido. Dê outro nome a uma delas, ou retire a que não vale.",
            )


def _read_one(read: Callable[..., Leitura], path: Path, only: str | None, competencia: Competencia) -> Leitura:
    leitura = read(path, portal=None, competencia=None)
    asked = {question.code for question in leitura.questions}
    if not asked & {"portal", "competencia"}:
        return leitura
    return read(
        path,
        portal=only if "portal" in asked else None,
        competencia=competencia if "competencia" in asked else None,
    )


def import_sheets(desk: Desk, mes: Mes, leituras: Sequence[Leitura]) -> SheetsRead:
    """Bring the month in line with the readings; the same sheets twice change nothing."""
    sheets, avisos = [], []
    asked = asked_of(leituras, mes, desk.ledger.entries.of(mes))
    first = {e.chave: e for e in services(asked)}
    for each in asked:
        leitura = each.leitura
        rows = {(row.aba, row.linha) for row in each.rejected}
        done = desk.ledger.entries.import_(
            mes,
            each.mine,
            arquivo=leitura.arquivo,
            sha256=leitura.sha256,
            lidas=len(each.mine) + len(rows),
            rejeitadas=each.rejected,
            ignoradas=len(leitura.ignoradas),
            elsewhere={e.chave for other in asked if other is not each for e in other.mine},
        )
        sheets.append((leitura.arquivo, leitura.sha256))
        avisos += [*_held_back(leitura, len(rows)), *_repeated(first, each.mine), *_after_launch(done)]
    avisos += _let_go(desk, mes, {name for name, _ in sheets})
    return SheetsRead(tuple(sheets), tuple(avisos))


def asked_of(leituras: Sequence[Leitura], mes: Mes, known: Sequence[Entry]) -> list[Asked]:
    """What each file that says anything of the month asks for there; `known` are the month's entries."""
    first: dict[Chave, Lancamento] = {}
    found = []
    for leitura in leituras:
        too_many = over_authorised(leitura.itens, mes)
        of_mes = [item for item in leitura.itens if _is_of(item.lancamento, mes)]
        sure, doubtful = told_apart([whole(item) for item in of_mes if item not in too_many], known)
        mine, contradicting = [], []
        for e in sure:
            before = first.setdefault(e.chave, e)
            if _contradicts(before, e):
                contradicting.append(e)
            else:
                mine.append(before.model_copy(update={"origem": e.origem}))
        rejected = [*dict.fromkeys(too_many.values()), *(_for_the_ledger(row) for row in _rejected(leitura, mes))]
        rejected += [_contradiction(first[e.chave], e) for e in contradicting]
        rejected += [_hour_in_doubt(e) for e in doubtful]
        held = (*(item.lancamento for item in too_many), *contradicting, *doubtful)
        if mine or rejected:
            found.append(Asked(leitura, tuple(mine), held, tuple(rejected)))
    return found


def services(asked: Iterable[Asked]) -> tuple[Lancamento, ...]:
    """Each service that the files of a month ask for, once, where the first of them has it."""
    first: dict[Chave, Lancamento] = {}
    for each in asked:
        for e in each.mine:
            first.setdefault(e.chave, e)
    return tuple(first.values())


def _is_of(asked: Lancamento, mes: Mes) -> bool:
    return (asked.portal, asked.competencia) == (mes.portal, mes.competencia)


def whole(item: Item) -> Lancamento:
    """The entry with what the sheet says beyond it, in the codes of TISS."""
    said = item.complemento
    given = Atendimento(
        hora_inicial=said.hora_inicial,
        hora_final=said.hora_final,
        grau_participacao=said.grau_participacao,
        via_acesso=_VIAS.get(said.via_acesso, ""),
        cids=said.cids,
    )
    return item.lancamento.model_copy(update={"atendimento": given})


def _let_go(desk: Desk, mes: Mes, present: set[str]) -> list[str]:
    """A file that is no longer there, or says nothing of the month now, holds no entry any more.

    Its unsent ones leave the plan, but for those that stand in another file (it was renamed, or was a copy). Where all
    of it was sent and nothing stands elsewhere it was put away, and is left as it was.
    """
    avisos = []
    entries, files = desk.ledger.entries.of(mes), desk.ledger.entries.files(mes)
    for reading in desk.ledger.entries.readings(mes):
        if reading.arquivo in present:
            continue
        theirs = [e for e in entries if e.state is not State.CANCELADA and _holds(reading.arquivo, e, files)]
        elsewhere = [e for e in theirs if files.get(e.id, set()) & present]
        sent = [e for e in theirs if e.state not in (State.PENDENTE, State.RECUSADA)]
        if not elsewhere and len(sent) == len(theirs):
            continue
        only_here = sum(e not in elsewhere for e in sent)
        done = desk.ledger.entries.import_(
            mes, (), arquivo=reading.arquivo, sha256=_NO_FILE, lidas=only_here, rejeitadas=(), ignoradas=0
        )
        if done.gone:
            gone = counted(done.gone, "lançamento saiu", "lançamentos saíram")
            avisos.append(f"{reading.arquivo}: não está mais entre as planilhas; {gone} do plano")
        avisos += _after_launch(done)
    return avisos


def _holds(arquivo: str, entry: Entry, files: Mapping[int, set[str]]) -> bool:
    return arquivo in files.get(entry.id, set()) or entry.lancamento.origem.arquivo == arquivo


def _rejected(leitura: Leitura, mes: Mes) -> list[LinhaRejeitada]:
    return [row for row in leitura.rejeitadas if _portal_of(leitura, row, mes.portal) == mes.portal]


def waiting_rows(leituras: Sequence[Leitura], mes: Mes) -> dict[str, str]:
    """Authorisations of which the month's sheets hold a row back, each with that row's place."""
    return {
        row.numero_autorizacao: f"{row.aba or leitura.arquivo}!{row.linha}"
        for leitura in leituras
        for row in _rejected(leitura, mes)
        if row.numero_autorizacao
    }


def _contradicts(known: Lancamento, asked: Lancamento) -> bool:
    """Whether another file says something else of the same service, or names another hour or degree."""
    ours, theirs = ([getattr(e.atendimento, name) for name in _MARKS] for e in (known, asked))
    return any(getattr(known, name) != getattr(asked, name) for name in _SERVICE) or any(
        a and b and a != b for a, b in zip(ours, theirs, strict=True)
    )


def _hour_in_doubt(asked: Lancamento) -> RejectedRow:
    return RejectedRow(
        aba=asked.origem.aba,
        linha=asked.origem.linha,
        coluna="hora",
        motivo="mesma autorização, código e data de um lançamento já enviado, em outro horário ou grau, e não se sabe "
        "qual linha é ele. Confirme com a clínica; deixe o que foi enviado como estava, ou corrija-o no portal.",
    )


def _contradiction(known: Lancamento, asked: Lancamento) -> RejectedRow:
    place = f"{known.origem.arquivo}, linha {known.origem.linha}"
    return RejectedRow(
        aba=asked.origem.aba,
        linha=asked.origem.linha,
        coluna="linha",
        motivo=f"mesma autorização, código e data de {place}, com outros dados. Confirme com a clínica qual vale.",
    )


def _repeated(first: Mapping[Chave, Lancamento], mine: Sequence[Lancamento]) -> list[str]:
    """Rows that stand in two files alike: launched once."""
    twice = [e for e in mine if first[e.chave].origem.arquivo != e.origem.arquivo]
    return [f"{e.origem}: repete {first[e.chave].origem.arquivo}; será lançada uma vez só" for e in twice]


def sheet_hashes(leituras: Sequence[Leitura], mes: Mes) -> tuple[tuple[str, str], ...]:
    """The sheets that speak of the month, with their hashes, without touching the ledger."""
    return tuple(
        (leitura.arquivo, leitura.sha256)
        for leitura in leituras
        if any((e.portal, e.competencia) == (mes.portal, mes.competencia) for e in leitura.lancamentos)
        or _rejected(leitura, mes)
    )


def _portal_of(leitura: Leitura, row: LinhaRejeitada, default: str) -> str:
    """The portal of a rejected row: its table's, where that is known; of tables side by side, the one of its cell."""
    letter = row.celula.rstrip("0123456789")
    tables = [
        table
        for table in leitura.colunas
        if table.aba == row.aba
        and table.linha_cabecalho < row.linha
        and (len(table.bloco), table.bloco) <= (len(letter), letter)
    ]
    return (tables[-1].portal if tables else "") or default


def _for_the_ledger(row: LinhaRejeitada) -> RejectedRow:
    """Cell and reason; not what the cell holds, which may be a patient's."""
    return RejectedRow(aba=row.aba, linha=row.linha, coluna=f"{row.coluna} ({row.celula})", motivo=row.motivo)


def _held_back(leitura: Leitura, rows: int) -> list[str]:
    """What of the file waits for a person."""
    waits = "1 linha espera" if rows == 1 else f"{rows} linhas esperam"
    held = [f"{leitura.arquivo}: {waits} correção; faturista conferir mostra quais"] if rows else []
    return held + [f"{leitura.arquivo}: {question.texto}" for question in leitura.questions]


def _after_launch(done: Import) -> list[str]:
    changed = [
        f"{asked.origem}: mudou na planilha depois de lançada; corrija no portal"
        for _, asked in done.changed_after_launch
    ]
    gone = [f"{entry.lancamento.origem}: saiu da planilha depois de lançada" for entry in done.gone_after_launch]
    return changed + gone
