"""Pure: an office's calibration of one portal: which words or locator stand for which field, who said so and when."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from portals.grid import NO_DATA, Columns, folded
from portals.locate.labels import FieldKind
from portals.probe.coluna import column_of
from portals.probe.sondagem import Known

MOST_WORDS = 60
_PERSONAL = re.compile(r"\d{4,}|\d[\d.\-/]{6,}|@")
_NEVER = re.compile(
    r"\b(gravar|salvar|faturar|fechar|fechamento|excluir|exclusao|apagar|remover|enviar|confirmar|reabrir|cancelar|alterar"
    r"|finalizar|concluir|encerrar|estornar)\b"
)


class Ajuste(BaseModel):
    """One thing put right: `alvo` in labels.toml ("gerar.mes", or a panel), by words, or by a locator alone.

    A column of a list is "lista:contas.envio"; "lista:contas.sem_dados" are its columns of mere buttons.

    `quem` clicked, `quando`; `versao` of the pack that first had it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    alvo: str
    versao: int
    quem: str
    quando: datetime
    nomes: tuple[str, ...] = ()
    titulos: tuple[str, ...] = ()
    localizador: str = ""

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Ajuste":
        if sum(map(bool, (self.nomes, self.titulos, self.localizador))) != 1:
            raise ValueError("um ajuste diz nomes, titulos ou localizador, e só um deles.")
        return self


class Calibragem(BaseModel):
    """All of one portal's. `versao` counts every change, a step back too."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    portal: str
    versao: int = 0
    ajustes: tuple[Ajuste, ...] = ()

    def overlay(self) -> dict[str, Any]:
        """What is laid over the portal's labels.toml, and the words of its lists."""
        panels: dict[str, dict[str, Any]] = {}
        lists: dict[str, dict[str, list[str]]] = {}
        for ajuste in self.ajustes:
            if column := column_of(ajuste.alvo):
                lists.setdefault(column[0], {})[column[1]] = list(ajuste.nomes)
                continue
            name, _, key = ajuste.alvo.partition(".")
            panel = panels.setdefault(name, {})
            if not key:
                panel["titles"] = list(ajuste.titulos)
            elif ajuste.localizador:
                panel.setdefault("fields", {})[key] = {"locator": ajuste.localizador}
            else:
                panel.setdefault("fields", {})[key] = {"names": list(ajuste.nomes), "locator": ""}
        return {key: laid for key, laid in (("panels", panels), ("lists", lists)) if laid}

    def also(self, ajuste: Ajuste) -> "Calibragem":
        """With one more, in place of an earlier one of the same thing."""
        kept = tuple(old for old in self.ajustes if old.alvo != ajuste.alvo)
        return Calibragem(portal=self.portal, versao=ajuste.versao, ajustes=(*kept, ajuste))


def undone(now: Calibragem, before: Calibragem) -> Calibragem:
    """`before` again, as a version of its own."""
    return before.model_copy(update={"versao": now.versao + 1})


def may_be_shown(known: Known, alvo: str) -> bool:
    """Whether a person may say by a click what `alvo` is: never a button, but for those that only lead on or look up.

    Those are the buttons that the portal's sondagem.toml itself presses.
    """
    if column := column_of(alvo):
        lista, field = column
        return lista in known.columns and field in (*known.columns[lista].aliases, NO_DATA)
    name, _, key = alvo.partition(".")
    panel = known.labels.panels.get(name)
    if panel is None or (key and key not in panel.fields):
        return False
    if not key:
        return bool(panel.titles)
    if panel.fields[key].kind in (FieldKind.SHOWN, FieldKind.TABLE):
        return False
    return panel.fields[key].kind is not FieldKind.BUTTON or alvo in _harmless(known)


def acts(words: str) -> bool:
    """Whether a button of these words would save, bill, close, send or delete."""
    return bool(_NEVER.search(folded(words)))


