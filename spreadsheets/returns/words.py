"""How insurers call the columns of their files: the product's names, and the office's own, which win."""

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path

import mappings
from agent.model.errors import ConfigError
from mappings.wording import fold

NEEDED = ("numero_autorizacao", "codigo_procedimento", "data", "valor_informado", "valor_liberado")
OPTIONAL = ("motivo", "movimento", "protocolo", "dente", "faces", "beneficiario")
_FIELDS = (*NEEDED, "quantidade", "valor_glosa", *OPTIONAL, "numero_carteira")


def column_words(own: Path | None) -> dict[str, str]:
    """Folded heading to field. Raises ConfigError for what the file `own` says wrongly."""
    files = [Path(mappings.__file__).parent / "retorno.toml", *([own] if own is not None and own.is_file() else [])]
    found: dict[str, str] = {}
    for file in files:
        for field, names in _named(file).items():
            found |= {fold(name): field for name in names}
    return found


def _named(file: Path) -> dict[str, list[str]]:
    """Field to the names of its column. Raises ConfigError with the file, and the line or every wrong key."""
    try:
        told = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigError(["o arquivo não está em UTF-8. Salve-o como UTF-8."], where=str(file)) from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        place = f"linha {at[1]}, coluna {at[2]}" if at else "no fim do arquivo"
        hint = 'Confira aspas, colchetes e se a chave não foi escrita duas vezes: valor_liberado = ["vai receber"].'
        raise ConfigError([f"{place}: o texto não segue a escrita TOML. {hint}"], where=str(file)) from None
    if wrong := [sentence for field, names in told.items() if (sentence := _misnamed(field, names))]:
        raise ConfigError(wrong, where=str(file))
    return told


def _misnamed(field: str, names: object) -> str:
    """Why a line of the file cannot be followed (pt-BR); "" when it can."""
    if field not in _FIELDS:
        near = get_close_matches(field, _FIELDS, n=1)
        meant = f' Você quis dizer "{near[0]}"?' if near else ""
        return f'a chave "{field}" não existe.{meant} Há: {", ".join(_FIELDS)}.'
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return f'"{field}" é uma lista de nomes de coluna, cada um entre aspas: {field} = ["nome da coluna"].'
    return ""
