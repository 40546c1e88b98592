"""A file that was handed in, read as the plan would read it, and held against the one whose place it takes."""

from dataclasses import dataclass
from pathlib import Path

from agent.accounting.billing import timed
from agent.model.competencia import Competencia
from agent.model.errors import InputError
from agent.model.lancamento import Lancamento
from agent.panel.house import House
from agent.panel.receiving import Recebida, Receiving, inbox
from agent.runner.known_clinic import known_of
from mappings.sheet import SheetMapping, load_mapping
from spreadsheets.checking.forecast import Known, forecast
from spreadsheets.checking.previsao import Previsao
from spreadsheets.proposing.answers import Draft
from spreadsheets.reading.leitura import Leitura
from spreadsheets.reading.read import read_planilha

_SAID = ("quantidade", "valor_informado", "beneficiario", "numero_carteira", "codigo_conselho")


@dataclass(frozen=True, slots=True)
class Mudanca:
    """An entry that the file brings, takes away or says otherwise than the file that it takes the place of."""

    o_que: str
    lancamento: Lancamento


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was read, with the mapping that it was read with."""

    path: Path
    leitura: Leitura
    draft: Draft
    known: Known
    previsoes: tuple[Previsao, ...]


def check(house: House, receiving: Receiving, taken: Recebida) -> Checked:
    """Read the file as the plan would, with the answers that were given here. Raises SheetUnreadable and its like."""
    office = house.office
    file = receiving.mapping(taken) or office.mapeamento(taken.clinica)
    draft = Draft(
        load_mapping(file) if file else SheetMapping(),
        Competencia.read(taken.competencia) if taken.competencia else None,
    )
    path, today = receiving.file(taken), office.today(house.clock())
    leitura = _reading(house, taken.clinica, path, draft)
    known = timed(known_of(office, taken.clinica, draft.mapping, today), office, house.days.off)
    return Checked(path, leitura, draft, known, forecast(leitura, known))


def _reading(house: House, clinica: str, path: Path, draft: Draft) -> Leitura:
    """As the plan reads it: where only the portal is asked and the clinic has one, that one."""
    office = house.office
    accesses = [str(portal) for portal in office.clinica(clinica).acessos]

    def read(portal: str | None) -> Leitura:
        return read_planilha(
            path,
            clinica=clinica,
            portal=portal,
            competencia=draft.competencia,
            mapping=draft.mapping,
            today=office.today(house.clock()),
        )

    leitura = read(None)
    asks_portal = any(question.code == "portal" for question in leitura.questions)
    return read(accesses[0]) if asks_portal and len(accesses) == 1 else leitura


def same_name(house: House, taken: Recebida, draft: Draft) -> Leitura | None:
    """The reading of the file whose place this one takes; None where there is none that can be read."""
    path = inbox(house.office, taken.clinica) / taken.nome
    try:
        return _reading(house, taken.clinica, path, draft) if path.is_file() else None
    except InputError:
        return None


def changes(before: Leitura | None, after: Leitura) -> list[Mudanca]:
    """What is new, gone or told otherwise in `after`; everything is new where there was no file."""
    old = {(e.portal, e.competencia, e.chave): e for e in before.lancamentos} if before else {}
    new = {(e.portal, e.competencia, e.chave): e for e in after.lancamentos}
    return [
        *(Mudanca("novo", entry) for key, entry in new.items() if key not in old),
        *(Mudanca("sai", entry) for key, entry in old.items() if key not in new),
        *(Mudanca("muda", entry) for key, entry in new.items() if key in old and _differs(old[key], entry)),
    ]


def _differs(before: Lancamento, after: Lancamento) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in _SAID)