def objections(pack: Calibragem, known: Known, names: Iterable[str] = ()) -> list[str]:
    """Why the pack may not be used or leave the office (pt-BR), a sentence each; [] when nothing speaks against it.

    `names` are people's that the office knows: none of them may stand in it.
    """
    people = [folded(name) for name in names if name]
    found = [
        why
        for ajuste in pack.ajustes
        for why in (*_unfit(ajuste, known), *(_told(ajuste, text, people) for text in _texts(ajuste)))
        if why
    ]
    return [*found, *_twice(pack)]


def _twice(pack: Calibragem) -> Iterator[str]:
    """No heading may stand for two columns of one list."""
    said: dict[tuple[str, str], str] = {}
    for ajuste in pack.ajustes:
        column = column_of(ajuste.alvo)
        for text in ajuste.nomes if column else ():
            assert column is not None
            if (first := said.setdefault((column[0], folded(text)), ajuste.alvo)) != ajuste.alvo:
                yield f'"{ajuste.alvo}": {text!r} já é o título de "{first}".'


def _unfit(ajuste: Ajuste, known: Known) -> Iterator[str]:
    if not may_be_shown(known, ajuste.alvo):
        yield f'"{ajuste.alvo}" não pode ser calibrado.'
        return
    if column := column_of(ajuste.alvo):
        yield from _unfit_column(ajuste, known.columns[column[0]], column[1])
        return
    name, _, key = ajuste.alvo.partition(".")
    if bool(ajuste.titulos) == bool(key):
        yield f'"{ajuste.alvo}": um painel tem titulos; um campo tem nomes ou localizador.'
    elif key and known.labels.panels[name].fields[key].kind is FieldKind.BUTTON and any(map(acts, ajuste.nomes)):
        yield f'"{ajuste.alvo}": {ajuste.nomes[0]!r} é um botão que muda algo.'


def _unfit_column(ajuste: Ajuste, columns: Columns, field: str) -> Iterator[str]:
    if not ajuste.nomes:
        yield f'"{ajuste.alvo}": uma coluna tem nomes.'
    for text in ajuste.nomes:
        if (own := columns.field(text)) and own != field:
            yield f'"{ajuste.alvo}": {text!r} é o título de outra coluna dessa lista.'


def _told(ajuste: Ajuste, text: str, people: list[str]) -> str:
    if len(text) > MOST_WORDS or _PERSONAL.search(text):
        return f'"{ajuste.alvo}": o texto parece conter dados, e não o nome de um campo.'
    if any(name in folded(text) or folded(text) in name for name in people if folded(text)):
        return f'"{ajuste.alvo}": o texto é o nome de uma pessoa.'
    return ""


def _texts(ajuste: Ajuste) -> tuple[str, ...]:
    return (*ajuste.nomes, *ajuste.titulos, *filter(None, [ajuste.localizador]))


def _harmless(known: Known) -> set[str]:
    return {passo.clicar or passo.consultar for tela in known.sondagem.telas for passo in tela.passos} - {""}


def pack_text(pack: Calibragem) -> str:
    """The pack as TOML, one block for each thing."""
    head = [f"portal = {json.dumps(pack.portal)}", f"versao = {pack.versao}"]
    return "\n".join([*head, *(line for ajuste in pack.ajustes for line in _block(ajuste))]) + "\n"


def _block(ajuste: Ajuste) -> Iterator[str]:
    yield from ("", "[[ajustes]]")
    values: Mapping[str, Any] = ajuste.model_dump(exclude_defaults=True)
    for name, value in values.items():
        if isinstance(value, datetime):
            yield f"{name} = {value.isoformat(timespec='seconds')}"
        else:
            # What JSON writes of a text or a list of texts, TOML reads.
            yield f"{name} = {json.dumps(value, ensure_ascii=False)}"


def read_pack(text: str) -> Calibragem:
    """The pack that a TOML text is. Raises ValueError where it is none."""
    return Calibragem.model_validate(tomllib.loads(text))
