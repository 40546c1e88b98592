"""Appeals of one call are drafted all or none, each with its letter; what was typed amiss changes nothing."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from agent.accounting import appealing
from agent.accounting.appeal_letter import Letter, write_letter
from agent.accounting.appealing import draft
from agent.accounting.chasing import Chase, to_appeal
from agent.accounting.doubts import doubtful_lines
from agent.accounting.opening import open_books
from agent.accounting.pack import Scope, gather
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.counted import counted
from agent.model.errors import InputError
from agent.model.valor import write_valor
from tests.accounting.conftest import scope_of

Faturista = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def scope(year: Office, ledger: Ledger) -> Scope:
    return scope_of(year, ledger, "09/2026", "09/2026", "aurora")


@pytest.fixture
def faturista(year: Office, capsys: pytest.CaptureFixture[str]) -> Faturista:
    """A command line in the year's office; gives its code and its JSON."""

    def typed(*args: str) -> tuple[int, dict[str, Any]]:
        code = run(command, [*args, "--json", "--pasta", str(year.folder)])
        return code, json.loads(capsys.readouterr().out)

    return typed


def chases_of(scope: Scope) -> list[Chase]:
    return to_appeal(gather(scope, titulo=""), scope.today)


def states(scope: Scope) -> list[str]:
    return [appeal.state for mes in scope.months for appeal in scope.ledger.appeals.of(mes)]


def letters(office: Office) -> list[Path]:
    return list(office.saida.glob("recurso-*.html"))


def test_one_that_is_drafted_already_refuses_the_whole_call(scope: Scope) -> None:
    first, second = (chase.conta.id for chase in chases_of(scope)[:2])
    draft(scope, only=[second])
    with pytest.raises(InputError) as caught:
        draft(scope, only=[first, second])
    assert caught.value.what == f"o lançamento {second} já tem o recurso 1 (rascunho)"
    assert (states(scope), len(letters(scope.office))) == (["rascunho"], 1)
    draft(scope, only=[first])
    assert (states(scope), len(letters(scope.office))) == (["rascunho"] * 2, 2)


def test_an_older_round_that_is_under_way_again_is_the_one_that_is_shown(scope: Scope) -> None:
    entry = chases_of(scope)[0].conta.id
    appeals = scope.ledger.appeals
    for _ in range(2):
        draft(scope, only=[entry])
        appeals.drop(max(a.id for mes in scope.months for a in appeals.of(mes)), "Ana")
    appeals.undo(1, was="desistido", who="Ana", reason="será feito")
    (shown,) = (chase.glosa.recurso for chase in chases_of(scope) if chase.conta.id == entry)
    draft(scope)  # what has a round open stops nothing
    open_ = [a.entry_id for mes in scope.months for a in appeals.of(mes) if a.state == "rascunho"]
    assert (shown, open_.count(entry), len(open_) > 1) == ("rascunho", 1, True)


def test_one_that_nobody_refused_is_named(scope: Scope) -> None:
    wanted = [chases_of(scope)[0].conta.id, 99_999]
    with pytest.raises(InputError, match="o lançamento 99999 não tem glosa à espera nestes meses"):
        draft(scope, only=wanted)
    assert (states(scope), letters(scope.office)) == ([], [])


def test_a_letter_that_cannot_be_written_leaves_no_draft(scope: Scope, monkeypatch: pytest.MonkeyPatch) -> None:
    written = write_letter

    def fails_at_the_second(letter: Letter, path: Path, template: Path) -> None:
        written(letter, path, template)
        if len(letters(scope.office)) == 2:
            raise OSError("disco cheio")

    monkeypatch.setattr(appealing, "write_letter", fails_at_the_second)
    with pytest.raises(OSError, match="disco cheio"):
        draft(scope)
    assert (states(scope), letters(scope.office)) == ([], [])
    monkeypatch.undo()
    assert sorted(each.carta for each in draft(scope)) == sorted(letters(scope.office))


