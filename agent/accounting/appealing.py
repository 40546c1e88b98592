"""Appeals drafted in one go: a draft for each refused entry, one letter for each month, TISS XML where it is taken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from agent.accounting.appeal_letter import Appealed, Letter, write_letter
from agent.accounting.appeal_xml import Recurso, build_appeal
from agent.accounting.chasing import Chase, to_appeal
from agent.accounting.pack import PORTALS, Scope, gather
from agent.config.office import Office
from agent.model.errors import InputError
from portals.tiss.guias import Contratado
from spreadsheets.writing.report import GroupKey

REASON = "O procedimento foi autorizado, realizado e informado conforme o contrato. Segue a documentação anexa."


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was written for one clinic, insurer and month. `xml` is None where it was not, `porque` says why (pt-BR)."""

    key: GroupKey
    itens: tuple[Appealed, ...]
    carta: Path
    xml: Path | None
    porque: str


def draft(scope: Scope, *, only: Sequence[int] = (), reason: str = REASON, who: str = "") -> list[Drafted]:
    """Draft appeals for what stands refused within its term and has no open round (or just the entries `only`).

    Nothing is sent: a person reads, sends and says so. `who` drafts them.
    """
    chases = [chase for chase in to_appeal(gather(scope, titulo=""), scope.today) if _wanted(chase, only)]
    chases.sort(key=lambda chase: (chase.conta.item.key, chase.conta.id))
    done = []
    for key, group in groupby(chases, key=lambda chase: chase.conta.item.key):
        some = list(group)
        itens = tuple(_drafted(scope, chase, reason, who) for chase in some)
        done.append(_write(scope, key, itens, some[0].conta.protocolo))
    return done


def _wanted(chase: Chase, only: Sequence[int]) -> bool:
    if only:
        return chase.conta.id in only
    return not chase.lapsed and chase.glosa.recurso not in ("rascunho", "enviado")


def _drafted(scope: Scope, chase: Chase, reason: str, who: str) -> Appealed:
    conta, glosa = chase.conta, chase.glosa
    number = scope.ledger.appeals.draft(conta.id, glosa.glosado, motivo=glosa.motivo, justificativa=reason, who=who)
    return Appealed(
        numero=number,
        autorizacao=conta.item.autorizacao,
        codigo=conta.item.codigo,
        data=conta.item.data,
        quantidade=conta.item.quantidade,
        informado=conta.informado,
        valor=glosa.glosado,
        motivo=glosa.motivo,
        justificativa=reason,
    )


def letter_of(office: Office, key: GroupKey, numero: int) -> Path | None:
    """The letter that an appeal stands in: it is named after the first of its own; None when it is not there."""
    begin = f"recurso-{key.clinica}-{key.portal}-{key.competencia.iso}-"
    numbers = [int(rest) for path in office.saida.glob(f"{begin}*.html") if (rest := path.stem[len(begin) :]).isdigit()]
    first = max((number for number in numbers if number <= numero), default=None)
    return office.saida / f"{begin}{first}.html" if first is not None else None


def _write(scope: Scope, key: GroupKey, itens: tuple[Appealed, ...], protocolo: str) -> Drafted:
    office, numero = scope.office, itens[0].numero
    clinica, operadora = office.clinica(key.clinica).nome, PORTALS.get(key.portal, key.portal)
    path = office.saida / f"recurso-{key.clinica}-{key.portal}-{key.competencia.iso}-{numero}.html"
    write_letter(
        Letter(clinica, operadora, str(key.competencia), scope.today, itens), path, office.modelos / "recurso.html"
    )
    done = Drafted(key, itens, path, None, "")
    registro = office.contrato(key.portal).registro_ans
    if registro is None:
        return replace(done, porque="o contrato não tem registro_ans: o convênio não recebe TISS")
    user = office.acesso(key.clinica, key.portal).usuario
    who = Contratado(cnpj=user) if user.isdigit() and len(user) == 14 else Contratado(codigo=user[:14])
    try:
        message = Recurso(str(numero), who, registro, operadora, protocolo, str(numero), scope.now)
        xml = build_appeal(message, itens)
    except InputError as error:
        return replace(done, porque=error.what)
    target = path.with_suffix(".xml")
    target.write_bytes(xml)
    return replace(done, xml=target)
