"""The settings changed at the panel: judged as the file is, comments kept, on record, in use at once."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from agent.accounting.opening import open_books
from agent.config.load import load_office
from agent.ledger.configuring import Mudanca
from agent.runner.account import account_of
from agent.vault.opening import open_vault
from agent.vault.vault import Password
from tests.panel.conftest import Panel
from tests.panel.people import Person, words

_STAMP = re.compile(r'name="arquivo" value="([0-9a-f]{64})"')


def stamp(person: Person, path: str) -> str:
    """The digest of the file that a page's forms carry along."""
    found = _STAMP.search(person.sees(path).text)
    assert found is not None
    return found[1]


def saves(person: Person, grupo: str, secao: str, **fields: str) -> tuple[int, str]:
    """Fill in one section and send it: the status, and what the page then says."""
    path = f"/configuracoes/{grupo}"
    answer = person.sends(path, {"secao": secao, "arquivo": stamp(person, path), **fields}, seen=path)
    shown = person.sees(answer.headers["location"]) if answer.status_code == 303 else answer
    return answer.status_code, words(shown)


def text_of(panel: Panel) -> str:
    return panel.office.file.read_text(encoding="utf-8")


def history(panel: Panel) -> list[tuple[str, str, tuple[Mudanca, ...]]]:
    with open_books(panel.office) as ledger:
        return [(each.quem, each.o_que, each.mudancas) for each in ledger.configuring.latest(9)]


def test_a_change_touches_its_line_only_and_keeps_the_comments(panel: Panel, ana: Person) -> None:
    before = text_of(panel)
    code, said = saves(ana, "clinica.aurora", "clinicas.aurora", nome="Consultório Aurora", planilhas="", mapeamento="")

    assert (code, "Guardado." in said) == (303, True)
    assert text_of(panel) == before.replace("Consultório Dra. Aurora Lindner", "Consultório Aurora", 1)
    assert (panel.office.file.parent / "faturista.toml.anterior").read_text(encoding="utf-8") == before


def test_who_changed_what_from_what_to_what_is_on_record(panel: Panel, ana: Person) -> None:
    saves(ana, "portal.ipasem", "contratos.ipasem", prazo_recurso="45", pagamento_dias="")
    said = words(ana.sees("/configuracoes"))

    changes = (
        Mudanca("contratos.ipasem.prazo_recurso", "30", "45"),
        Mudanca("contratos.ipasem.pagamento_dias", "30", ""),
    )
    assert history(panel) == [("Ana", "faturista.toml", changes)]
    assert "Ana : faturista.toml contratos.ipasem.prazo_recurso : antes: 30 → 45" in said


def test_what_does_not_fit_is_told_at_its_field_and_nothing_typed_is_lost(panel: Panel, ana: Person) -> None:
    before = text_of(panel)
    path = "/configuracoes/portal.ipasem"
    fields = {"desde": "13/2026", "fechar_dia_util": "40", "horario": "20:00-07:00", "secao": "portais.ipasem.agenda"}
    answer = ana.sends(path, {**fields, "arquivo": stamp(ana, path)}, seen=path)
    said = words(answer)

    assert (answer.status_code, text_of(panel) == before, history(panel)) == (409, True, [])
    for complaint in (
        'deve ser um mês, como "10/2026"; está "13/2026"',
        "deve ficar entre 1 e 20; está 40",
        'deve ser um intervalo de horas, como "08:00-18:00"; está "20:00-07:00"',
    ):
        assert complaint in said.replace("&#34;", '"')
    assert 'value="13/2026" autocomplete="off" aria-invalid="true"' in answer.text


def test_a_number_that_is_none_is_told_before_the_file_is_asked(panel: Panel, ana: Person) -> None:
    code, said = saves(ana, "trabalho", "execucao", sessoes="duas", porta_saude="")

    assert (code, 'deve ser um número inteiro; está "duas"' in said.replace("&#34;", '"')) == (409, True)


def test_a_file_that_changed_meanwhile_is_not_written_over(panel: Panel, ana: Person) -> None:
    path = "/configuracoes/escritorio"
    seen = stamp(ana, path)
    by_hand = text_of(panel).replace("Escritório de demonstração", "Escritório Horizonte")
    panel.office.file.write_text(by_hand, encoding="utf-8")
    fields = {"secao": "escritorio", "nome": "Escritório Poente", "arquivo": seen}
    answer = ana.sends(path, fields, seen=path)
    said = words(answer)

    assert (answer.status_code, text_of(panel), history(panel)) == (409, by_hand, [])
    assert "O faturista.toml mudou depois que você abriu esta página" in said
    assert ("no arquivo: Escritório Horizonte" in said, 'value="Escritório Poente"' in answer.text) == (True, True)
    assert "O faturista.toml foi mudado fora do painel." in said


