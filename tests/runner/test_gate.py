"""What refuses a close, in the words the operator reads."""

from dataclasses import replace

import pytest

from agent.model.entry import Entry, State
from agent.model.registro import Registro
from agent.runner.compare import compare
from agent.runner.gate import Gate, judge
from tests.runner.trade import entry, record, red, row

LAUNCHED = entry(5, state=State.LANCADA, movimento="8300")


def gate(registro: Registro, *entries: Entry, sent: int = 0) -> Gate:
    return judge(registro, compare(registro, entries, owned=lambda _row: sent), entries)


def test_a_month_whose_record_equals_the_ledger_may_be_closed() -> None:
    judged = gate(record(row("8300")), LAUNCHED)
    assert (judged.findings, judged.open, judged.linhas, judged.valor) == ((), True, 1, 6500)


@pytest.mark.parametrize(
    ("registro", "entries", "said"),
    [
        (
            record(row("8300")),
            (LAUNCHED, entry(6, auth="2988001")),
            ["autorização 2988001, código 00010014 de 05/10/2026 (Consultas!6): ainda não foi lançada"],
        ),
        (
            record(row("8300")),
            (LAUNCHED, entry(6, auth="2988001", state=State.INCERTA)),
            ["autorização 2988001, código 00010014 de 05/10/2026 (Consultas!6): ficou sem resposta do portal"],
        ),
        (
            record(row("8300"), red("8301", auth="2988001")),
            (LAUNCHED,),
            ["autorização 2988001, código 00010014: não finalizada no portal (vermelha)"],
        ),
        (
            record(row("8300"), row("8301", auth="2988001")),
            (LAUNCHED,),
            [
                "autorização 2988001, código 00010014 de 05/10/2026: está no portal e não foi o faturista que lançou",
                "o livro tem 1 lançamentos e R$ 65,00; o portal, 2 e R$ 130,00",
            ],
        ),
        (
            record(row("8300", valor=6501)),
            (LAUNCHED,),
            [
                "autorização 2988000, código 00010014 de 05/10/2026 (Consultas!5): "
                "valor no portal 65,01, esperado 65,00",
                "o livro tem 1 lançamentos e R$ 65,00; o portal, 1 e R$ 65,01",
            ],
        ),
        (
            record(),
            (LAUNCHED,),
            [
                "autorização 2988000, código 00010014 de 05/10/2026 (Consultas!5): "
                "lançada, mas sumiu do relatório do portal",
                "o livro tem 1 lançamentos e R$ 65,00; o portal, 0 e R$ 0,00",
            ],
        ),
        (
            replace(record(row("8300")), total_valor=6501),
            (LAUNCHED,),
            ["o relatório do portal não fecha com os próprios totais"],
        ),
    ],
)
def test_a_doubt_refuses_the_close_and_says_which(
    registro: Registro, entries: tuple[Entry, ...], said: list[str]
) -> None:
    judged = gate(registro, *entries)
    assert ([finding.text for finding in judged.findings], judged.open) == (said, False)


def test_a_month_that_the_portal_holds_closed_is_shown_to_the_approver_and_needs_no_click() -> None:
    judged = gate(record(row("8300"), fechado=True), LAUNCHED)
    said = ["o mês já está fechado no portal: só o livro passa a fechado"]
    assert ([f.text for f in judged.findings], judged.open) == (said, True)


def test_a_surplus_of_ours_refuses_the_close_until_it_is_removed() -> None:
    judged = gate(record(row("8300"), row("8301")), LAUNCHED, sent=2)
    assert [f.text for f in judged.findings] == [
        "autorização 2988000, código 00010014 de 05/10/2026: a mais no portal, de um envio nosso",
        "o livro tem 1 lançamentos e R$ 65,00; o portal, 2 e R$ 130,00",
    ]


def test_a_row_that_the_ledger_has_not_booked_yet_refuses_the_close() -> None:
    refused = entry(6, auth="2988001", state=State.RECUSADA, motivo="Autorização não encontrada.")
    judged = gate(record(row("8300"), row("8301", auth="2988001")), LAUNCHED, refused)
    assert [f.text for f in judged.findings if f.blocking] == [
        "autorização 2988001, código 00010014 de 05/10/2026: está no portal e o livro ainda não o tem; rode planejar",
        "o livro tem 1 lançamentos e R$ 65,00; o portal, 2 e R$ 130,00",
    ]


def test_a_refused_entry_is_shown_to_the_approver_and_does_not_refuse_the_close() -> None:
    refused = entry(6, auth="2988001", state=State.RECUSADA, motivo="Autorização não encontrada.")
    judged = gate(record(row("8300")), LAUNCHED, refused)
    assert ([f.text for f in judged.findings], judged.open) == (
        [
            "autorização 2988001, código 00010014 de 05/10/2026 (Consultas!6): "
            "recusada, fica fora do mês (Autorização não encontrada.)"
        ],
        True,
    )


def test_the_hash_changes_with_one_centavo_one_row_and_one_state() -> None:
    hashes = {
        gate(record(row("8300")), LAUNCHED).hash,
        gate(record(row("8300", valor=6501)), LAUNCHED).hash,
        gate(record(row("8300"), row("8301")), LAUNCHED).hash,
        gate(record(row("8300")), replace(LAUNCHED, state=State.RECUSADA)).hash,
    }
    assert len(hashes) == 4
