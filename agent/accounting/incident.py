"""What personal data the office's runs of a period touched: for an incident report, without names unless asked."""

import csv
import hashlib
import hmac
import io
import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from agent.accounting.auditing import end_of
from agent.accounting.dossie import Made, render, zipped
from agent.config.office import Office
from agent.ledger.events import Event
from agent.ledger.months import Mes
from agent.ledger.sharing import Shared
from agent.ledger.store import Ledger
from agent.ledger.transaction import stamp
from agent.model.entry import Entry
from agent.vault.private_file import write_private

_WHOLE_MONTH = ("planilha.lida", "retorno.lido", "mes.fechada", "mes.reaberta", "removal.intent")
_ALWAYS = ("autorização", "código do procedimento", "data do atendimento", "valor")


@dataclass(frozen=True, slots=True)
class Period:
    """Both days belong to it, on the office's calendar. `clinicas`: only these; () all, for the office's own use.

    `nomes`: persons by name instead of a pseudonym.
    """

    desde: date
    ate: date
    destinatario: str
    motivo: str
    who: str
    clinicas: tuple[str, ...] = ()
    nomes: bool = False


@dataclass(slots=True)
class Touched:
    """One clinic's month on one portal: the entries touched, by which acts, and the pieces of evidence taken of it.

    `readings`: how often the portal's record was read, which shows every row of the month.
    """

    mes: Mes
    entries: set[int] = field(default_factory=set)
    acts: Counter[str] = field(default_factory=Counter)
    screens: int = 0
    readings: int = 0
    actors: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Person:
    """One person: `who` a pseudonym of this report alone, or the name; in how many entries, and which kinds of data."""

    who: str
    clinica: str
    portal: str
    entries: int
    dados: tuple[str, ...]


def touched(events: Iterable[Event], months: dict[int, Mes], readings: Counter[int]) -> list[Touched]:
    """Pure: the months that these events (or readings) touched, with the entries they name."""
    found: dict[int, Touched] = {}
    for event in events:
        if event.mes_id is None:
            continue
        here = found.setdefault(event.mes_id, Touched(months[event.mes_id]))
        here.acts[event.kind] += 1
        here.actors.add(event.actor)
        here.screens += event.kind == "evidencia.guardada"
        here.entries |= _named(event)
    for mes_id, count in readings.items():
        found.setdefault(mes_id, Touched(months[mes_id])).readings = count
    return sorted(found.values(), key=lambda each: (each.mes.clinica, each.mes.portal, each.mes.competencia))


def make_incident(office: Office, ledger: Ledger, period: Period, now: datetime) -> Made:
    """Pack the report into the office's output folder and record who gets it and why."""
    since, until = _stamps(office, period)
    events = [event for event in ledger.events.until(until) if event.at >= since]
    months = {mes.id: mes for mes in ledger.months.all()}
    names = {slug: clinica.nome for slug, clinica in office.settings.clinicas.items()}
    names = {mes.clinica: mes.clinica for mes in months.values()} | names
    readings = Counter(use.mes_id for use in ledger.purges.readings() if since <= use.at <= until)
    found = [each for each in touched(events, months, readings) if each.mes.clinica in (period.clinicas or names)]
    people, erased = people_of(ledger, found, nomes=period.nomes)
    contents = {
        "indice.html": render(
            "incidente.html",
            office,
            period=period,
            touched=found,
            people=people,
            erased=erased,
            machines=machines_of(events),
            quando=now.isoformat(),
            ancora=ledger.checks.anchor(),
            nomes=names,
        ),
        "pessoas.csv": _csv(people),
    }
    packed = zipped(contents)
    sha, count = hashlib.sha256(packed).hexdigest(), sum(len(each.entries) for each in found)
    scope = f"incidente de {period.desde:%d/%m/%Y} a {period.ate:%d/%m/%Y}"
    shared = Shared(period.destinatario, period.motivo, scope, sha, count)
    ledger.sharing.given(shared, [each.mes.id for each in found], period.who)
    path = office.saida / f"incidente-{period.desde:%Y%m%d}-{period.ate:%Y%m%d}-{now:%Y%m%d-%H%M%S}.zip"
    write_private(path, packed)
    return Made(path, sha, count, 0, 0)


def people_of(ledger: Ledger, found: Sequence[Touched], *, nomes: bool) -> tuple[list[Person], int]:
    """The persons of the entries touched, and how many entries name nobody any more. Where the portal's record was
    read, or a whole month's file, every entry of the month counts.
    """
    key, erased = secrets.token_bytes(32), 0
    groups: dict[tuple[str, str, str], list[Entry]] = {}
    for each in found:
        whole = each.readings or any(each.acts[kind] for kind in _WHOLE_MONTH)
        entries = [e for e in ledger.entries.of(each.mes) if whole or e.id in each.entries]
        each.entries |= {entry.id for entry in entries}
        for entry in entries:
            asked = entry.lancamento
            if not (asked.beneficiario or asked.numero_carteira):
                erased += 1
                continue
            ident = asked.numero_carteira or asked.beneficiario.casefold()
            who = asked.beneficiario if nomes else _pseudonym(key, each.mes.portal, ident)
            groups.setdefault((each.mes.clinica, each.mes.portal, who), []).append(entry)
    return [_person(group, entries) for group, entries in sorted(groups.items())], erased


def machines_of(events: Iterable[Event]) -> list[str]:
    """The processes (machine:number) that took a login in the period."""
    return sorted({str(event.body["owner"]) for event in events if event.kind == "lease.taken"})


def _named(event: Event) -> set[int]:
    body = event.body
    if event.entity == "lancamento":
        return {event.entity_id}
    listed = [number for number, _ in body.get("pendentes", ())] if event.kind == "planilha.lida" else []
    entries = body.get("entries", ())
    return {*listed, *body.get("canceladas", ()), *(entries if isinstance(entries, list) else ())}


def _pseudonym(key: bytes, portal: str, ident: str) -> str:
    return f"P-{hmac.new(key, f'{portal}/{ident}'.encode(), hashlib.sha256).hexdigest()[:10]}"


def _person(group: tuple[str, str, str], entries: Sequence[Entry]) -> Person:
    clinica, portal, who = group
    asked = [entry.lancamento for entry in entries]
    own = {
        "nome": any(each.beneficiario for each in asked),
        "carteira": any(each.numero_carteira for each in asked),
        "observação": any(each.observacao for each in asked),
    }
    return Person(who, clinica, portal, len(entries), (*(name for name, held in own.items() if held), *_ALWAYS))


def _csv(people: Sequence[Person]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(("pessoa", "clinica", "portal", "lancamentos", "dados"))
    for person in people:
        row = (person.who, person.clinica, person.portal, person.entries, ", ".join(person.dados))
        writer.writerow([f"'{cell}" if str(cell)[:1] in "=+-@" else cell for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _stamps(office: Office, period: Period) -> tuple[str, str]:
    """The first and the last moment of the period, as the ledger stores times."""
    zone = office.settings.escritorio.fuso
    midnight = datetime.combine(period.desde, time(), ZoneInfo(zone))
    return stamp(midnight), end_of(period.ate, zone)
