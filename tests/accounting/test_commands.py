"""auditar, copia, recurso, pacote and the worklist as an operator types them, on an office with twelve months."""

import json
import sqlite3
from datetime import date
from unittest.mock import ANY

import pytest

from agent.config.office import Office
from agent.ledger.store import Ledger
from tests.accounting.conftest import NOW, Cli


def test_a_year_is_audited_copied_broken_and_brought_back(year: Office, cli: Cli) -> None:
    code, told = cli("auditar")
    assert (code, told.splitlines()[0][:15]) == (0, "Tudo confere: 1")
    code, told = cli("copia", "--json")
    copy = json.loads(told)["file"]
    assert (code, cli("copia", "--conferir")[1].splitlines()[-1]) == (0, "1 cópia, boa.")
    with sqlite3.connect(year.livro) as raw:
        raw.execute("drop trigger guard_event_update")
        raw.execute("update event set actor = 'outro' where seq = 5")
        raw.execute(
            "create trigger guard_event_update before update on event begin\n"
            "  select raise(abort, 'event: o que foi escrito nunca muda');\nend"
        )
    raw.close()
    code, told = cli("auditar")
    assert (code, told.splitlines()[1]) == (2, "Primeiro evento alterado: 5.")
    assert cli("copia", "--restaurar", copy)[0] == 0
    assert cli("auditar")[0] == 0


def test_the_packs_of_a_month_are_one_for_each_clinic_and_one_for_the_office(year: Office, cli: Cli) -> None:
    code, told = cli("pacote", "--competencia", "09/2026", "--json")
    names = [pack["arquivo"].rpartition("pacote-")[2] for pack in json.loads(told)["pacotes"]]
    figures = json.loads(told)["pacotes"]
    assert (code, names) == (0, ["aurora-2026-09.xlsx", "vale-sereno-2026-09.xlsx", "escritorio-2026-09.xlsx"])
    assert figures[0]["informado"] + figures[1]["informado"] == figures[2]["informado"]
    for each in figures:
        parts = ("liberado", "glosado", "em_recurso", "perda", "pendente", "diferenca")
        assert each["informado"] == sum(each[part] for part in parts)
    assert {file.suffix for file in year.saida.iterdir()} == {".xlsx", ".csv", ".ofx"}


