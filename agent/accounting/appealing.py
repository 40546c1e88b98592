"""Appeals drafted in one go: a draft for each refused entry, one letter for each month, TISS XML where it is taken."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from agent.accounting.appeal_letter import Appealed, Letter, write_letter
from agent.accounting.appeal_xml import Recurso, build_appeal
from agent.accounting.chasing import Chase, to_appeal
from agent.accounting.pack import PORTALS, Scope, gather
from agent.config.office import Office
from agent.ledger.appeals import Draft
from agent.model.data import write_data
from agent.model.errors import InputError
from portals.tiss.guias import Contratado
from spreadsheets.writing.report import GroupKey

REASON = "O procedimento foi autorizado, realizado e informado conforme o contrato. Segue a documentação anexa."
_OPEN = ("rascunho", "enviado")


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was written for one clinic, insurer and month. `xml` is None where it was not, `porque` says why (pt-BR).

    `avisos`: what a person should know before sending it (pt-BR).
    """

    key: GroupKey
    itens: tuple[Appealed, ...]
    carta: Path
    xml: Path | None
    porque: str
    avisos: tuple[str, ...] = ()


def draft(scope: Scope, *, only: Sequence[int] = (), reason: str = REASON, who: str = "") -> list[Drafted]:
    """Draft appeals for what stands refused within its term and has no open round (or just the entries `only`).

    All or none: the drafts are recorded once every letter is written. Nothing is sent: a person reads, sends and says
    so. `who` drafts them. Raises InputError where one of `only` cannot be appealed, naming it.
    """
    chases = to_appeal(gather(scope, titulo=""), scope.today)
    if only:
        _refuse_not_free(scope, chases, only)
    chases = [chase for chase in chases if _wanted(chase, only)]
    chases.sort(key=lambda chase: (chase.conta.item.key, chase.conta.id))
    done = []
    with scope.ledger.appeals.drafting(who) as add, ExitStack() as undo:
        for key, group in groupby(chases, key=lambda chase: chase.conta.item.key):
            some = list(group)
            itens = tuple(_drafted(add, chase, reason) for chase in some)
            path = _path(scope.office, key, itens[0].numero)
            for file in (path, path.with_suffix(".xml")):
                undo.callback(file.unlink, missing_ok=True)
            written = _write(scope, key, itens, some[0].conta.protocolo, path)
            done.append(replace(written, avisos=tuple(_late(some))))
        undo.pop_all()  # from here on a letter too many is better than a draft without one
    return done


def _refuse_not_free(scope: Scope, chases: Sequence[Chase], only: Sequence[int]) -> None:
    running = {a.entry_id: a for mes in scope.months for a in scope.ledger.appeals.of(mes) if a.state in _OPEN}
    free = {chase.conta.id for chase in chases}
    for number in only:
        if appeal := running.get(number):
            raise InputError(
                f"o lançamento {number} já tem o recurso {appeal.id} ({appeal.state})",
                where="--lancamento",
                do=f"Nada foi redigido. Tire-o da lista; para escrever a carta de novo, antes: --desistir {appeal.id}",
            )
        if number not in free:
            raise InputError(
                f"o lançamento {number} não tem glosa à espera nestes meses",
                where="--lancamento",
                do="Nada foi redigido. Veja os números com: faturista recurso",
            )


def _late(chases: Sequence[Chase]) -> Iterator[str]:
    for chase in chases:
        if chase.lapsed and chase.glosa.prazo is not None:
            last = write_data(chase.glosa.prazo)
            yield f"o prazo do lançamento {chase.conta.id} terminou em {last}: o convênio pode não aceitar o recurso"


def _wanted(chase: Chase, only: Sequence[int]) -> bool:
    if only:
        return chase.conta.id in only
    return not chase.lapsed and chase.glosa.recurso not in _OPEN


def _drafted(add: Draft, chase: Chase, reason: str) -> Appealed:
    conta, glosa = chase.conta, chase.glosa
    number = add(conta.id, glosa.glosado, motivo=glosa.motivo, justificativa=reason)
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


def _path(office: Office, key: GroupKey, numero: int) -> Path:
    return office.saida / f"recurso-{key.clinica}-{key.portal}-{key.competencia.iso}-{numero}.html"


def _write(scope: Scope, key: GroupKey, itens: tuple[Appealed, ...], protocolo: str, path: Path) -> Drafted:
    office, numero = scope.office, itens[0].numero
    clinica, operadora = office.clinica(key.clinica).nome, PORTALS.get(key.portal, key.portal)
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
