"""faturista tiss: a lote checked, a statement added up."""

import json
from pathlib import Path

import pytest

from agent.cli.edge import run
from agent.cli.main import command
from portals.tiss.lote import build
from tests.portals.tiss.sample import consulta, lote
from tests.portals.tiss.statements import analise, pagamento

Capture = pytest.CaptureFixture[str]


def told(out: Capture, folder: Path, xml: bytes, *options: str) -> tuple[int, list[str]]:
    """The exit code and the lines of `faturista tiss`."""
    path = folder / "arquivo.xml"
    path.write_bytes(xml)
    code = run(command, ["tiss", str(path), *options])
    return code, out.readouterr().out.splitlines()


def test_a_good_lote_is_said_to_be_good(capsys: Capture, tmp_path: Path) -> None:
    assert told(capsys, tmp_path, build(lote(consulta(1)))) == (0, ["O arquivo está conforme o padrão."])


def test_a_broken_lote_needs_a_person_and_names_the_guia(capsys: Capture, tmp_path: Path) -> None:
    bad = build(lote(consulta(1))).replace(b"004512901", b"0" * 21)
    code, lines = told(capsys, tmp_path, bad)
    assert (code, [line[:17] for line in lines]) == (1, ["ERRO: guia 7001: ", "ERRO: lote: Hash "])


def test_an_analysis_is_shown_with_what_was_refused(capsys: Capture, tmp_path: Path) -> None:
    assert told(capsys, tmp_path, analise()) == (
        0,
        [
            "Análise de conta 77, de 15/12/2026: informado R$ 285,00, liberado R$ 220,00, glosa R$ 65,00. "
            "As somas fecham.",
            "  guia 004700104, 50000160, 05/10/2026: glosa R$ 65,00 (2516)",
        ],
    )


def test_a_payment_is_shown_with_what_was_withheld(capsys: Capture, tmp_path: Path) -> None:
    assert told(capsys, tmp_path, pagamento()) == (
        0,
        [
            "Pagamento 77, de 15/12/2026: liberado R$ 220,00, líquido R$ 205,70. As somas fecham.",
            "  retido IRRF: R$ 3,30",
            "  retido ISS: R$ 11,00",
        ],
    )


def test_machines_get_every_item_in_centavos(capsys: Capture, tmp_path: Path) -> None:
    code, lines = told(capsys, tmp_path, analise(), "--json")
    [read] = json.loads("\n".join(lines))["analises"]
    assert (code, [(item["guia"], item["liberado"], item["glosa"]) for item in read["itens"]]) == (
        0,
        [("004700104", 9500, 0), ("004700104", 9500, 0), ("004700104", 3000, 6500)],
    )


def test_a_statement_that_does_not_add_up_stops_with_the_place(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "retorno.xml"
    path.write_bytes(analise(geral=("380.00", "285.00", "220.00", "65.00")))
    code = run(command, ["tiss", str(path)])
    assert (code, capsys.readouterr().err.splitlines()[:2]) == (
        3,
        [
            "Erro: O demonstrativo não fecha (informado: diz R$ 380,00, soma R$ 285,00).",
            "Onde: retorno.xml, total",
        ],
    )


def test_a_file_that_is_not_there_is_named(capsys: Capture, tmp_path: Path) -> None:
    code = run(command, ["tiss", str(tmp_path / "nada.xml")])
    assert (code, "o arquivo não pôde ser aberto" in capsys.readouterr().err) == (2, True)
