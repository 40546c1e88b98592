"""Reads faturista.toml: the whole of it is right, or every problem is told at once."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from agent.config.office import FILE_NAME, Office
from agent.config.problems import problems_of, sentence
from agent.config.settings import Settings
from agent.config.toml_lines import KeyPath, key_lines
from agent.model.errors import ConfigError, SetupError

_POSITION = re.compile(r"at line (\d+), column (\d+)")


def load_office(folder: Path) -> Office:
    """The office of that folder. Raises ConfigError with every problem, SetupError when there is no file."""
    folder = folder.resolve()
    file = folder / FILE_NAME
    text = _text_of(file)
    data = _parsed(text, file)
    lines = key_lines(text)
    problems = _across(data, lines)
    try:
        settings = Settings.model_validate(data)
    except ValidationError as error:
        raise ConfigError([*problems_of(error, lines, Settings), *problems], where=str(file)) from None
    if problems:
        raise ConfigError(problems, where=str(file))
    return Office(folder=folder, settings=settings)


def _text_of(file: Path) -> str:
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


def _parsed(text: str, file: Path) -> dict[str, object]:
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


def _across(data: Mapping[str, object], lines: Mapping[KeyPath, int]) -> list[str]:
    """What no single section can know: an access to a portal that is not set up, one login for two clinics."""
    portais = _table(data.get("portais"))
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    problems = []
    for slug, clinica in _table(data.get("clinicas")).items():
        for portal, acesso in _table(_table(clinica).get("acessos")).items():
            path = ("clinicas", slug, "acessos", portal)
            if portal not in portais:
                problems.append(sentence(path, f"falta a seção [portais.{portal}] com o endereço do portal.", lines))
            usuario = str(_table(acesso).get("usuario", ""))
            if usuario and owners[portal, usuario]:
                other = owners[portal, usuario][0]
                problems.append(sentence(path, f'este usuário já é o da clínica "{other}" no mesmo portal.', lines))
            owners[portal, usuario].append(slug)
    return problems


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
