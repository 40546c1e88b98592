"""Appeals from the panel: drafted from the worklist, sent, answered or dropped; glosas accepted; what was a mistake."""

from datetime import date

from starlette.responses import RedirectResponse, Response

from agent.accounting.appealing import REASON, draft, letter_of, xml_of
from agent.accounting.bank import Books
from agent.accounting.kept_words import refuse_people
from agent.accounting.pack import Scope
from agent.ledger.appeals import Appeal
from agent.ledger.months import Mes
from agent.model.data import read_data
from agent.model.entry import Entry
from agent.model.errors import InputError, Moved
from agent.model.valor import read_valor
from agent.panel.denials import chases_seen
from agent.panel.proof import STILL
from agent.panel.said import short_text
from agent.panel.table import as_attachment
from agent.panel.visit import NotHere, Visit
from spreadsheets.writing.report import GroupKey

_MOST = 60
_OPEN = ("rascunho", "enviado")


def draft_appeals(visit: Visit) -> Response:
    """Draft what was ticked, with one justification. Raises InputError for nothing ticked, Moved for what moved."""
    wanted = _ticked(visit)
    chases = {chase.conta.id: chase for chase in chases_seen(visit)}
    if not wanted:
        raise InputError("nenhuma glosa foi marcada.", where="glosas", do="Marque as que vão no recurso.")
    if len(wanted) > _MOST or any(number not in chases for number in wanted):
        raise Moved("alguma destas glosas já não espera decisão", do="Nada foi redigido. Abra a página de novo.")
    if any(chases[number].glosa.recurso in _OPEN for number in wanted):
        raise Moved(
            "alguma destas glosas já tem recurso aberto", do="Nada foi redigido. Veja os recursos em andamento."
        )
    entries = [visit.entry(number) for number in wanted]
    reason = visit.form.get("texto", "").strip() or REASON
    refuse_people(reason, [entry for entry, _ in entries])
    house = visit.house
    months = list({mes.id: mes for _, mes in entries}.values())
    scope = Scope(house.office, visit.ledger, months, Books(), house.clock(), house.days.off)
    done = draft(scope, only=wanted, reason=reason, who=visit.who.nome)
    return RedirectResponse(f"/glosas?feito={sum(len(each.itens) for each in done)}#recursos", status_code=303)


def follow_appeal(visit: Visit) -> Response:
    """Say what became of an appeal. Raises InputError for what cannot be read, Moved when it is not where it was."""
    appeal, entry, _ = _appeal(visit)
    appeals, who = visit.ledger.appeals, visit.who.nome
    match visit.form.get("ato"):
        case "enviado":
            appeals.send(appeal.id, _day(visit), short_text(visit, "protocolo"), who)
        case "respondido":
            appeals.answer(appeal.id, _day(visit), _valor(visit), who)
        case "desistir":
            appeals.drop(appeal.id, who)
        case "desfazer":
            reason = _reason(visit, entry, "diga o que foi engano.")
            appeals.undo(appeal.id, was=visit.form.get("de", ""), who=who, reason=reason)
            return RedirectResponse(f"/lancamento/{entry.id}#recursos", status_code=303)
        case _:
            raise InputError("isto não é um passo de um recurso.", where="recurso")
    return RedirectResponse("/glosas#recursos", status_code=303)


def give_letter(visit: Visit) -> Response:
    """The letter of an appeal, to be looked at; with "?xml=1" the TISS file. Raises NotHere where there is none."""
    appeal, entry, mes = _appeal(visit)
    key = GroupKey(mes.clinica, mes.portal, mes.competencia)
    letter = letter_of(visit.house.office, key, appeal.id)
    if letter is None:
        raise NotHere
    if visit.asked("xml"):
        xml = xml_of(visit.house.office, key, appeal.id, entry.lancamento)
        if xml is None:
            raise NotHere
        return as_attachment(xml.read_bytes(), xml.name, "application/xml")
    headers = {"Content-Security-Policy": STILL}
    return Response(letter.read_bytes(), media_type="text/html; charset=utf-8", headers=headers)


def accept_loss(visit: Visit) -> Response:
    """Give a glosa up for lost, with a reason. Raises InputError without one, Moved when nothing is refused."""
    entry, mes = visit.entry(visit.number("lancamento"))
    reason = _reason(visit, entry, "diga por que a glosa é dada por perdida.")
    glosado = visit.ledger.returns.balances(mes)[entry.id].glosado
    visit.ledger.appeals.accept(entry.id, glosado, who=visit.who.nome, reason=reason)
    return RedirectResponse(f"/lancamento/{entry.id}", status_code=303)


def take_up_loss(visit: Visit) -> Response:
    """A glosa that was given up by mistake is one again. Raises InputError without a reason, Moved for no loss."""
    entry, _ = visit.entry(visit.number("lancamento"))
    reason = _reason(visit, entry, "diga por que a glosa não está perdida.")
    visit.ledger.appeals.take_up(entry.id, who=visit.who.nome, reason=reason)
    return RedirectResponse(f"/lancamento/{entry.id}", status_code=303)


def _reason(visit: Visit, entry: Entry, missing: str) -> str:
    reason = short_text(visit, "texto")
    if not reason:
        raise InputError(missing, where="glosa")
    refuse_people(reason, [entry])
    return reason


def _appeal(visit: Visit) -> tuple[Appeal, Entry, Mes]:
    """The appeal that the address names, of an entry that the visitor may see. Raises NotHere."""
    try:
        appeal = visit.ledger.appeals.get(visit.number("recurso"))
    except Moved:
        raise NotHere from None
    return (appeal, *visit.entry(appeal.entry_id))


def _ticked(visit: Visit) -> list[int]:
    """The entries that were ticked; -1 for what no page of ours offers."""
    names = [name.removeprefix("l.") for name in visit.form if name.startswith("l.")]
    return [int(name) if name.isascii() and name.isdigit() and len(name) <= 15 else -1 for name in names]


def _day(visit: Visit) -> date:
    """A day that is not to come. Raises InputError."""
    text = visit.form.get("em", "")
    try:
        day = date.fromisoformat(text) if "-" in text else read_data(text)
    except ValueError:
        raise InputError(f'"{text[:20]}" não é um dia.', where="dia", do="Escreva como 20/02/2027.") from None
    if day > visit.house.office.today(visit.house.clock()):
        raise InputError("o dia ainda não chegou.", where="dia")
    return day


def _valor(visit: Visit) -> int:
    text = visit.form.get("recuperado", "")
    try:
        return read_valor(text)
    except ValueError:
        raise InputError(f'"{text[:20]}" não é um valor.', where="recuperado", do="Escreva como 25,00.") from None