def test_a_glosa_past_its_term_is_drafted_with_a_warning(year: Office, ledger: Ledger) -> None:
    late = scope_of(year, ledger, "11/2025", "11/2025", "aurora")
    chase = next(chase for chase in chases_of(late) if chase.lapsed)
    assert chase.glosa.prazo == date(2026, 2, 4)
    (done,) = draft(late, only=[chase.conta.id])
    assert done.avisos == (
        f"o prazo do lançamento {chase.conta.id} terminou em 04/02/2026: o convênio pode não aceitar o recurso",
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("--enviado 1 --em 01/01/2999", "o dia 01/01/2999 ainda não chegou."),
        ("--enviado 0", "0 não é o número de um recurso nem de um lançamento."),
        ("--respondido 1", "diga quanto o convênio vai pagar."),
        ("--protocolo R-1", "--protocolo sozinho não diz o que fazer."),
        ("--recuperado 1,00", "--recuperado sozinho não diz o que fazer."),
        ("--lancamento 1", "--lancamento sozinho não diz o que fazer."),
        ("--enviado 1 --desistir 2", "--enviado e --desistir não vão juntos."),
        ("--desfazer 1", "diga o que foi engano."),
        ("--retomar 1", "diga por que a glosa não está perdida."),
        ("--desfazer 0 --texto engano", "0 não é o número de um recurso nem de um lançamento."),
        ("--clinica xyz", "clinicas.xyz: esta clínica não está no arquivo."),
        ("--portal xyz", 'o portal "xyz" não é conhecido.'),
        ("--competencia 12/2030", "nenhum mês 12/2030 no livro"),
    ],
)
def test_what_was_typed_amiss_is_said_with_what_to_do(faturista: Faturista, line: str, told: str) -> None:
    code, said = faturista("recurso", *line.split())
    assert (code, said["erro"], said["faca"] != "") == (2, told, True)


def test_what_was_said_by_mistake_is_taken_back_and_the_story_keeps_both(
    faturista: Faturista, year: Office, ledger: Ledger
) -> None:
    chase, lost = chases_of(scope_of(year, ledger, "09/2026", "09/2026", "aurora"))[:2]
    mes = ledger.months.get(ledger.entries.get(chase.conta.id).mes_id)
    before = ledger.returns.balances(mes)
    faturista("recurso", "--redigir", "--lancamento", str(chase.conta.id))
    (draft_,) = ledger.appeals.of(mes)
    steps = [
        ("--enviado", "--protocolo", "R-1"),
        ("--respondido", "--recuperado", "1,00"),
        ("--desfazer", "--texto", "era 10,00"),
        ("--desfazer", "--texto", "nem foi enviado"),
    ]
    said = [faturista("recurso", first, str(draft_.id), *more)[1]["feito"][0] for first, *more in steps]
    assert said[2:] == ["Recurso 1: volta de respondido a enviado.", "Recurso 1: volta de enviado a rascunho."]
    assert ledger.appeals.of(mes) == [draft_]
    amount = write_valor(before[lost.conta.id].glosado)
    for step, text in (("--aceitar", "sem documento"), ("--retomar", "o documento apareceu")):
        _, told = faturista("recurso", step, str(lost.conta.id), "--texto", text)
    assert told["feito"] == [f"Lançamento {lost.conta.id}: {amount} voltam a ser glosa."]
    assert (ledger.returns.balances(mes), ledger.auditor.audit().findings) == (before, ())
    kinds = [event.kind for event in ledger.events.all(mes.id) if event.kind.startswith(("recurso.", "perda."))]
    said_and_undone = ["rascunho", "enviado", "respondido", "desfeito", "desfeito"]
    assert kinds == [*(f"recurso.{kind}" for kind in said_and_undone), "perda.aceita", "perda.desfeita"]
    again = [faturista("recurso", *line.split()) for line in ("--desfazer 9 --texto x", "--retomar 1 --texto x")]
    assert [(code, told["erro"]) for code, told in again] == [
        (1, "o livro não tem o recurso 9"),
        (1, "o lançamento 1 não tem glosa dada por perdida"),
    ]