def test_a_change_holds_for_the_panel_without_a_restart(panel: Panel, ana: Person) -> None:
    saves(ana, "clinica.aurora", "clinicas.aurora", nome="Consultório Aurora")

    assert "Consultório Aurora" in words(ana.sees("/quadro"))
    assert "Consultório Aurora" in words(ana.sees("/glosas"))


def test_other_deadlines_give_other_figures_at_once_and_reconcile_nothing(
    panel: Panel, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = words(ana.sees("/glosas"))
    monkeypatch.setattr("agent.panel.figuring.reconcile_account", None)
    saves(ana, "portal.ipasem", "contratos.ipasem", prazo_recurso="700", pagamento_dias="30")
    after = words(ana.sees("/glosas"))

    assert ("passou" in before, before != after) == (True, True)


def test_a_section_that_was_not_there_is_written_and_goes_again_when_it_is_left_empty(
    panel: Panel, ana: Person
) -> None:
    before = text_of(panel)
    saves(ana, "calendario", "calendario", uf="RS", facultativos="sim", feriados="05/04\n20/02/2027")
    calendario = load_office(panel.office.folder).settings.calendario
    saves(ana, "calendario", "calendario", uf="", facultativos="", feriados="")

    assert (calendario.uf, calendario.facultativos, calendario.feriados) == ("RS", True, ("05/04", "20/02/2027"))
    assert text_of(panel).strip() == before.strip()


def test_acts_that_two_people_approve_are_ticked(panel: Panel, ana: Person) -> None:
    saves(ana, "escritorio", "aprovacoes", **{"segunda_pessoa.fechar": "1", "segunda_pessoa.excluir": "1"})

    assert load_office(panel.office.folder).settings.aprovacoes.segunda_pessoa == ("fechar", "excluir")
    assert 'name="segunda_pessoa.fechar" value="1" checked' in ana.sees("/configuracoes/escritorio").text


def test_a_form_that_says_what_the_file_says_writes_nothing(panel: Panel, ana: Person) -> None:
    code, said = saves(ana, "escritorio", "escritorio", nome="Escritório de demonstração", fuso="")

    assert (code, "Nada mudou" in said, history(panel)) == (303, True, [])


def test_a_new_clinic_begins_with_its_access_and_its_inbox(panel: Panel, ana: Person) -> None:
    fields = {"slug": "maresia", "nome": "Clínica Maresia", "portal": "ipasem", "usuario": "77888999000111"}
    answer = ana.sends("/configuracoes", {**fields, "arquivo": stamp(ana, "/configuracoes")}, seen="/configuracoes")
    office = load_office(panel.office.folder)

    assert (answer.status_code, answer.headers["location"]) == (303, "/configuracoes/clinica.maresia?feito=sim")
    assert (office.clinica("maresia").nome, office.acesso("maresia", "ipasem").usuario) == (
        "Clínica Maresia",
        "77888999000111",
    )
    assert (office.entrada("maresia").is_dir(), "Clínica Maresia" in words(ana.sees("/planilhas"))) == (True, True)
    assert history(panel)[0][2][1] == Mudanca("clinicas.maresia.acessos.ipasem.usuario", "", "…111")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("slug", "Maresia!", "o nome curto só pode ter letras minúsculas sem acento, números e hífen"),
        ("slug", "aurora", "já há uma clínica com este nome curto"),
        ("usuario", "11222333000181", 'este usuário já é o da clínica "aurora" no mesmo portal'),
        ("nome", "", "precisa ser preenchido"),
        ("portal", "inventado", "este portal não é conhecido"),
    ],
)
def test_a_new_clinic_that_does_not_fit_is_told_why(
    field: str, value: str, said: str, panel: Panel, ana: Person
) -> None:
    before = text_of(panel)
    fields = {"slug": "maresia", "nome": "Clínica Maresia", "portal": "ipasem", "usuario": "77888999000111"}
    wrong = {**fields, field: value, "arquivo": stamp(ana, "/configuracoes")}
    answer = ana.sends("/configuracoes", wrong, seen="/configuracoes")

    assert (answer.status_code, said in words(answer).replace("&#34;", '"')) == (409, True)
    assert (text_of(panel), history(panel)) == (before, [])


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A vault's key outside the office, as the machine would name it."""
    file = tmp_path / "chave"
    file.write_bytes(b"0123456789abcdef")
    file.chmod(0o600)
    monkeypatch.setenv("FATURISTA_CHAVE_ARQUIVO", str(file))
    return {"FATURISTA_CHAVE_ARQUIVO": str(file)}


