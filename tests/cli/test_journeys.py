"""The commands that need no portal, typed in a real shell's way."""

import json
from pathlib import Path

import pytest

from tests.cli.journey import Ran, faturista
from tests.config.office_file import write_office

SHEET = """\
Consultas IPASEM 10/2026
Autorização;Data;Paciente;Código;Valor
2988005;05/10/2026;Adelina Prokop Vargas;00010014;65,00
2988006;31/02/2026;Benício Tauber Nunes;00010014;65,00
Total;;;;130,00
"""


def test_a_new_office_is_made_and_the_next_steps_are_told(tmp_path: Path) -> None:
    ran = faturista("iniciar", "escritorio", cwd=tmp_path)

    folder = tmp_path / "escritorio"
    assert ran == Ran(
        0,
        f"""\
A pasta do escritório está em {folder}

Agora:
  1. Abra {folder / "faturista.toml"} e troque o exemplo pelas suas clínicas e pelos endereços dos portais.
  2. Guarde a senha de cada acesso:  faturista senha CLINICA PORTAL
  3. Ponha as planilhas em entrada/CLINICA e confira uma:  faturista conferir PLANILHA --clinica CLINICA

Os comandos procuram a pasta do escritório na pasta atual; de outro lugar, use --pasta.
""",
        "",
    )
    assert faturista("iniciar", "escritorio", cwd=tmp_path).code == 2


def test_a_password_is_kept_and_forgotten_without_being_shown(tmp_path: Path) -> None:
    office = write_office(tmp_path / "escritorio")

    kept = faturista("senha", "sorriso", "ipasem", "--stdin", cwd=office, stdin="segredo çã\n")
    forgotten = [faturista("senha", "sorriso", "ipasem", "--apagar", "--json", cwd=office) for _ in range(2)]

    assert kept == Ran(0, "Senha guardada: clínica sorriso, portal ipasem (cofre da pasta do escritório).\n", "")
    assert [json.loads(ran.out) for ran in forgotten] == [
        {"clinica": "sorriso", "portal": "ipasem", "guardada": False, "lugar": "cofre da pasta do escritório"}
    ] * 2
    assert list((office / "cofre").iterdir()) == []


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("sorriso", "ipasem"), "Erro: não há um terminal em que digitar a senha.\nOnde: senha\n"),
        (("sorriso", "ipasem", "--stdin"), "Erro: a senha está vazia; nada foi guardado.\nOnde: entrada padrão\n"),
        (("soriso", "ipasem", "--stdin"), "Erro: clinicas.soriso: esta clínica não está no arquivo.\n"),
    ],
)
def test_a_password_that_cannot_be_kept_is_told(tmp_path: Path, args: tuple[str, ...], sentence: str) -> None:
    ran = faturista("senha", *args, cwd=write_office(tmp_path / "escritorio"))

    assert (ran.code, ran.out, ran.err.startswith(sentence)) == (2, "", True)


def test_a_sheet_is_read_and_every_held_row_has_its_cell_and_reason(tmp_path: Path) -> None:
    office = write_office(tmp_path / "escritorio")
    (tmp_path / "ipasem.csv").write_text(SHEET, encoding="utf-8")

    ran = faturista(
        "conferir", "ipasem.csv", "--clinica", "sorriso", "--hoje", "2026-11-21", "--pasta", str(office), cwd=tmp_path
    )

    assert (ran.code, ran.err) == (1, "Lendo ipasem.csv…\n")
    assert [" ".join(line.split()) for line in ran.out.splitlines() if "─" not in line and line.strip()] == [
        "ipasem.csv: 1 lançamento, 1 linha a corrigir, 1 linha sem atendimento.",
        "Lançamentos",
        "Portal Mês Tipo Quantos Valor (R$) Sem valor",
        "ipasem 10/2026 consulta 1 65,00",
        "Linhas a corrigir na planilha",
        "Aba Linha Célula Coluna O que se viu Motivo",
        "4 B4 Data 31/02/2026 '31/02/2026' não foi aceita como data: 31/02/2026 não existe. Escreva dd/mm/aaaa.",
        "Linhas sem atendimento",
        "Aba Linha O que se viu Por quê",
        "5 Total | 130,00 linha de total",
    ]


def test_with_json_standard_output_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "ipasem.csv").write_text(SHEET, encoding="utf-8")

    ran = faturista("conferir", "ipasem.csv", "--clinica", "sorriso", "--hoje", "2026-11-21", "--json", cwd=tmp_path)

    body = json.loads(ran.out)
    assert (ran.code, body["totais"], body["rejeitadas"][0]["celula"]) == (
        1,
        {"lidas": 1, "rejeitadas": 1, "ignoradas": 1, "valor_centavos": 6500},
        "B4",
    )


def test_a_clinic_s_own_mapping_is_used(tmp_path: Path) -> None:
    office = write_office(tmp_path / "escritorio")
    (office / "mapeamentos").mkdir()
    (office / "mapeamentos" / "padrao.toml").write_text('tipo = "exame"\n', encoding="utf-8")
    (office / "ipasem.csv").write_text(SHEET, encoding="utf-8")

    ran = faturista("conferir", "ipasem.csv", "--clinica", "sorriso", "--hoje", "2026-11-21", "--json", cwd=office)

    assert [entry["kind"] for entry in json.loads(ran.out)["lancamentos"]] == ["exame"]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("nada.csv",), "Erro: O arquivo não pôde ser aberto.\nOnde: nada.csv\n"),
        (("nada.csv", "--hoje", "ontem"), 'Erro: "ontem" não é uma data AAAA-MM-DD, como 2026-10-31.\nOnde: --hoje\n'),
        (
            ("nada.csv", "--competencia", "13/2026"),
            "Erro: competência inválida: 13/2026; escreva MM/AAAA, como 10/2026.\nOnde: --competencia\n",
        ),
        (
            ("nada.csv", "--portal", "ipasen"),
            'Erro: o portal "ipasen" não é conhecido.\nOnde: --portal\nO que fazer: Você quis dizer "ipasem"?\n',
        ),
        (("nada.csv", "--pasta", "nada"), 'Erro: a pasta "nada" não tem faturista.toml.\nOnde: --pasta\n'),
    ],
)
def test_a_sheet_that_cannot_be_read_is_told(tmp_path: Path, args: tuple[str, ...], sentence: str) -> None:
    ran = faturista("conferir", *args, "--clinica", "sorriso", cwd=tmp_path)

    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
