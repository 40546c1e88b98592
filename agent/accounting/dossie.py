"""What is handed to an insurer or a clinic: entries with their history and proofs, packed with their hashes."""

import gzip
import hashlib
import io
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

from jinja2 import Environment, StrictUndefined

from agent.accounting.story import Moment, story_of
from agent.config.office import Office
from agent.ledger.months import Mes
from agent.ledger.sharing import Shared
from agent.ledger.store import Ledger
from agent.ledger.trail import Proof
from agent.model.data import write_data
from agent.model.entry import Entry, State
from agent.model.errors import EvidenceAltered, EvidenceClosed, EvidenceGone, InputError
from agent.model.valor import Centavos, write_valor
from agent.vault.private_file import write_private

_STILL = (
    b"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
    b" img-src data:; form-action 'none'\">"
)
_STATES = {
    State.PENDENTE: "não enviado",
    State.ENVIANDO: "em envio",
    State.INCERTA: "enviado sem resposta, a conferir no portal",
    State.LANCADA: "lançado",
    State.RECUSADA: "recusado",
    State.FECHADA: "lançado, mês fechado",
    State.RETORNADA: "com retorno",
    State.QUITADA: "com retorno, sem pendência",
    State.CANCELADA: "cancelado",
}
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what, for whom and why. `numero`: only entries of this authorisation; "" all. `nomes`: patients by name."""

    months: Sequence[Mes]
    destinatario: str
    motivo: str
    who: str
    numero: str = ""
    nomes: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry with what happened to it and the numbers of its proofs."""

    entry: Entry
    mes: Mes
    story: Sequence[Moment]
    provas: Sequence[int]


@dataclass(frozen=True, slots=True)
class Prova:
    """One proof: `numero` in the index, `file` within the pack ("" where it is not there, and `why`)."""

    numero: int
    proof: Proof
    file: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """Where the pack is, its SHA-256, and how much is in it; `missing` counts the proofs that could not be put in."""

    path: Path
    sha256: str
    entries: int
    proofs: int
    missing: int


def make_dossie(office: Office, ledger: Ledger, asked: Asked, now: datetime) -> Made:
    """Pack it into the office's output folder and record who gets it and why.

    Raises InputError where nothing is in scope.
    """
    contents: dict[str, bytes] = {}
    provas = {proof.sha256: proof for mes in asked.months for proof in _proofs(ledger, mes, asked)}
    listed = [_packed(ledger, number, proof, contents) for number, proof in enumerate(provas.values(), start=1)]
    items = list(_items(ledger, asked, {each.proof.sha256: each.numero for each in listed}))
    if not items:
        raise InputError("não há lançamento nesse recorte.", where="dossie", do="Confira clínica, portal e mês.")
    contents["indice.html"] = render(
        "dossie.html",
        office,
        asked=asked,
        items=items,
        provas=listed,
        nomes={slug: clinica.nome for slug, clinica in office.settings.clinicas.items()},
        quando=now.isoformat(),
        ancora=ledger.checks.anchor(),
        eventos=ledger.events.end(),
    )
    packed = zipped(contents)
    sha = hashlib.sha256(packed).hexdigest()
    scope = scope_text(asked.months, asked.numero)
    shared = Shared(asked.destinatario, asked.motivo, scope, sha, len(items))
    ledger.sharing.given(shared, [mes.id for mes in asked.months], asked.who)
    name = "-".join(_WORD.findall(asked.destinatario.lower()))[:30] or "destinatario"
    path = office.saida / f"dossie-{name}-{now:%Y%m%d-%H%M%S}.zip"
    write_private(path, packed)
    return Made(path, sha, len(items), len(listed), sum(not each.file for each in listed))


def scope_text(months: Sequence[Mes], numero: str) -> str:
    """Which months (pt-BR), and the authorisation."""
    told = "; ".join(f"{mes.clinica}, {mes.portal}, {mes.competencia}" for mes in months)
    return f"{told}; autorização {numero}" if numero else told


def zipped(contents: dict[str, bytes]) -> bytes:
    """A zip of these files and of their hashes (resumos.txt, as sha256sum reads it). Names are ours, never typed."""
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(contents.items()))
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name, content in sorted({**contents, "resumos.txt": sums.encode()}.items()):
            file.writestr(name, content)
    return packed.getvalue()


def render(name: str, office: Office, **values: object) -> bytes:
    """A page of this room's own templates, for print; nothing in it acts."""
    zone = ZoneInfo(office.settings.escritorio.fuso)

    def hora(text: str) -> str:
        return f"{datetime.fromisoformat(text).astimezone(zone):%d/%m/%Y %H:%M}"

    def reais(valor: Centavos) -> str:
        return write_valor(valor, symbol=True)

    filters: dict[str, Callable[..., str]] = {
        "reais": reais,
        "dia": write_data,
        "hora": hora,
        "situacao": _STATES.__getitem__,
    }
    jinja = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    jinja.filters |= filters
    template = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return jinja.from_string(template).render(office=office, **values).encode()


def _wanted(asked: Asked) -> Callable[[Entry], bool]:
    return lambda entry: asked.numero in ("", entry.lancamento.numero_autorizacao)


def _proofs(ledger: Ledger, mes: Mes, asked: Asked) -> Iterator[Proof]:
    """All of the month's; of one authorisation its own screens, the last reading that shows it, and the returns."""
    proofs = ledger.trail.proofs(mes)
    if not asked.numero:
        yield from proofs
        return
    entries = [entry for entry in ledger.entries.of(mes) if _wanted(asked)(entry)]
    ids = {entry.id for entry in entries}
    last = {max(readings) for entry in entries if (readings := ledger.trail.readings_of(entry))}
    for proof in proofs:
        if ids & set(proof.entries) or proof.reading in last or proof.of.startswith("retorno"):
            yield proof


def _packed(ledger: Ledger, number: int, proof: Proof, contents: dict[str, bytes]) -> Prova:
    """A packed page goes in twice: to look at, with everything in it switched off, and as it was kept."""
    try:
        content = ledger.evidence.read(proof.sha256, proof.kind)
    except (EvidenceGone, EvidenceAltered, EvidenceClosed) as error:
        return Prova(number, proof, "", error.what)
    name = f"provas/{number:04d}-{proof.sha256[:12]}"
    kind = "".join(_WORD.findall(proof.kind.removesuffix(".gz")))
    if kind != "html":
        contents[f"{name}.{kind}"] = content
        return Prova(number, proof, f"{name}.{kind}")
    contents[f"originais/{proof.sha256}.{'html.gz' if proof.kind.endswith('.gz') else 'html'}"] = content
    contents[f"{name}.html"] = _STILL + (_unpacked(content) if proof.kind.endswith(".gz") else content)
    return Prova(number, proof, f"{name}.html")


def _unpacked(content: bytes) -> bytes:
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return "A página guardada não pôde ser desempacotada.".encode()


def _items(ledger: Ledger, asked: Asked, numbers: dict[str, int]) -> Iterator[Item]:
    for mes in asked.months:
        events, proofs = ledger.events.all(mes.id), ledger.trail.proofs(mes)
        for entry in filter(_wanted(asked), ledger.entries.of(mes)):
            own = [numbers[p.sha256] for p in proofs if entry.id in p.entries and p.sha256 in numbers]
            yield Item(entry, mes, story_of(entry.id, events), sorted(set(own)))
