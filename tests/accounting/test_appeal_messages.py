"""Appeals as TISS messages: one for each protocolo and lote that was glosado, and nothing in them that is made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import tiss
from lxml import etree

from agent.accounting.appeal_place import Place, place_of
from agent.accounting.appealing import Drafted, draft, letter_of, xml_of
from agent.accounting.chasing import to_appeal
from agent.accounting.pack import Scope, gather
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.arquivo import Arquivo
from agent.model.competencia import Competencia
from agent.model.demonstrativo import LinhaRetorno
from agent.model.registro import Evidence, Movimento, Registro
from spreadsheets.writing.pack.report import Conta, Item
from spreadsheets.writing.report import GroupKey
from tests.accounting.conftest import scope_of
from tests.accounting.returning import is_corrected

SEEN = datetime(2026, 11, 3, 10, tzinfo=UTC)


@pytest.fixture
def scope(year: Office, ledger: Ledger) -> Scope:
    """One month of one clinic on CASSIND, where three entries were refused."""
    scope = scope_of(year, ledger, "09/2026", "09/2026", "aurora")
    return replace(scope, months=[mes for mes in scope.months if mes.portal == "cassind"])


def refused(scope: Scope) -> list[int]:
    return sorted(chase.conta.id for chase in to_appeal(gather(scope, titulo=""), scope.today))


def is_recorded(scope: Scope, lotes: dict[int, str]) -> None:
    """The portal's record, read again: each entry in its lote, "9001" where none is said."""
    (mes,) = scope.months
    rows = tuple(
        Movimento(entry.movimento, asked.numero_autorizacao, asked.codigo_procedimento, asked.data, asked.quantidade,
                  entry.valor_lancado, lote=lotes.get(entry.id, "9001"))
        for entry in scope.ledger.entries.of(mes)
        for asked in [entry.lancamento]
    )  # fmt: skip
    total = sum(row.valor or 0 for row in rows)
    proof = Evidence("html", "relatório", b"<p>")
    scope.ledger.records.save(
        mes,
        Registro(mes.portal, mes.competencia, SEEN, True, rows, len(rows), total, proof),
    )


def is_returned(scope: Scope, change: Callable[[int, LinhaRetorno], LinhaRetorno]) -> None:
    """The month's return, corrected: what each entry's lines say now."""
    (mes,) = scope.months
    ties = {tie.retorno_id: tie.conta_id for tie in gather(scope, titulo="").ligacoes}
    entries = {line.linha: ties.get(line.id, 0) for line in scope.ledger.returns.lines(mes)}
    is_corrected(scope.ledger, mes, lambda line: change(entries[line], line))


def shown(path: Path) -> dict[str, list[str | None]]:
    names = ("numeroLote", "numeroProtocolo", "numeroGuiaOrigem", "numeroGuiaRecGlosaPrestador", "valorTotalRecursado")
    message = etree.fromstring(path.read_bytes())
    return {name: [each.text for each in message.iter(f"{{*}}{name}")] for name in names}


def asked_for(done: Drafted, *places: int) -> dict[str, Any]:
    """What a message of these items of the letter says."""
    mine = [done.itens[place] for place in places]
    total = sum(item.valor for item in mine)
    return {
        "numeroGuiaOrigem": [item.autorizacao for item in mine],
        "numeroGuiaRecGlosaPrestador": [str(mine[0].numero)],
        "valorTotalRecursado": [f"{total // 100}.{total % 100:02d}"],
    }


def test_the_one_message_of_a_letter_has_its_name_its_protocolo_and_the_portal_s_lote(scope: Scope) -> None:
    is_recorded(scope, {})
    (done,) = draft(scope)
    assert (done.xmls, done.xml, done.porque, done.avisos) == (
        (done.carta.with_suffix(".xml"),), done.carta.with_suffix(".xml"), "", ()
    )  # fmt: skip
    assert shown(done.xmls[0]) == {
        "numeroLote": ["9001"], "numeroProtocolo": ["202609"], **asked_for(done, 0, 1, 2)
    }  # fmt: skip
    assert tiss.validate(done.xmls[0].read_bytes()).valid