def test_a_password_goes_into_the_vault_and_is_shown_nowhere(panel: Panel, ana: Person, key: dict[str, str]) -> None:
    fields = {"portal": "ipasem", "senha": "s3gredo-do-portal", "de_novo": "s3gredo-do-portal"}
    answer = ana.sends("/configuracoes/aurora/senha", fields, seen="/configuracoes")
    kept = open_vault(panel.office, key).password("aurora", "ipasem")
    pages = [ana.sees(path).text for path in ("/configuracoes", "/configuracoes/clinica.aurora", "/pessoas")]

    assert (answer.status_code, kept) == (303, Password("s3gredo-do-portal"))
    assert history(panel) == [("Ana", "senha aurora ipasem", (Mudanca("senha", "", "trocada"),))]
    assert [text for text in (*pages, text_of(panel), answer.text) if "s3gredo" in text] == []


@pytest.mark.parametrize("fields", [{"senha": "uma", "de_novo": "outra"}, {"senha": "", "de_novo": ""}, {}])
def test_a_password_that_is_not_typed_twice_is_not_kept(
    fields: dict[str, str], panel: Panel, ana: Person, key: dict[str, str]
) -> None:
    answer = ana.sends("/configuracoes/aurora/senha", {"portal": "ipasem", **fields}, seen="/configuracoes")

    assert (answer.status_code, history(panel), panel.office.cofre.exists()) == (409, [], False)


def test_a_mapping_is_judged_as_the_plan_reads_it_before_it_is_kept(panel: Panel, ana: Person) -> None:
    path = "/configuracoes/aurora/mapeamento"
    wrong = ana.sends(path, {"texto": 'tipoo = "consulta"', "arquivo": stamp(ana, path)}, seen=path)
    right = ana.sends(path, {"texto": 'tipo = "consulta"\r\n', "arquivo": stamp(ana, path)}, seen=path)
    file = panel.office.mapeamentos / "aurora.toml"

    assert (wrong.status_code, '"tipoo" não existe' in words(wrong).replace("&#34;", '"')) == (409, True)
    assert (right.status_code, file.read_text(encoding="utf-8")) == (303, 'tipo = "consulta"\n')
    assert history(panel) == [("Ana", "mapeamento aurora", (Mudanca("linhas", "", 'tipo = "consulta"'),))]


def test_a_mapping_that_changed_meanwhile_is_not_written_over(panel: Panel, ana: Person) -> None:
    path = "/configuracoes/aurora/mapeamento"
    seen = stamp(ana, path)
    panel.office.mapeamentos.mkdir(exist_ok=True)
    file = panel.office.mapeamentos / "aurora.toml"
    file.write_text('portal = "ipasem"\n', encoding="utf-8")
    answer = ana.sends(path, {"texto": 'tipo = "consulta"', "arquivo": seen}, seen=path)

    assert (answer.status_code, file.read_text(encoding="utf-8")) == (409, 'portal = "ipasem"\n')
    assert ("o que você escreveu continua aqui" in words(answer), "tipo = &#34;consulta" in answer.text) == (True, True)


def test_a_user_is_not_changed_while_something_sent_with_it_has_no_answer(panel: Panel, ana: Person) -> None:
    with open_books(panel.office) as ledger:
        account = account_of(panel.office, "aurora", "ipasem")
        lease = ledger.leases.take("ipasem", account, "outro", timedelta(days=36_500))
    code, said = saves(ana, "clinica.aurora", "clinicas.aurora.acessos.ipasem", usuario="99")

    assert (code, "há trabalho em andamento ou sem resposta com este usuário" in said) == (409, True)
    assert (lease.portal, "11222333000181" in text_of(panel)) == ("ipasem", True)


def test_a_term_that_is_left_blank_is_told_as_is_usual_with_that_insurer(panel: Panel, ana: Person) -> None:
    code, _ = saves(ana, "portal.cassind", "contratos.cassind", prazo_recurso="45")
    field = re.compile(r"Do fechamento ao dinheiro.*?em branco, (\d+)", re.DOTALL)
    told = [field.search(ana.sees(f"/configuracoes/portal.{name}").text) for name in ("cassind", "ipasem")]

    assert code == 303
    assert [found[1] for found in told if found] == ["43", "30"]
    assert load_office(panel.office.folder).contrato("cassind").pagamento_dias == 43