def test_an_appeal_goes_from_the_list_to_the_money(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    scope = ("--competencia", "09/2026", "--clinica", "aurora", "--portal", "cassind")
    listed = json.loads(cli("recurso", *scope, "--json")[1])["glosas"]
    assert cli("recurso", *scope, "--redigir")[0] == 0
    number = json.loads(cli("recurso", *scope, "--json")[1])["recursos"][0]["id"]
    monkeypatch.setattr("agent.cli.recurso.utc_now", lambda: NOW)
    sent = cli("recurso", "--enviado", str(number), "--protocolo", "R-1", "--em", "20/11/2026")[1]
    answered = cli("recurso", "--respondido", str(number), "--recuperado", "1,00")[1]
    after = json.loads(cli("recurso", *scope, "--json")[1])
    assert sent == f"Recurso {number}: enviado em 20/11/2026, protocolo R-1.\n"
    assert answered.startswith(f"Recurso {number}: recuperado 1,00, mantido ")
    assert sum(g["valor"] for g in after["glosas"]) == sum(g["valor"] for g in listed) - 100


def test_an_appeal_that_nobody_answered_in_time_waits_for_a_person(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.cli.recurso.utc_now", lambda: NOW)
    scope = ("recurso", "--competencia", "11/2025", "--clinica", "aurora", "--json")
    code, told = cli(*scope)
    first = json.loads(told)["glosas"][0]
    cli("recurso", "--redigir", "--lancamento", str(first["lancamento"]))
    cli("recurso", "--enviado", "1", "--em", "20/10/2026")
    late, told = cli(*scope)
    (appeal,) = json.loads(told)["recursos"]
    assert (code, late) == (0, 1)  # nothing of that month may be appealed any more
    assert (appeal["resposta_ate"], appeal["atraso"]) == ("2026-11-19", 12)
    assert json.loads(told)["sem_resposta_no_prazo"] == {"recursos": 1, "valor": first["valor"]}


def test_the_radar_tells_what_is_not_billed_and_what_it_is_worth(
    year: Office, ledger: Ledger, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.cli.recurso.utc_now", lambda: NOW)
    text = year.file.read_text(encoding="utf-8")
    year.file.write_text(text.replace("[contratos.ipasem]", "[contratos.ipasem]\nprazo_envio = 30"), encoding="utf-8")
    entry = ledger.entries.get(684)
    ledger.database.connection.execute("update lancamento set state = 'pendente' where id = 684")
    (told,) = json.loads(cli("recurso", "--radar", "--json")[1])["a_faturar"]
    assert entry.lancamento.data == date(2026, 10, 1)  # 30 days later is a Saturday, and Monday a holiday
    place = {"lancamento": 684, "situacao": "pendente"}
    assert told == {**place, "prazo": "2026-11-03", "dias": -28, "valor": entry.valor_lancado}
    assert "Prazo de envio perdido: R$" in cli("recurso", "--radar")[1]


def test_the_radar_and_the_history_answer(cli: Cli) -> None:
    assert json.loads(cli("recurso", "--radar", "--json")[1])["sem_retorno"]
    assert set(json.loads(cli("recurso", "--historico", "--json")[1])) >= {"motivo", "profissional"}


def test_the_worklist_is_worked_off(cli: Cli) -> None:
    scope = ("--competencia", "12/2025", "--json")
    left = json.loads(cli("conciliar", *scope, "--duvidas")[1])["duvidas"]
    lines = [f"--decidir={each['linha']}=alheia" for each in left]
    done = json.loads(cli("conciliar", *scope, *lines, "--motivo", "de outra clínica")[1])
    entries = [f"--encerrar={each['pendencia']}" for each in done["lancamentos"]]
    code, told = cli("conciliar", *scope, *entries, "--motivo", "a clínica desistiu")
    assert (len(done["feito"]), done["duvidas"]) == (len(lines), [])
    assert (code, json.loads(told)) == (0, {"feito": ANY, "duvidas": [], "lancamentos": []})
    assert len(json.loads(told)["feito"]) == len(entries) > 0 < len(lines)


def test_a_doubt_is_handed_over_and_put_off_for_a_reason(cli: Cli) -> None:
    scope = ("--competencia", "12/2025", "--json")
    first = json.loads(cli("conciliar", *scope, "--duvidas")[1])["duvidas"][0]
    number = first["pendencia"]
    assert first["responsavel"] == "escritório"
    words = (f"--entregar={number}=Bia", f"--adiar={number}=20/12/2099")
    assert cli("conciliar", *scope, *words)[0] == 2
    past = (f"--adiar={number}=20/12/2025", "--motivo", "férias da Ana")
    code, said = cli("conciliar", *scope, *past)
    assert (code, json.loads(said)["erro"]) == (2, "20/12/2025 já passou.")
    _, told = cli("conciliar", *scope, *words, "--motivo", "férias da Ana")
    (now,) = [each for each in json.loads(told)["duvidas"] if each["pendencia"] == number]
    assert now == {**first, "responsavel": "Bia", "ate": "2099-12-20", "vencida": False}


def test_what_was_known_is_shown_of_the_clinic_and_month_asked_for_and_of_no_other(cli: Cli) -> None:
    words = ("auditar", "--em", "05/11/2026")
    every = json.loads(cli(*words, "--json")[1])["meses"]
    asked = json.loads(cli(*words, "--competencia", "09/2026", "--clinica", "aurora", "--json")[1])["meses"]
    of_portal = json.loads(cli(*words, "--portal", "cassind", "--json")[1])["meses"]
    code, told = cli(*words, "--competencia", "09/2026", "--clinica", "aurora")
    assert asked == [k for k in every if (k["clinica"], k["competencia"]) == ("aurora", "2026-09")] != []
    assert of_portal == [k for k in every if k["portal"] == "cassind"] != every
    assert (code, "vale-sereno" in told, "2026-09" in told, told.count("09/2026")) == (0, False, False, len(asked))


@pytest.mark.parametrize(
    ("scope", "answered"),
    [
        (("--competencia", "09/2029"), (0, "No fim de 05/11/2026 o livro não sabia de nenhum mês assim.\n")),
        (("--clinica", "auror"), (2, "")),
        (("--portal", "unimed"), (2, "")),
        (("--competencia", "9"), (2, "")),
    ],
)
def test_what_was_known_of_nothing_is_never_everything(
    cli: Cli, scope: tuple[str, ...], answered: tuple[int, str]
) -> None:
    assert cli("auditar", "--em", "05/11/2026", *scope) == answered