def test_each_protocolo_has_its_own_message_with_its_items_and_its_lote(year: Office, scope: Scope) -> None:
    first, second, third = refused(scope)
    is_recorded(scope, {second: "9002"})
    is_returned(scope, lambda entry, line: replace(line, protocolo="240102" if entry == second else "240101"))
    (done,) = draft(scope)
    names = [f"{done.carta.stem}-protocolo-{p}-lote-{lote}.xml" for p, lote in (("240101", "9001"), ("240102", "9002"))]
    assert [path.name for path in done.xmls] == names
    assert [shown(path) for path in done.xmls] == [
        {"numeroLote": ["9001"], "numeroProtocolo": ["240101"], **asked_for(done, 0, 2)},
        {"numeroLote": ["9002"], "numeroProtocolo": ["240102"], **asked_for(done, 1)},
    ]
    assert [tiss.validate(path.read_bytes()).valid for path in done.xmls] == [True, True]
    assert done.avisos == (f"são 2 arquivos XML, um por protocolo; envie todos: {', '.join(names)}",)
    asked = {number: scope.ledger.entries.get(number).lancamento for number in (first, second, third)}
    found = [xml_of(year, done.key, item.numero, asked[e]) for item, e in zip(done.itens, asked, strict=True)]
    assert found == [done.xmls[0], done.xmls[1], done.xmls[0]]
    assert [letter_of(year, done.key, item.numero) for item in done.itens] == [done.carta] * 3
    done.xmls[1].write_bytes(done.xmls[1].read_bytes()[:-9])
    assert xml_of(year, done.key, done.itens[1].numero, asked[second]) is None


def test_a_protocolo_of_two_lotes_has_a_message_for_each(scope: Scope) -> None:
    first, _, third = refused(scope)
    is_recorded(scope, {first: "9002", third: "9002"})
    (done,) = draft(scope)
    assert [(shown(path)["numeroLote"], shown(path)["numeroGuiaOrigem"]) for path in done.xmls] == [
        (["9002"], asked_for(done, 0, 2)["numeroGuiaOrigem"]),
        (["9001"], asked_for(done, 1)["numeroGuiaOrigem"]),
    ]


def test_a_lote_that_nobody_knows_is_not_made_up(scope: Scope) -> None:
    (mes,) = scope.months
    is_recorded(scope, dict.fromkeys((entry.id for entry in scope.ledger.entries.of(mes)), ""))
    (done,) = draft(scope)
    names = ", ".join(f"{item.autorizacao} (recurso {item.numero})" for item in done.itens)
    assert (done.xmls, done.avisos, list(done.carta.parent.glob("*.xml"))) == ((), (), [])
    assert done.porque == (
        "o TISS pede o lote, e o livro não sabe o do protocolo P202609; vai só na carta: autorização " + names
    )


@pytest.mark.parametrize("motivo", ["Falta assinatura do beneficiário", "9999 - Motivo que a tabela não tem"])
def test_one_glosa_that_tiss_cannot_carry_goes_by_letter_and_the_others_by_xml(
    year: Office, scope: Scope, motivo: str
) -> None:
    _, odd, _ = refused(scope)
    is_recorded(scope, {})
    is_returned(scope, lambda entry, line: replace(line, motivo=motivo) if entry == odd else line)
    (done,) = draft(scope)
    (xml,) = done.xmls
    left, letter = done.itens[1], done.carta.read_text(encoding="utf-8")
    assert (xml.name, shown(xml)) == (
        f"{done.carta.stem}-protocolo-P202609-lote-9001.xml",
        {"numeroLote": ["9001"], "numeroProtocolo": ["202609"], **asked_for(done, 0, 2)},
    )
    (told,) = done.avisos
    assert told.endswith(f"; vai só na carta: autorização {left.autorizacao} (recurso {left.numero})")
    assert ("sem código da tabela 38;" in told) == motivo.startswith("Falta")
    assert all(item.autorizacao in letter for item in done.itens)
    assert xml_of(year, done.key, left.numero, scope.ledger.entries.get(odd).lancamento) is None


