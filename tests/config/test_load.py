"""faturista.toml is loaded whole, or every problem is told with its line."""

from pathlib import Path

import pytest

from agent.config.load import load_office
from agent.config.settings import Acesso, Clinica, Escritorio, PortalSettings
from agent.model.errors import ConfigError, SetupError
from tests.config.office_file import RIGHT, write_office


def problems(tmp_path: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        load_office(write_office(tmp_path, text))
    assert caught.value.where == str(tmp_path / "faturista.toml")
    return caught.value.problems


def test_a_right_file_becomes_frozen_settings(tmp_path: Path) -> None:
    settings = load_office(write_office(tmp_path)).settings

    assert settings.escritorio == Escritorio(nome="Escritório Modelo", cofre="arquivo")
    assert settings.portais == {
        "ipasem": PortalSettings(endereco="https://ipasem.exemplo"),
        "cassind": PortalSettings(endereco="http://127.0.0.1:8000/prestador", acomodacao_s=0.5),
    }
    assert settings.clinicas["sorriso"] == Clinica(
        nome="Clínica Sorriso",
        acessos={
            "ipasem": Acesso(usuario="11111111111"),
            "cassind": Acesso(usuario="sorriso", valor_divergente="digitar"),
        },
    )


def test_a_file_saved_by_notepad_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    write_office(tmp_path, "\ufeff" + RIGHT)

    assert load_office(tmp_path).settings.escritorio.nome == "Escritório Modelo"


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ('nome = "Escritório Modelo"', "", "linha 1, escritorio.nome: esta chave é obrigatória e não foi escrita."),
        ("nome = ", "nme = ", 'linha 2, escritorio.nme: esta chave não existe. Você quis dizer "nome"?'),
        (
            'cofre = "arquivo"',
            "xyz = 1",
            'linha 3, escritorio.xyz: esta chave não existe. Pode ser: "nome", "fuso", "diario", "cofre", "banco".',
        ),
        (
            'cofre = "arquivo"',
            'fuso = "Lua"',
            'linha 3, escritorio.fuso: não é um fuso horário, como "America/Sao_Paulo"; está "Lua".',
        ),
        (
            'cofre = "arquivo"',
            'cofre = "gaveta"',
            'linha 3, escritorio.cofre: está "gaveta". Pode ser: "automatico", "arquivo".',
        ),
        ('cofre = "arquivo"', "cofre = 3", 'linha 3, escritorio.cofre: está 3. Pode ser: "automatico", "arquivo".'),
        (
            "[portais.ipasem]",
            "[portais.ipasen]",
            'linha 5, portais.ipasen: este portal não é conhecido. Você quis dizer "ipasem"?',
        ),
        (
            '"https://ipasem.exemplo/"',
            '"ipasem"',
            "linha 6, portais.ipasem.endereco: deve ser o endereço do portal, como"
            ' "https://portal.exemplo.com.br"; está "ipasem".',
        ),
        (
            '"https://ipasem.exemplo/"',
            '"http://[::1"',
            "linha 6, portais.ipasem.endereco: deve ser o endereço do portal, como"
            ' "https://portal.exemplo.com.br"; está "http://[::1".',
        ),
        (
            '"https://ipasem.exemplo/"',
            '"http://ipasem.exemplo/"',
            'linha 6, portais.ipasem.endereco: deve começar com "https://" (sem o "s", só no portal simulado deste'
            ' computador); está "http://ipasem.exemplo/".',
        ),
        (
            '"https://ipasem.exemplo/"',
            '"https://fulano:segredo@ipasem.exemplo"',
            "linha 6, portais.ipasem.endereco: o endereço não pode trazer usuário nem senha;"
            ' está "https://…@ipasem.exemplo".',
        ),
        (
            "acomodacao_s = 0.5",
            'acomodacao_s = "2"',
            'linha 10, portais.cassind.acomodacao_s: deve ser um número de segundos, sem aspas; está "2".',
        ),
        (
            "acomodacao_s = 0.5",
            "acomodacao_s = 0",
            "linha 10, portais.cassind.acomodacao_s: deve ser maior que zero; está 0.",
        ),
        (
            "acomodacao_s = 0.5",
            "acomodacao_s = 1e9",
            "linha 10, portais.cassind.acomodacao_s: não pode passar de 86400 segundos (um dia); está 1000000000.0.",
        ),
        (
            'cofre = "arquivo"',
            'diario = "C:\\faturista"',
            'linha 3, escritorio.diario: caminhos do Windows vão entre aspas simples; está "C:·aturista".',
        ),
        (
            "[portais.cassind]",
            '[navegador]\nmostrar = "sim"\n[portais.cassind]',
            'linha 9, navegador.mostrar: deve ser true ou false, sem aspas; está "sim".',
        ),
        (
            "[clinicas.sorriso]",
            "[clinicas.Sorriso]",
            "linha 12, clinicas.Sorriso: o nome curto só pode ter letras minúsculas sem acento, números e hífen.",
        ),
        (
            'nome = "Clínica Sorriso"',
            "nome = 3",
            "linha 13, clinicas.sorriso.nome: deve ser um texto entre aspas; está 3.",
        ),
        ('nome = "Clínica Sorriso"', 'nome = ""', 'linha 13, clinicas.sorriso.nome: não pode ficar vazio; está "".'),
        (
            'nome = "Clínica Sorriso"',
            'nome = "Clínica Sorriso"\nsenha = "segredo"',
            "linha 14, clinicas.sorriso.senha: senhas não ficam neste arquivo."
            " Apague esta linha e guarde a senha com: faturista senha",
        ),
        (
            'valor_divergente = "digitar"',
            'valor_divergente = "digita"',
            'linha 14, clinicas.sorriso.acessos.cassind.valor_divergente: está "digita". Você quis dizer "digitar"?',
        ),
        (
            '"entrada/passo-firme", "avulsa.csv"',
            "3",
            "linha 18, clinicas.passo-firme.planilhas.0: deve ser um caminho entre aspas; está 3.",
        ),
        (
            '["entrada/passo-firme", "avulsa.csv"]',
            "true",
            "linha 18, clinicas.passo-firme.planilhas: deve ser um caminho entre aspas ou uma lista deles; está true.",
        ),
        (
            'cofre = "arquivo"',
            'banco = "postgresql://ana:segredo@servidor/livro"',
            "linha 3, escritorio.banco: a senha do banco não se escreve aqui; ponha-a em ~/.pgpass ou em"
            ' FATURISTA_BANCO; está "postgresql://…@servidor/livro".',
        ),
        (
            'cofre = "arquivo"',
            'banco = "servidor/livro"',
            "linha 3, escritorio.banco: deve ser um endereço como postgresql://usuario@servidor/faturista;"
            ' está "servidor/livro".',
        ),
        (
            'acessos.ipasem.usuario = "22222222222"',
            "acessos = {}",
            "linha 19, clinicas.passo-firme.acessos: precisa ter pelo menos um item; está outra coisa.",
        ),
        (
            'acessos.ipasem.usuario = "22222222222"',
            'acessos.ipasem = "22222222222"',
            "linha 19, clinicas.passo-firme.acessos.ipasem: deve ser uma seção com chaves, não um valor solto;"
            ' está "22222222222".',
        ),
        (
            'acessos.ipasem.usuario = "22222222222"',
            'acessos.ipasem.usuario = "11111111111"',
            'linha 19, clinicas.passo-firme.acessos.ipasem: este usuário já é o da clínica "sorriso" no mesmo portal.',
        ),
        (
            'acessos.ipasem.usuario = "22222222222"',
            'contador = "contas@contador.com.br"\nacessos.ipasem.usuario = "22222222222"',
            "linha 19, clinicas.passo-firme.contador: falta o servidor de e-mail: a linha correio da seção [avisos].",
        ),
        (
            '[portais.ipasem]\nendereco = "https://ipasem.exemplo/"\n\n',
            "",
            "linha 16, clinicas.passo-firme.acessos.ipasem: falta a seção [portais.ipasem] com o endereço do portal.",
        ),
    ],
)
def test_each_mistake_is_told_with_its_line_its_key_and_what_was_seen(
    tmp_path: Path, right: str, wrong: str, sentence: str
) -> None:
    assert sentence in problems(tmp_path, RIGHT.replace(right, wrong, 1))


