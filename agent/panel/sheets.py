"""The clinics' spreadsheets: handed in, shown with what is wrong in its place, asked about, kept among the others."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.responses import RedirectResponse, Response

from agent.model.errors import InputError
from agent.panel.checked import Checked, changes, check, same_name
from agent.panel.in_place import in_place
from agent.panel.receiving import Recebida, Receiving
from agent.panel.rendering import page
from agent.panel.table import as_attachment
from agent.panel.visit import NotHere, Visit
from spreadsheets.marking.giving_back import give_back
from spreadsheets.marking.marks import marks_of
from spreadsheets.proposing.answers import answered, choices
from spreadsheets.proposing.toml_text import save_mapping, toml_text
from spreadsheets.reading.leitura import Leitura, Pergunta
from spreadsheets.reading.opening import open_grids

_EXAMPLES, _MOST_CHANGES = 5, 50


def show_sheets(visit: Visit) -> Response:
    """What lies in each clinic's inbox, what waits to be looked at, and the form to hand one in."""
    house = visit.house
    lying = [
        (slug, path.name, path.stat().st_size, house.local(_changed(path)))
        for slug in house.office.settings.clinicas
        for path in _lying(visit, slug)
    ]
    return page(visit, "planilhas.html", waiting=_receiving(visit).all(), lying=lying, clinica=visit.asked("clinica"))


def receive(visit: Visit) -> Response:
    """Take a file that was handed in; nothing of it is in the plan yet. Raises InputError for what cannot be read."""
    clinica = visit.form.get("clinica", "")
    visit.house.office.clinica(clinica)
    visit.about = clinica
    if visit.upload is None:
        raise InputError("nenhum arquivo foi escolhido.", where="planilhas", do="Escolha a planilha, ou arraste-a.")
    receiving = _receiving(visit)
    taken = receiving.take(clinica, visit.upload.nome, visit.upload.content, visit.who.nome)
    try:
        _read(visit, taken)
    except InputError:
        receiving.drop(taken)  # what cannot be read is told once, and waits for nobody
        raise
    return RedirectResponse(f"/planilhas/{taken.id}", status_code=303)


def show_sheet(visit: Visit) -> Response:
    """The file as it was read: what will be launched, what is wrong and where, what is asked, what changes."""
    return _shown(visit, _taken(visit))


def give_marked_copy(visit: Visit) -> Response:
    """The clinic's own workbook with its problems marked, to be sent back."""
    taken = _taken(visit)
    read = _read(visit, taken)
    with TemporaryDirectory() as folder:
        target = Path(folder) / f"{taken.clinica}-{taken.em[:10]}-a-corrigir.xlsx"
        copy = give_back(read.path, target, read.leitura, read.previsoes, read.known.entries)
        return as_attachment(copy.read_bytes(), copy.name, "application/octet-stream")


def answer_question(visit: Visit) -> Response:
    """Put the answer to the first question into the mapping of this file. Says on the page what does not fit."""
    taken = _taken(visit)
    read = _read(visit, taken)
    question = next(iter(read.leitura.questions), None)
    if question is None or visit.form.get("pergunta") != question.texto:
        raise InputError("esta pergunta já não está aberta.", where=taken.nome, do="Abra a planilha de novo.")
    try:
        draft = answered(read.draft, question, visit.form.get("resposta", ""), read.leitura.colunas)
    except InputError as problem:
        return _shown(visit, taken, complaint=str(problem))
    month = draft.competencia.iso if draft.competencia else ""
    _receiving(visit).answer(taken, toml_text(read.leitura, draft.mapping), month)
    return RedirectResponse(f"/planilhas/{taken.id}#perguntas", status_code=303)


def keep(visit: Visit) -> Response:
    """Put the file among the clinic's, and its answers into the clinic's mapping. Raises InputError while it asks."""
    taken, receiving, office = _taken(visit), _receiving(visit), visit.house.office
    read = _read(visit, taken)
    if _asks(read):
        raise InputError("falta responder às perguntas.", where=taken.nome, do="Responda, ou devolva à clínica.")
    mapping = receiving.mapping(taken)
    if mapping is not None:
        target = office.mapeamento(taken.clinica) or office.mapeamentos / f"{taken.clinica}.toml"
        save_mapping(target, mapping.read_text(encoding="utf-8"))
    receiving.keep(taken)
    return RedirectResponse(f"/planilhas?clinica={taken.clinica}", status_code=303)


def discard(visit: Visit) -> Response:
    """Let the file go; nothing of it was used."""
    _receiving(visit).drop(_taken(visit))
    return RedirectResponse("/planilhas", status_code=303)


def _shown(visit: Visit, taken: Recebida, complaint: str = "") -> Response:
    read = _read(visit, taken)
    marks = marks_of(read.leitura, read.previsoes, read.known.entries)
    content = read.path.read_bytes()
    question = next(iter(read.leitura.questions), None)
    before = same_name(visit.house, taken, read.draft)
    return page(
        visit,
        "planilha.html",
        taken=taken,
        leitura=read.leitura,
        abas=in_place(open_grids(content, taken.nome), marks),
        examples=read.leitura.lancamentos[:_EXAMPLES],
        question=question,
        asks=_asks(read),
        choices=choices(question) if question else (),
        examples_of=_examples_of(read.leitura, question),
        complaint=complaint,
        replaces=before is not None,
        changed=changes(before, read.leitura),
        most=_MOST_CHANGES,
        total=sum(e.valor_informado or 0 for e in read.leitura.lancamentos),
    )


def _asks(read: Checked) -> bool:
    """Whether something must be answered before it is kept; a month that the sheet does not say, the plan is told."""
    return any(question.code != "competencia" for question in read.leitura.questions)


def _examples_of(leitura: Leitura, question: Pergunta | None) -> list[str]:
    """How the table in question was understood so far, a line for each column."""
    if question is None:
        return []
    tables = [table for table in leitura.colunas if not question.aba or table.aba == question.aba]
    return [
        f"coluna {column.letra} ({column.titulo or 'sem título'}): {column.campo or 'não usada'}; {column.motivo}"
        for table in tables[:1]
        for column in table.colunas
    ]


def _read(visit: Visit, taken: Recebida) -> Checked:
    return check(visit.house, _receiving(visit), taken)


def _receiving(visit: Visit) -> Receiving:
    return Receiving(visit.house.office, visit.house.clock)


def _taken(visit: Visit) -> Recebida:
    taken = _receiving(visit).get(str(visit.request.path_params["recebida"]))
    if taken is None or not visit.who.sees(taken.clinica):
        raise NotHere
    visit.about = taken.clinica
    return taken


def _changed(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _lying(visit: Visit, clinica: str) -> Iterator[Path]:
    try:
        yield from visit.house.office.planilhas(clinica)
    except InputError:
        return  # a place that the settings name is not there: `faturista doutor` tells
