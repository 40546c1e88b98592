"""Appeals drafted in one go: a draft for each refused entry, a letter for each month, TISS XML for each protocolo."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from agent.accounting.appeal_letter import Appealed, Letter, write_letter
from agent.accounting.appeal_place import Place, place_of, refused_under
from agent.accounting.appeal_xml import Recurso, asks_for, sendable
from agent.accounting.chasing import Chase, to_appeal
from agent.accounting.pack import PORTALS, Scope, gather
from agent.config.office import Office
from agent.ledger.appeals import Draft
from agent.model.data import write_data
from agent.model.errors import InputError
from agent.model.lancamento import Lancamento
from portals.tiss.guias import Contratado
from spreadsheets.writing.report import GroupKey

REASON = "O procedimento foi autorizado, realizado e informado conforme o contrato. Segue a documentação anexa."
_OPEN = ("rascunho", "enviado")


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was written for one clinic, insurer and month: a letter of all items, and a message for each protocolo.

    `porque` says why there is no message at all (pt-BR). `avisos`: what a person should know before sending it, each
    item or protocolo that only the letter asks for among them (pt-BR).
    """

    key: GroupKey
    itens: tuple[Appealed, ...]
    carta: Path
    xmls: tuple[Path, ...]
    porque: str
    avisos: tuple[str, ...] = ()

    @property
    def xml(self) -> Path | None:
        """The message, the first where there are several: `avisos` names them all. None where there is none."""
        return self.xmls[0] if self.xmls else None


@dataclass(slots=True)
class _Messages:
    """What became of the items as TISS messages: those written, and why some were not."""

    xmls: list[Path] = field(default_factory=list)
    avisos: list[str] = field(default_factory=list)


def draft(scope: Scope, *, only: Sequence[int] = (), reason: str = REASON, who: str = "") -> list[Drafted]:
    """Draft appeals for what stands refused within its term and has no open round (or just the entries `only`).

    All or none: the drafts are recorded once every letter is written. Nothing is sent: a person reads, sends and says
    so. `who` drafts them. Raises InputError where one of `only` cannot be appealed, naming it.
    """
    pack = gather(scope, titulo="")
    chases = to_appeal(pack, scope.today)
    if only:
        _refuse_not_free(scope, chases, only)
    chases = [chase for chase in chases if _wanted(chase, only)]
    chases.sort(key=lambda chase: (chase.conta.item.key, chase.conta.id))
    refused = refused_under(pack)
    done = []
    with scope.ledger.appeals.drafting(who) as add, ExitStack() as undo:

        def new(path: Path) -> Path:
            undo.callback(path.unlink, missing_ok=True)
            return path

        for key, group in groupby(chases, key=lambda chase: chase.conta.item.key):
            some = list(group)
            itens = tuple(_drafted(add, chase, reason) for chase in some)
            taken = scope.office.contrato(key.portal).registro_ans is not None
            places = _places(scope, key, some, refused) if taken else []
            written = _write(scope, key, itens, places, new)
            done.append(replace(written, avisos=(*written.avisos, *_late(some))))
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


def xml_of(office: Office, key: GroupKey, numero: int, asked: Lancamento) -> Path | None:
    """The TISS message that appeals an entry in the round `numero`; None where only the letter does."""
    letter = letter_of(office, key, numero)
    if letter is None:
        return None
    whole = letter.with_suffix(".xml")
    for path in (*([whole] if whole.is_file() else []), *sorted(letter.parent.glob(f"{letter.stem}-protocolo-*.xml"))):
        if asks_for(path.read_bytes(), asked.numero_autorizacao, asked.codigo_procedimento, asked.data):
            return path
    return None


def _path(office: Office, key: GroupKey, numero: int) -> Path:
    return office.saida / f"recurso-{key.clinica}-{key.portal}-{key.competencia.iso}-{numero}.html"


