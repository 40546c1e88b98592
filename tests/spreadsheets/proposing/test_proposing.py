"""A new clinic's mapping: proposed, asked about where it is unclear, and written so that it reads the same again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from agent.model.competencia import Competencia
from agent.model.errors import InputError
from mappings.campo import Campo
from mappings.regras import Regras
from mappings.sheet import AbaMapping, Padroes, SheetMapping, load_mapping
from spreadsheets.proposing.answers import Draft, answered
from spreadsheets.proposing.interview import interview
from spreadsheets.proposing.toml_text import toml_text
from spreadsheets.reading.leitura import Leitura, Pergunta
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, read, xlsx

ROWS = [(n, 2678555 + n, date(2026, 10, 5), "Ana Prokop", "50000616", 81.24) for n in (1, 2)]


def reader(path: Path) -> Callable[[Draft], Leitura]:
    return lambda draft: read(path, competencia=draft.competencia, mapping=draft.mapping)


def answers(*texts: str) -> tuple[Callable[[Pergunta, str], str], list[tuple[str, str]]]:
    """A person with these answers, and what was asked of it: each question's field or code, and the complaint."""
    left, asked = list(texts), []

    def ask(question: Pergunta, complaint: str) -> str:
        asked.append((question.campo or question.code, complaint))
        return left.pop(0)

    return ask, asked


def test_only_what_is_unclear_is_asked_and_the_answers_make_the_mapping(tmp_path: Path) -> None:
    heading = ("Item", "Pedido", "Quando", "Paciente", "Feito", "Combinado")
    ask, asked = answers("ipasem", "10/2026", "2", "Quando", "1", "nenhuma")
    leitura, draft = interview(reader(xlsx(tmp_path, heading, *ROWS, name="notas.xlsx")), Draft(), ask)
    assert [what for what, _ in asked] == [
        *("portal", "competencia", "numero_autorizacao", "data", "codigo_procedimento", "valor_informado"),
    ]
    assert (draft.competencia, draft.mapping) == (
        Competencia(2026, 10),
        SheetMapping(
            portal="ipasem",
            colunas={
                Campo.NUMERO_AUTORIZACAO: "Pedido",
                Campo.DATA: "Quando",
                Campo.CODIGO_PROCEDIMENTO: "Feito",
            },
            ignorar=("Combinado",),
        ),
    )
    assert [(e.numero_autorizacao, e.valor_informado) for e in leitura.lancamentos] == [
        ("2678556", None),
        ("2678557", None),
    ]


def test_an_answer_that_is_none_is_asked_again_with_the_reason(tmp_path: Path) -> None:
    ask, asked = answers("unimed", "1")
    leitura, draft = interview(reader(xlsx(tmp_path, HEADING, ROW, name="out 2026.xlsx")), Draft(), ask)
    assert asked == [("portal", ""), ("portal", '"unimed" não é um convênio conhecido. Responda ipasem ou cassind.')]
    assert (leitura.questions, draft.mapping.portal) == ((), "cassind")


def test_nobody_to_ask_leaves_the_questions_open(tmp_path: Path) -> None:
    leitura, draft = interview(reader(xlsx(tmp_path, HEADING, ROW, name="out 2026.xlsx")), Draft(), None)
    assert ([q.code for q in leitura.questions], draft) == (["portal"], Draft())


@pytest.mark.parametrize("text", ["1", "C", "coluna c", "Combinado"])
def test_a_column_is_answered_by_number_letter_or_heading(text: str) -> None:
    question = Pergunta("coluna", "?", "", "valor_informado", ("Combinado (coluna C)", "Pago (coluna D)"))
    assert answered(Draft(), question, text, ()).mapping.colunas == {Campo.VALOR_INFORMADO: "Combinado"}


def test_a_column_without_a_heading_is_kept_by_its_letter_and_none_of_them_is_ignored() -> None:
    question = Pergunta("coluna", "?", "", "codigo_procedimento", ("sem título (coluna D)", "Pago (coluna E)"))
    assert answered(Draft(), question, "1", ()).mapping.colunas == {Campo.CODIGO_PROCEDIMENTO: "coluna D"}
    assert answered(Draft(), question, "nenhuma", ()).mapping.ignorar == ("coluna D", "Pago")