def test_all_problems_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = RIGHT.replace("nome = ", "nme = ", 1).replace("acomodacao_s", "acomodacao").replace("usuario", "usuaria")

    assert problems(tmp_path, text) == (
        "linha 1, escritorio.nome: esta chave é obrigatória e não foi escrita.",
        'linha 2, escritorio.nme: esta chave não existe. Você quis dizer "nome"?',
        'linha 10, portais.cassind.acomodacao: esta chave não existe. Você quis dizer "acomodacao_s"?',
        "linha 14, clinicas.sorriso.acessos.ipasem.usuario: esta chave é obrigatória e não foi escrita.",
        'linha 14, clinicas.sorriso.acessos.ipasem.usuaria: esta chave não existe. Você quis dizer "usuario"?',
        "linha 14, clinicas.sorriso.acessos.cassind.usuario: esta chave é obrigatória e não foi escrita.",
        'linha 14, clinicas.sorriso.acessos.cassind.usuaria: esta chave não existe. Você quis dizer "usuario"?',
        "linha 19, clinicas.passo-firme.acessos.ipasem.usuario: esta chave é obrigatória e não foi escrita.",
        'linha 19, clinicas.passo-firme.acessos.ipasem.usuaria: esta chave não existe. Você quis dizer "usuario"?',
    )


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            'nome = "sem fim',
            "linha 2, coluna 16: o texto não segue a escrita TOML. Confira aspas, colchetes"
            ' e se a chave não foi escrita duas vezes: chave = "valor".',
        ),
        (
            'diario = "D:\\Faturamento"',
            "linha 2, coluna 15: o texto não segue a escrita TOML."
            " Escreva caminhos do Windows entre aspas simples: 'C:\\Faturamento'.",
        ),
    ],
)
def test_text_that_is_not_toml_is_told_with_its_place(tmp_path: Path, line: str, sentence: str) -> None:
    assert problems(tmp_path, f"[escritorio]\n{line}\n") == (sentence,)


def test_text_that_ends_too_soon_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path, "planilhas = [") == (
        "no fim do arquivo: o texto não segue a escrita TOML."
        ' Confira aspas, colchetes e se a chave não foi escrita duas vezes: chave = "valor".',
    )


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "faturista.toml").write_bytes('[escritorio]\nnome = "Clínica"'.encode("cp1252"))

    with pytest.raises(ConfigError) as caught:
        load_office(tmp_path)

    assert caught.value.problems == ("o arquivo não está em UTF-8. Salve-o como UTF-8.",)


def test_a_folder_without_the_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SetupError) as caught:
        load_office(tmp_path)

    assert str(caught.value) == (
        f"{tmp_path / 'faturista.toml'}: o arquivo não existe. Crie a pasta do escritório com: faturista iniciar PASTA"
    )


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "faturista.toml").mkdir()

    with pytest.raises(SetupError, match="o arquivo não pôde ser lido"):
        load_office(tmp_path)