def _xml_path(carta: Path, place: Place) -> Path:
    """A letter's messages stand beside it, told apart by protocolo and lote."""
    protocolo, lote = (re.sub(r"\W", "_", number) for number in (place.protocolo, place.lote))
    return carta.with_name(f"{carta.stem}-protocolo-{protocolo}-lote-{lote}.xml")


def _places(
    scope: Scope, key: GroupKey, chases: Sequence[Chase], refused: Mapping[int, tuple[str, ...]]
) -> list[Place]:
    ledger = scope.ledger
    home = next(mes for mes in scope.months if GroupKey(mes.clinica, mes.portal, mes.competencia) == key)
    record = ledger.records.standing(home)
    arquivos = [each for mes in ledger.months.of(key.clinica, key.portal) for each in ledger.arquivos.of(mes)]
    return [place_of(chase.conta, refused.get(chase.conta.id, ()), record, arquivos) for chase in chases]


def _write(
    scope: Scope,
    key: GroupKey,
    itens: tuple[Appealed, ...],
    places: Sequence[Place],
    new: Callable[[Path], Path],
) -> Drafted:
    """Write the letter and, where the insurer takes TISS and items have places, the messages.

    `new` is told every file before it is written.
    """
    office = scope.office
    carta = new(_path(office, key, itens[0].numero))
    clinica, operadora = office.clinica(key.clinica).nome, PORTALS.get(key.portal, key.portal)
    letter = Letter(clinica, operadora, str(key.competencia), scope.today, itens)
    write_letter(letter, carta, office.modelos / "recurso.html")
    if not places:
        return Drafted(key, itens, carta, (), "o contrato não tem registro_ans: o convênio não recebe TISS")
    told = _messages(scope, key, carta, list(zip(itens, places, strict=True)), new)
    if not told.xmls:
        return Drafted(key, itens, carta, (), "; ".join(told.avisos))
    if len(told.xmls) > 1:
        names = ", ".join(path.name for path in told.xmls)
        told.avisos.insert(0, f"são {len(told.xmls)} arquivos XML, um por protocolo; envie todos: {names}")
    return Drafted(key, itens, carta, tuple(told.xmls), "", tuple(told.avisos))


def _messages(
    scope: Scope,
    key: GroupKey,
    carta: Path,
    placed: Sequence[tuple[Appealed, Place]],
    new: Callable[[Path], Path],
) -> _Messages:
    """A message for each protocolo and lote, of the items that stand there and that TISS can carry."""
    told = _Messages()
    for place in dict.fromkeys(place for _, place in placed):
        mine = tuple(item for item, where in placed if where == place)
        left = [(item, place.porque) for item in mine]
        if not place.porque:
            xml, left = sendable(_recurso(scope, key, mine[0].numero, place), mine)
            if xml is not None:
                whole = len(placed) == len(mine) and not left
                path = new(carta.with_suffix(".xml") if whole else _xml_path(carta, place))
                path.write_bytes(xml)
                told.xmls.append(path)
        told.avisos += _only_by_letter(left)
    return told


def _only_by_letter(left: Sequence[tuple[Appealed, str]]) -> Iterator[str]:
    """Why some items are in no message, once for each reason, with each item's name."""
    for why in dict.fromkeys(why for _, why in left):
        names = ", ".join(f"{item.autorizacao} (recurso {item.numero})" for item, each in left if each == why)
        yield f"{why}; vai só na carta: autorização {names}"


def _recurso(scope: Scope, key: GroupKey, numero: int, place: Place) -> Recurso:
    contrato, user = scope.office.contrato(key.portal), scope.office.acesso(key.clinica, key.portal).usuario
    who = Contratado(cnpj=user) if user.isdigit() and len(user) == 14 else Contratado(codigo=user[:14])
    operadora = PORTALS.get(key.portal, key.portal)
    return Recurso(str(numero), who, contrato.registro_ans or "", operadora, place.protocolo, place.lote, scope.now)