def test_a_heading_that_the_sheet_lost_is_let_go() -> None:
    old = Draft(SheetMapping(colunas={Campo.DATA: "Dia", Campo.CID: "CID"}))
    question = Pergunta(
        "coluna", 'O mapeamento da clínica fala da coluna "Dia", que não está na tabela. O modelo mudou?'
    )
    assert answered(old, question, "", ()).mapping.colunas == {Campo.CID: "CID"}


@pytest.mark.parametrize(
    ("question", "text", "sentence"),
    [
        (Pergunta("codigo", "?"), "x", '"x" não é um código de procedimento. Responda só o código, como 50000616.'),
        (Pergunta("competencia", "?"), "out", '"out" não é um mês. Responda como 10/2026.'),
        (
            Pergunta("coluna", "?", "", "data", ("Dia (coluna B)",)),
            "Z",
            '"Z" não é uma das colunas. Responda o número ou a letra: Dia (coluna B).',
        ),
    ],
)
def test_what_is_no_answer_is_refused_saying_what_is(question: Pergunta, text: str, sentence: str) -> None:
    with pytest.raises(InputError) as refusal:
        answered(Draft(), question, text, ())
    assert str(refusal.value) == sentence


def test_a_code_for_every_row_becomes_a_default() -> None:
    assert answered(Draft(), Pergunta("codigo", "?"), "10101012", ()).mapping.padroes == Padroes(
        codigo_procedimento="10101012"
    )


def test_the_written_mapping_reads_the_sheet_as_it_was_understood(tmp_path: Path) -> None:
    path = xlsx(tmp_path, (*HEADING, "Telefone"), (*ROW, "51"))
    leitura = read(path)
    text = toml_text(leitura, SheetMapping(portal="ipasem"))
    (tmp_path / "vale.toml").write_text(text, encoding="utf-8")
    mapping = load_mapping(tmp_path / "vale.toml")
    assert mapping.colunas == {
        Campo.NUMERO_AUTORIZACAO: "Autorização",
        Campo.DATA: "Data",
        Campo.BENEFICIARIO: "Paciente",
        Campo.NUMERO_CARTEIRA: "Matrícula",
        Campo.CODIGO_PROCEDIMENTO: "Código",
        Campo.VALOR_INFORMADO: "Valor",
    }
    assert read(path, mapping=mapping).lancamentos == leitura.lancamentos
    assert 'numero_autorizacao = "Autorização" # coluna A; título "autorização" (98 %)\n' in text
    assert '# sem uso: "Telefone", coluna G; título conhecido que nenhum lançamento usa\n' in text


def test_several_sheets_and_all_else_that_a_mapping_says_come_back_from_its_file(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, name="10-2026.xlsx", Outra=[("Guia", *HEADING[1:]), ROW])
    given = SheetMapping(
        portal="ipasem",
        abas=("Plan1", "Outra"),
        ignorar=('Com "aspas"',),
        ordem_das_datas="dma",
        padroes=Padroes(codigo_conselho="31207"),
        aba={"Outra": AbaMapping(portal="cassind")},
        regras={"cassind": Regras(prazo_envio_dias=60, maximo={"50000616": 4}, codigos=("0001", "2334"))},
    )
    leitura = read(path, mapping=given)
    (tmp_path / "vale.toml").write_text(toml_text(leitura, given), encoding="utf-8")
    again = load_mapping(tmp_path / "vale.toml")
    assert again.aba["Outra"].colunas[Campo.NUMERO_AUTORIZACAO] == "Guia"
    plain = {name: own.model_copy(update={"colunas": {}}) for name, own in again.aba.items()}
    assert again.model_copy(update={"aba": {"Outra": plain["Outra"]}}) == given


def test_how_sure_a_column_is_falls_when_its_values_look_otherwise(tmp_path: Path) -> None:
    rows = [(2678555 + n, *ROW[1:5], "a combinar") for n in range(4)]
    (table,) = read(xlsx(tmp_path, HEADING, *rows)).colunas
    assert {c.campo: c.confianca for c in table.colunas} == {
        "numero_autorizacao": 98,
        "data": 85,
        "beneficiario": 98,
        "numero_carteira": 98,
        "codigo_procedimento": 85,
        "valor_informado": 49,
    }
