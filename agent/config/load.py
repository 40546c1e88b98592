"""Reads faturista.toml: the whole of it is right, or every problem is told at once."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from agent.config.office import FILE_NAME, Office
from agent.config.problems import Problem, problems_of, sentence, sentences
from agent.config.settings import Settings
from agent.config.toml_lines import key_lines
from agent.model.errors import ConfigError, SetupError

_POSITION = re.compile(r"at line (\d+), column (\d+)")


def load_office(folder: Path) -> Office:
    """The office of that folder. Raises ConfigError with every problem, SetupError when there is no file."""
    folder = folder.resolve()
    file = folder / FILE_NAME
    return Office(folder=folder, settings=settings_of(text_of(file), file))


def settings_of(text: str, file: Path) -> Settings:
    """What a file of that text says. Raises ConfigError with every problem."""
    settings, problems, across = judged(parsed(text, file))
    if settings is None or across:
        lines = key_lines(text)
        told = [*sentences(problems, lines), *(sentence(each.path, each.what, lines) for each in across)]
        raise ConfigError(told, where=str(file))
    return settings


def judged(data: Mapping[str, object]) -> tuple[Settings | None, list[Problem], list[Problem]]:
    """The settings, None when a section is wrong; what is wrong within sections, and what no single one can know."""
    across = [*_across(data), *_without_mail(data)]
    try:
        return Settings.model_validate(data), [], across
    except ValidationError as error:
        return None, problems_of(error, Settings), across


def text_of(file: Path) -> str:
    """The file's text. Raises SetupError when there is none, ConfigError when it is not UTF-8."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise SetupError(
            "o arquivo não existe.", where=str(file), do="Crie a pasta do escritório com: faturista iniciar PASTA"
        ) from None
    except UnicodeDecodeError:
        raise ConfigError(["o arquivo não está em UTF-8. Salve-o como UTF-8."], where=str(file)) from None
    except OSError as error:
        raise SetupError(f"o arquivo não pôde ser lido ({error.strerror}).", where=str(file)) from None


def parsed(text: str, file: Path) -> dict[str, object]:
    """The text as TOML. Raises ConfigError with its line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _POSITION.search(str(error))
        place = f"linha {at[1]}, coluna {at[2]}" if at else "no fim do arquivo"
        raise ConfigError([f"{place}: o texto não segue a escrita TOML. {_hint(text, at)}"], where=str(file)) from None


def _hint(text: str, at: re.Match[str] | None) -> str:
    if at and "\\" in text.splitlines()[min(int(at[1]), len(text.splitlines())) - 1]:
        return "Escreva caminhos do Windows entre aspas simples: 'C:\\Faturamento'."
    return 'Confira aspas, colchetes e se a chave não foi escrita duas vezes: chave = "valor".'


def _across(data: Mapping[str, object]) -> Iterator[Problem]:
    """What no single section can know: an access to a portal that is not set up, one login for two clinics."""
    portais = _table(data.get("portais"))
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for slug, clinica in _table(data.get("clinicas")).items():
        for portal, acesso in _table(_table(clinica).get("acessos")).items():
            path = ("clinicas", slug, "acessos", portal)
            if portal not in portais:
                yield Problem(path, f"falta a seção [portais.{portal}] com o endereço do portal.")
            usuario = str(_table(acesso).get("usuario", ""))
            if usuario and owners[portal, usuario]:
                other = owners[portal, usuario][0]
                yield Problem(path, f'este usuário já é o da clínica "{other}" no mesmo portal.')
            owners[portal, usuario].append(slug)


def _without_mail(data: Mapping[str, object]) -> Iterator[Problem]:
    """An accountant who waits for a pack that nothing would send."""
    if _table(data.get("avisos")).get("correio"):
        return
    for slug, clinica in _table(data.get("clinicas")).items():
        if _table(clinica).get("contador"):
            path = ("clinicas", slug, "contador")
            yield Problem(path, "falta o servidor de e-mail: a linha correio da seção [avisos].")


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
