"""What is refused is appealed in time, what is silent is chased, what is doubtful is settled and remembered."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tiss
from lxml import etree

from agent.accounting.appeal_letter import Appealed
from agent.accounting.appeal_xml import Recurso, build_appeal
from agent.accounting.appealing import draft
from agent.accounting.auditing import audit_office, known_on, sign_months
from agent.accounting.chasing import denial_rates, silent, to_appeal
from agent.accounting.doubts import doubtful_lines, settle
from agent.accounting.pack import gather
from agent.accounting.receiving import receive
from agent.config.office import Office
from agent.ledger.anchors import Anchors
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import InputError
from portals.tiss.guias import Contratado
from tests.accounting.conftest import NOW, scope_of
from tests.portals.tiss.statements import analise, pagamento

SETEMBRO, OUTUBRO = "09/2026", "10/2026"


def item(**more: Any) -> Appealed:
    facts = {"numero": 1, "autorizacao": "4620100", "codigo": "10101012", "data": date(2026, 9, 1), "quantidade": 1}
    money = {"informado": 12050, "valor": 5000, "motivo": "1705 - Valor a maior", "justificativa": "É o da tabela."}
    return Appealed(**{**facts, **money, **more})


def recurso(**more: Any) -> Recurso:
    facts: dict[str, Any] = {"numero": "7", "prestador": Contratado(codigo="123"), "registro_ans": "413518"}
    home = {"operadora": "CASSIND", "protocolo": "P-202609", "lote": "7", "quando": NOW.replace(tzinfo=None)}
    return Recurso(**{**facts, **home, **more})


def test_what_may_be_appealed_comes_by_its_last_day(year: Office, ledger: Ledger) -> None:
    scope = scope_of(year, ledger, "08/2026", OUTUBRO)
    chases = to_appeal(gather(scope, titulo=""), scope.today)
    assert [c.glosa.prazo for c in chases] == sorted(c.glosa.prazo for c in chases if c.glosa.prazo)
    assert {c.lapsed for c in chases} == {True, False}
    posted = sum(s.glosado for mes in scope.months for s in ledger.returns.balances(mes).values())
    assert sum(c.glosa.glosado for c in chases) == posted


def test_drafts_are_written_once_as_letter_and_where_it_is_taken_as_xml(year: Office, ledger: Ledger) -> None:
    scope = scope_of(year, ledger, SETEMBRO, SETEMBRO, "aurora")
    done = {each.key.portal: each for each in draft(scope)}
    letter = done["ipasem"].carta.read_text(encoding="utf-8")
    assert all(item.autorizacao in letter for item in done["ipasem"].itens)
    assert (done["ipasem"].xml, done["ipasem"].porque) == (
        None,
        "o contrato não tem registro_ans: o convênio não recebe TISS",
    )
    (xml,) = done["cassind"].xmls
    assert tiss.validate(xml.read_bytes()).valid
    assert draft(scope) == []
    states = [a.state for mes in scope.months for a in ledger.appeals.of(mes)]
    assert set(states) == {"rascunho"}


def test_the_office_s_own_template_wins(year: Office, ledger: Ledger) -> None:
    year.modelos.mkdir()
    (year.modelos / "recurso.html").write_text("{{ carta.clinica }}: {{ carta.total | reais }}", encoding="utf-8")
    scope = scope_of(year, ledger, SETEMBRO, SETEMBRO, "vale-sereno")
    (done,) = draft(scope)
    assert done.carta.read_text(encoding="utf-8").startswith("Clínica Vale Sereno: R$ ")


def test_the_message_asks_for_each_item_of_each_guia() -> None:
    xml = build_appeal(recurso(), (item(), item(valor=1000), item(autorizacao="9", valor=1)))
    found = etree.fromstring(xml)
    names = ("numeroGuiaOrigem", "sequencialItem", "codGlosaItem", "valorRecursado", "valorTotalRecursado")
    shown = {name: [each.text for each in found.iter(f"{{*}}{name}")] for name in names}
    assert (shown, tiss.validate(xml).valid) == (
        {
            "numeroGuiaOrigem": ["4620100", "9"],
            "sequencialItem": ["1", "2", "1"],
            "codGlosaItem": ["1705"] * 3,
            "valorRecursado": ["50.00", "10.00", "0.01"],
            "valorTotalRecursado": ["60.01"],
        },
        True,
    )


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({"motivo": "Falta assinatura"}, "a glosa da autorização 4620100 veio sem código da tabela 38"),
        ({"protocolo": "sem"}, 'o protocolo "sem" não tem de 1 a 12 algarismos'),
    ],
)
def test_no_code_and_no_protocol_are_made_up(more: dict[str, Any], what: str) -> None:
    of_item = {k: v for k, v in more.items() if k == "motivo"}
    of_message = {k: v for k, v in more.items() if k == "protocolo"}
    with pytest.raises(InputError) as caught:
        build_appeal(recurso(**of_message), (item(**of_item),))
    assert caught.value.what == what


def test_what_is_silent_comes_by_age_and_is_chased_after_the_usual_days(year: Office, ledger: Ledger) -> None:
    scope = scope_of(year, ledger, "08/2026", OUTUBRO)
    found = silent(gather(scope, titulo=""))
    ages = [each.dias for _, each in found]
    assert ages == sorted(ages, reverse=True)
    months = {
        word: {c.item.key.competencia.mes for c, e in found if e.fazer == word} for _, e in found for word in [e.fazer]
    }
    assert months == {"cobrar": {8}, "aguardar": {9, 10}, "decidir": {8}}
    pending = sum(s.pendente for mes in scope.months for s in ledger.returns.balances(mes).values())
    assert sum(each.valor for _, each in found) == pending


def test_rates_of_each_kind_add_up_to_the_same_refusals(year: Office, ledger: Ledger) -> None:
    pack = gather(scope_of(year, ledger, "11/2025", OUTUBRO), titulo="")
    rates = denial_rates(pack)
    sums = {name: sum(rate.glosado for rate in some) for name, some in rates.items()}
    assert set(rates) == {"clinica", "convenio", "procedimento", "profissional", "motivo"}
    assert set(sums.values()) == {sum(glosa.inicial for glosa in pack.glosas)}
    assert all(0 <= rate.taxa <= 1 for some in rates.values() for rate in some)


def test_a_settled_doubt_is_posted_and_asked_no_more(year: Office, ledger: Ledger) -> None:
    scope = scope_of(year, ledger, "11/2025", OUTUBRO)
    doubts = doubtful_lines(ledger, scope.months)
    proposed = next(each for each in doubts if each.entries)
    foreign = next(each for each in doubts if not each.entries)
    entry_id = proposed.entries[0]
    told = settle(year, ledger, scope.months, f"{proposed.line.id}={entry_id}", who="Ana", reason="é o código novo")
    settle(year, ledger, scope.months, f"{foreign.line.id}=alheia", who="Ana", reason="de outra clínica")
    left = {each.line.id for each in doubtful_lines(ledger, scope.months)}
    mes = ledger.months.get(ledger.entries.get(entry_id).mes_id)
    assert told == f"Linha {proposed.line.id}: é do lançamento {entry_id}. Lembrado por Ana: é o código novo."
    assert {proposed.line.id, foreign.line.id} & left == set()
    assert ledger.returns.balances(mes)[entry_id].pendente == 0
    assert ledger.auditor.audit().findings == ()


def test_a_new_word_on_a_line_says_what_it_takes_the_place_of(year: Office, ledger: Ledger) -> None:
    months = scope_of(year, ledger, "11/2025", OUTUBRO).months
    line_id = next(each.line.id for each in doubtful_lines(ledger, months) if not each.entries)
    told = [settle(year, ledger, months, f"{line_id}=alheia", who=who, reason="não é nossa") for who in ("Ana", "Bia")]
    assert told == [
        f"Linha {line_id}: não é de nenhum lançamento nosso. Lembrado por Ana: não é nossa.",
        f"Linha {line_id}: não é de nenhum lançamento nosso. Lembrado por Bia: não é nossa. Antes: não é de nenhum "
        "lançamento nosso (Ana: não é nossa).",
    ]


def test_a_line_given_to_an_entry_that_is_gone_is_asked_again(year: Office, ledger: Ledger) -> None:
    scope = scope_of(year, ledger, "11/2025", OUTUBRO)
    proposed = next(each for each in doubtful_lines(ledger, scope.months) if each.entries)
    entry_id, line_id = proposed.entries[0], proposed.line.id
    ledger.deciding.settle(line_id, entry_id, adds=False, who="Ana", reason="é o código novo")
    asked = [line_id in {each.line.id for each in doubtful_lines(ledger, scope.months)}]
    ledger.database.connection.execute(f"update lancamento set state = 'pendente' where id = {entry_id}")
    again = {each.line.id: each.judged.why for each in doubtful_lines(ledger, scope.months)}
    assert (asked, line_id in again) == ([False], True)
    assert again[line_id].startswith(f"dada ao lançamento {entry_id} (Ana: é o código novo), mas")


@pytest.mark.parametrize("word", ["12", "a=1", "12=", "12=x"])
def test_a_word_that_is_no_decision_is_refused(year: Office, ledger: Ledger, word: str) -> None:
    with pytest.raises(InputError, match="não diz de quem é a linha"):
        settle(year, ledger, [], word, who="Ana", reason="x")


def test_an_insurer_s_file_is_taken_once_and_a_corrected_one_supersedes(
    year: Office, ledger: Ledger, tmp_path: Path
) -> None:
    mes = ledger.months.find("aurora", "ipasem", Competencia.read(OUTUBRO))
    assert mes is not None
    entry = ledger.entries.of(mes)[0]
    asked = entry.lancamento
    row = f"{asked.numero_autorizacao};{asked.codigo_procedimento};{asked.data:%d/%m/%Y};{asked.quantidade};65,00"
    home = {"clinica": "aurora", "portal": "ipasem", "competencia": mes.competencia}
    file, done = tmp_path / "retorno.csv", []
    for paid in ("60,00", "60,00", "65,00"):
        file.write_text(f"guia;codigo;data;qtd;informado;liberado\n{row};{paid}\n", encoding="utf-8")
        said = receive(year, ledger, file, **home)  # type: ignore[arg-type]
        done.append((said.new, said.known, said.withdrawn))
    assert done == [(1, 0, 0), (0, 1, 0), (1, 0, 1)]
    assert (len(ledger.returns.lines(mes)), ledger.auditor.audit().findings) == (1, ())


def test_a_signed_audit_holds_until_the_month_is_reopened(year: Office) -> None:
    audit = audit_office(year, NOW)
    pair = (("aurora", "ipasem"),)
    signed = sign_months(year, Competencia.read("11/2025"), pair, audit.anchor, "Ana")
    known = {(k.clinica, k.portal, k.competencia): k.situacao for k in known_on(year, date(2027, 1, 1))}
    assert signed == ["aurora, ipasem, 11/2025"]
    assert (known["aurora", "ipasem", "2025-11"], known["aurora", "ipasem", "2025-12"]) == ("auditada", "fechada")
    assert Anchors.beside(year.diario).hashes() == [audit.anchor]


def test_an_account_that_was_not_reconciled_as_the_rules_say_does_not_pass_the_audit(
    year: Office, ledger: Ledger, tmp_path: Path
) -> None:
    mes = ledger.months.find("aurora", "ipasem", Competencia.read(OUTUBRO))
    assert mes is not None
    asked = ledger.entries.of(mes)[0].lancamento
    file = tmp_path / "retorno.csv"
    row = f"{asked.numero_autorizacao};{asked.codigo_procedimento};{asked.data:%d/%m/%Y};{asked.quantidade};65,00;65,00"
    file.write_text(f"guia;codigo;data;qtd;informado;liberado\n{row}\n", encoding="utf-8")
    receive(year, ledger, file, clinica="aurora", portal="ipasem", competencia=mes.competencia)
    waiting = audit_office(year, NOW).findings
    ledger.database.connection.execute("update conciliada set linha = (select max(id) from linha_retorno)")
    found = {finding.text: finding.where for finding in audit_office(year, NOW).findings}
    assert waiting == ()
    assert set(found.values()) == {"conciliação"}
    assert f"aurora, ipasem, {OUTUBRO}: o que foi lançado nas contas não é o que as regras dizem" in found


def test_what_was_known_on_a_day_does_not_change_with_what_came_later(year: Office, ledger: Ledger) -> None:
    day = date(2026, 2, 10)
    before = known_on(year, day)
    mes = ledger.months.find("aurora", "ipasem", Competencia.read("12/2025"))
    assert mes is not None
    refused = next((i, s.glosado) for i, s in ledger.returns.balances(mes).items() if s.glosado)
    ledger.appeals.accept(refused[0], refused[1], who="Ana", reason="sem documento")
    assert known_on(year, day) == before
    assert {k.competencia for k in before} == {"2025-11", "2025-12", "2026-01"}


def test_a_tiss_statement_is_taken_item_by_item_and_once(year: Office, ledger: Ledger, tmp_path: Path) -> None:
    mes = ledger.months.find("aurora", "cassind", Competencia.read(OUTUBRO))
    assert mes is not None
    file = tmp_path / "demonstrativo.xml"
    file.write_bytes(analise())
    home: dict[str, Any] = {"clinica": "aurora", "portal": "cassind", "competencia": mes.competencia}
    done = [receive(year, ledger, file, **home, sure=True) for _ in range(2)]  # no entry has this guia
    lines = [(line.linha.valor_liberado, line.linha.valor_glosa) for line in ledger.returns.lines(mes)]
    assert [(each.new, each.known) for each in done] == [(3, 0), (0, 3)]
    assert (lines, ledger.auditor.audit().findings) == ([(9500, 0), (9500, 0), (3000, 6500)], ())


def test_tiss_statements_of_a_month_add_up_and_a_corrected_one_supersedes_its_own_protocolo(
    year: Office, ledger: Ledger, tmp_path: Path
) -> None:
    mes = ledger.months.find("aurora", "cassind", Competencia.read(OUTUBRO))
    assert mes is not None
    home: dict[str, Any] = {"clinica": "aurora", "portal": "cassind", "competencia": mes.competencia}
    first, paid = analise(), ("285.00", "285.00", "285.00", "0.00")
    second = first.replace(b"240101", b"240102").replace(b"004700104", b"004700105")
    corrected = analise(guia=paid, protocolo=paid, geral=paid, motivo=("0.00", "2516")).replace(
        b"<ans:valorLiberado>30.00<", b"<ans:valorLiberado>95.00<"
    )
    done = []
    for number, content in enumerate((first, second, first, corrected, second)):
        file = tmp_path / f"demonstrativo-{number}.xml"
        file.write_bytes(content)
        said = receive(year, ledger, file, **home, sure=True)
        done.append((said.new, said.known, said.withdrawn))
    standing = [(line.linha.protocolo, line.linha.valor_liberado) for line in ledger.returns.lines(mes)]
    assert done == [(3, 0, 0), (3, 0, 0), (0, 3, 0), (1, 2, 1), (0, 3, 0)]
    assert sorted(standing) == [
        *[("240101", 9500)] * 3,
        *[("240102", 3000), ("240102", 9500), ("240102", 9500)],
    ]
    assert ledger.auditor.audit().findings == ()


def test_a_protocolo_refused_without_its_guias_is_no_statement_to_be_kept(
    year: Office, ledger: Ledger, tmp_path: Path
) -> None:
    mes = ledger.months.find("aurora", "cassind", Competencia.read(OUTUBRO))
    assert mes is not None
    file = tmp_path / "demonstrativo.xml"
    before, _, after = analise().partition(b"<ans:relacaoGuias>")
    _, _, rest = after.rpartition(b"</ans:relacaoGuias>")
    glosa = b"<ans:GlosaProtocolo><ans:codigoGlosa>1308</ans:codigoGlosa></ans:GlosaProtocolo>"
    file.write_bytes(before + glosa + rest)
    with pytest.raises(InputError) as refusal:
        receive(year, ledger, file, clinica="aurora", portal="cassind", competencia=mes.competencia)
    assert str(refusal.value) == (
        "demonstrativo.xml: o protocolo 240101 vem com R$ 285,00 informados e sem nenhuma guia. Nada foi gravado. "
        "Peça à operadora o demonstrativo com as guias deste protocolo."
    )
    assert ledger.returns.lines(mes) == []


def test_a_tiss_payment_brings_what_was_withheld_beside_the_items_once(
    year: Office, ledger: Ledger, tmp_path: Path
) -> None:
    mes = ledger.months.find("aurora", "cassind", Competencia.read(OUTUBRO))
    assert mes is not None
    file = tmp_path / "pagamento.xml"
    home: dict[str, Any] = {"clinica": "aurora", "portal": "cassind", "competencia": mes.competencia}
    for content in (analise(), pagamento(), pagamento()):
        file.write_bytes(content)
        receive(year, ledger, file, **home, sure=True)
    withheld = [(each.tipo, each.valor, each.data) for each in ledger.returns.withheld.of(mes)]
    assert (withheld, len(ledger.returns.lines(mes)), ledger.auditor.audit().findings) == (
        [("IRRF", -330, date(2027, 1, 15)), ("ISS", -1100, date(2027, 1, 15))],
        3,
        (),
    )