def test_a_month_of_glosas_without_codes_says_so_and_has_no_xml(scope: Scope) -> None:
    is_recorded(scope, {})
    is_returned(scope, lambda _, line: replace(line, motivo="Falta assinatura") if line.valor_glosa else line)
    (done,) = draft(scope)
    names = ", ".join(f"{item.autorizacao} (recurso {item.numero})" for item in done.itens)
    assert (done.xmls, done.porque) == ((), f"sem código da tabela 38; vai só na carta: autorização {names}")


def test_a_message_that_cannot_be_written_leaves_no_file_behind(scope: Scope, monkeypatch: pytest.MonkeyPatch) -> None:
    _, second, _ = refused(scope)
    is_recorded(scope, {second: "9002"})
    written = Path.write_bytes

    def fails_at_the_second(path: Path, data: bytes) -> int:
        if "9002" in path.name:
            raise OSError("disco cheio")
        return written(path, data)

    monkeypatch.setattr(Path, "write_bytes", fails_at_the_second)
    with pytest.raises(OSError, match="disco cheio"):
        draft(scope)
    assert list(scope.office.saida.iterdir()) == []


def row(number: str, protocolo: str, lote: str) -> Movimento:
    return Movimento(number, "1", "2", None, 1, 100, protocolo=protocolo, lote=lote)


RECORD = {"m1": row("m1", "240101", "9001"), "m2": row("m2", "", "9002"), "m3": row("m3", "240103", "")}


@pytest.mark.parametrize(
    ("movimento", "sent", "told", "files", "place"),
    [
        ("m1", "7", ("240101",), [], Place("240101", "9001")),
        ("m1", "7", (), [], Place("240101", "9001")),  # the record knows better than what was sent
        ("m2", "7", (), [], Place("7", "9002")),
        ("m9", "240101", (), [], Place("240101", "9001")),  # another row of the protocolo tells its lote
        ("m1", "", ("240109",), [], None),  # glosado under another protocolo than the record's: its lote is not known
        ("m1", "", ("240101",), [Arquivo("12", "240101", "9001", "x")], Place("240101", "12")),
        ("m3", "", (), [Arquivo("13", "240103", "", "x")], Place("240103", "13")),
        ("m3", "", (), [Arquivo("13", "240103", "", "x"), Arquivo("14", "240103", "", "x")], None),
        ("m1", "", ("240101",), [Arquivo("12", "240101", "8000", "x")], Place("240101", "9001")),
    ],
)
def test_what_was_glosado_is_placed_by_what_its_lines_the_record_and_our_files_say(
    movimento: str, sent: str, told: tuple[str, ...], files: list[Arquivo], place: Place | None
) -> None:
    found = place_of(conta(movimento, sent), told, RECORD, files)
    assert (found if not found.porque else None) == place


def test_two_protocolos_that_refuse_one_entry_and_none_are_told() -> None:
    found = [place_of(conta("m9", ""), told, RECORD, []).porque for told in (("1", "2"), ())]
    assert found == ["glosado em mais de um protocolo (1, 2)", "o livro não sabe em que protocolo foi glosado"]


def conta(movimento: str, protocolo: str) -> Conta:
    item = Item(
        key=GroupKey("aurora", "cassind", Competencia(2026, 9)),
        autorizacao="1",
        codigo="2",
        data=SEEN.date(),
        quantidade=1,
    )
    return Conta(id=1, item=item, situacao="glosa", movimento=movimento, protocolo=protocolo)