def test_what_is_kept_for_ever_names_no_patient(faturista: Faturista, year: Office, ledger: Ledger) -> None:
    (chase, *_), before = chases_of(scope_of(year, ledger, "09/2026", "09/2026", "aurora")), ledger.checks.anchor()
    asked = ledger.entries.get(chase.conta.id).lancamento
    for line in (["recurso", "--aceitar", str(chase.conta.id), "--texto"], ["recurso", "--retomar", "1", "--texto"]):
        name = asked.beneficiario if "--aceitar" in line else ledger.entries.get(1).lancamento.beneficiario
        code, said = faturista(*line, f"era de {name.upper()}")
        assert (code, said["erro"]) == (2, "o texto é longo demais, ou traz o nome ou a carteira de um paciente.")
    assert ledger.checks.anchor() == before
    (wait, *_) = faturista("conciliar", "--competencia", "12/2025", "--duvidas")[1]["duvidas"]
    mes = next(m for m in ledger.months.all() if m.competencia.iso == "2025-12" and m.clinica == "aurora")
    somebody = ledger.entries.of(mes)[0].lancamento.beneficiario
    words = [f"--decidir={wait['linha']}=alheia", "--motivo", f"é de {somebody}"]
    code, said = faturista("conciliar", "--competencia", "12/2025", *words)
    assert (code, said["erro"]) == (2, "o texto é longo demais, ou traz o nome ou a carteira de um paciente.")
    assert ledger.deciding.of("aurora", mes.portal) == []


@pytest.mark.parametrize("line", ["conciliar", "conciliar --duvidas", "situacao"])
def test_who_only_reads_begins_no_month(faturista: Faturista, year: Office, ledger: Ledger, line: str) -> None:
    before = ledger.months.all()
    code, said = faturista(*line.split(), "--competencia", "10/2062")
    assert (code, said["erro"]) == (2, "nenhum mês 10/2062 no livro")
    assert (ledger.months.all(), list(year.saida.glob("*2062*"))) == (before, [])


def test_what_is_shown_is_whole_and_spelt(year: Office, ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    scope = scope_of(year, ledger, "12/2025", "12/2025")
    motives = [chase.glosa.motivo for chase in chases_of(scope)]
    doubts = [each.judged.why for each in doubtful_lines(ledger, scope.months)]
    shown = []
    for line in ("recurso", "recurso --historico", "conciliar --duvidas"):
        run(command, [*line.split(), "--competencia", "12/2025", "--pasta", str(year.folder)])
        shown.append(capsys.readouterr().out)
    assert [motive for motive in motives if motive not in shown[0]] == []
    assert ("Glosa inicial por clínica" in shown[1], "Glosa inicial por convênio" in shown[1]) == (True, True)
    words = set(shown[2].split())
    assert max(map(len, motives)) > 40
    assert max(map(len, doubts)) > 60
    assert {word for why in doubts for word in why.split()} - words == set()


def test_one_is_counted_as_one() -> None:
    assert [counted(number, "item", "itens") for number in range(3)] == ["0 itens", "1 item", "2 itens"]


def test_drafts_that_wait_to_be_sent_are_told_when_nothing_new_is_drafted(
    year: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["recurso", "--redigir", "--competencia", "09/2026", "--clinica", "aurora", "--pasta", str(year.folder)]
    run(command, words)
    capsys.readouterr()
    run(command, words)
    told = " ".join(capsys.readouterr().out.split())
    with open_books(year) as ledger:
        drafts = [a.valor for mes in ledger.months.all() for a in ledger.appeals.of(mes) if a.state == "rascunho"]
    assert len(drafts) > 1
    assert told.startswith(
        f"Nada mais a recorrer dentro do prazo. {len(drafts)} recursos já redigidos esperam o envio, "
        f"{write_valor(sum(drafts), symbol=True)}."
    )


def test_the_radar_tells_what_an_appeal_won_and_nobody_paid(
    year: Office, ledger: Ledger, faturista: Faturista, scope: Scope
) -> None:
    chase = chases_of(scope)[0]
    draft(scope, only=[chase.conta.id])
    (number,) = [a.id for mes in scope.months for a in ledger.appeals.of(mes)]
    ledger.appeals.send(number, date(2026, 11, 10), "R-1")
    ledger.appeals.answer(number, date(2026, 11, 20), chase.glosa.glosado)
    (won,) = faturista("recurso", "--radar", "--competencia", "09/2026", "--clinica", "aurora")[1]["recursos_a_receber"]
    assert won["lancamento"] == chase.conta.id
    assert (won["ganho"], won["provado"], won["falta"]) == (chase.glosa.glosado, 0, chase.glosa.glosado)
