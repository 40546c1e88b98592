"""The help is in Portuguese and answers before anything heavy is loaded."""

import subprocess
import sys

import pytest

from agent.cli.main import command
from agent.cli.summaries import SUMMARIES
from tests.cli.journey import ROOT

HELP = """\
Uso: faturista [OPÇÕES] COMANDO ...

  Faz o mês de faturamento nos portais dos convênios: lê as planilhas das
  clínicas, lança, fecha, busca o retorno e concilia até o centavo.

  A ordem do mês: conferir, planejar, lancar, fechar, retorno, conciliar. Para
  conhecer: faturista demo

Comandos:
  iniciar          Cria a pasta do escritório, com um exemplo comentado.
  senha            Guarda a senha de um acesso, cifrada.
  cofre            Prova que o cofre abre e diz o que falta; troca a chave.
  recuperar-senha  Cria ou troca a senha de um acesso no portal, passo a passo
                   com você.
  conferir         Lê uma planilha e mostra o que seria lançado; ou compara
                   planilha, livro e portal.
  mapear           Propõe como ler as planilhas de uma clínica nova, pergunta
                   o que não está claro e grava.
  planejar         Mostra o que seria feito no portal, sem fazer.
  lancar           Lança no portal o que foi planejado.
  fechar           Confere o mês com o portal e, com a sua aprovação, fecha.
  relatorio        Grava o relatório para imprimir e a lista de conferência do
                   envelope.
  reabrir          Reabre, com a sua aprovação, um mês fechado.
  corrigir         Altera no portal o que a planilha mudou depois de lançado.
  excluir          Exclui do portal, com a sua aprovação, um lançamento nosso.
  consultar        Mostra o que o portal diz de uma autorização.
  atividades       Compara o registro de atividades do portal com o do
                   faturista.
  retorno          Busca no portal o que foi pago e o que foi glosado.
  conciliar        Confere o retorno com o que foi lançado e grava a planilha
                   de conciliação.
  tiss             Confere um lote TISS, ou lê um demonstrativo TISS item a
                   item.
  servir           Trabalha sozinho, pela agenda, até ser mandado parar.
  atender          Faz de uma vez as entradas e aprovações que esperam.
  fila             Mostra o que espera por uma pessoa, e recebe a resposta.
  avisos           Guarda o segredo dos avisos e manda um aviso de teste.
  painel           Abre o escritório no navegador: o que espera, o quadro do
                   mês, as aprovações.
  agenda           Mostra o que vem a seguir em cada clínica, e por quê.
  recurso          Mostra as glosas e até quando recorrer; redige e acompanha
                   os recursos.
  pacote           Grava o pacote do contador: a planilha do mês de cada
                   clínica e a do escritório.
  auditar          Prova que o livro é o que foi escrito, evento por evento.
  migrar           Muda o livro do arquivo para um servidor PostgreSQL, e
                   confere os dois lados.
  copia            Copia o livro em uso e prova a cópia; volta a uma cópia.
  evidencia        Confere uma evidência e grava aberta, para olhar; cifra as
                   antigas.
  dossie           Junta lançamentos, história e provas para um convênio, uma
                   clínica ou um incidente.
  expurgar         Mostra as evidências que passaram do tempo de guarda;
                   aprovado, elimina e certifica.
  situacao         Mostra como está cada clínica em cada portal.
  procurar         Acha no livro o que um número quer dizer: autorização,
                   protocolo, lote ou conta.
  doutor           Examina a instalação e diz o que fazer em cada achado.
  sondar           Olha cada tela de um portal, sem mudar nada, e diz o que
                   não está como esperado.
  calibrar         Mostra ao faturista, com um clique, o que o portal chama de
                   outro jeito.
  mensagens        Mostra o que foi dito de textos desconhecidos de um portal;
                   desfaz, exporta, importa.
  demo             Faz o mês inteiro de três clínicas inventadas em portais
                   simulados.
  portal-simulado  Abre os portais simulados, para treinamento.

Opções:
  --versao         Mostra a versão.
  --ajuda, --help  Mostra esta ajuda.
"""

SENHA = """\
Uso: faturista senha [OPÇÕES] CLINICA PORTAL

  Guarda a senha de um acesso, cifrada.

  A senha é pedida sem aparecer na tela e guardada cifrada: no chaveiro do
  sistema, quando há, ou no cofre da pasta do escritório. Ela não aparece em
  nenhum registro nem relatório.

Argumentos:
  CLINICA  O nome curto da clínica no faturista.toml.
  PORTAL   ipasem ou cassind.

Opções:
  --stdin          Lê a senha da primeira linha da entrada padrão.
  --apagar         Esquece a senha e a sessão guardadas.
  --pasta PASTA    A pasta do escritório. Sem ela: a da variável
                   FATURISTA_PASTA, ou a pasta atual e as que a contêm.
  --json           Responde em JSON na saída padrão, e só isso.
  --ajuda, --help  Mostra esta ajuda.
"""

HEAVY = (
    "{'pydantic', 'rich', 'playwright', 'openpyxl', 'keyring', 'cryptography', 'sqlite_utils', 'agent.config.settings'}"
)


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("option", ["--help", "--ajuda"])
def test_the_whole_help_is_in_portuguese(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = command([option])

    assert (code, capsys.readouterr().out) == (0, HELP)


def test_a_command_s_help_has_its_arguments_and_options(capsys: pytest.CaptureFixture[str]) -> None:
    command(["senha", "--ajuda"])

    assert capsys.readouterr().out == SENHA


def test_an_option_that_must_be_given_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    command(["fechar", "--ajuda"])

    line = "  --competencia MM/AAAA  O mês do movimento, como 10/2026. [obrigatória]\n"
    assert line in capsys.readouterr().out


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_command_has_a_help_without_an_english_heading(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = command([name, "--help"])

    text = capsys.readouterr().out
    english = ("Usage", "Options", "Arguments", "default", "required", "Show this", "<", "OPTIONS", "None")
    assert (code, [word for word in english if word in text]) == (0, [])
    assert text.startswith(f"Uso: faturista {name} [OPÇÕES]")


def test_the_help_loads_nothing_heavy() -> None:
    code = f"""
import sys
from agent.cli.main import command
command(["--help"])
print("carregados:", sorted({HEAVY} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True, env=None
    )

    assert done.stdout.splitlines()[-1] == "carregados: []"


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code = command(["--versao"])

    assert code == 0
    assert capsys.readouterr().out.startswith("faturista")
