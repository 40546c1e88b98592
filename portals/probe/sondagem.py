"""A portal's own description of what may be opened without an effect, and what is to be seen there (sondagem.toml)."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from portals.grid import Columns
from portals.locate.labels import Labels, PanelLabels, read_labels
from portals.probe.coluna import Forma
from portals.registry import package_of


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Passo(_Frozen):
    """One step: click something that only leads on, type into a filter, or press a button that only looks up.

    Each names a field of labels.toml ("gerar.mes"). `texto` may hold {mes}, {ano}, {inicio} and {fim}; `depois` goes
    into the next field by Tab.
    """

    clicar: str = ""
    digitar: str = ""
    texto: str = ""
    depois: str = ""
    consultar: str = ""

    @property
    def alvo(self) -> str:
        """The field that it is about."""
        return self.clicar or self.digitar or self.consultar

    @model_validator(mode="after")
    def _one_act(self) -> "Passo":
        if sum(map(bool, (self.clicar, self.digitar, self.consultar))) != 1:
            raise ValueError("um passo é clicar, digitar ou consultar, e só um deles.")
        return self


class Tela(_Frozen):
    """A screen: the steps to it, and what is expected there.

    `paineis`: panels of labels.toml, or one field of one ("menu.sair"). `colunas`: lists of columns.toml. `opcoes`:
    for a field, the groups of which it must offer one each. `vazia`: words by which the portal says that there is
    nothing to show there today.
    """

    nome: str
    passos: tuple[Passo, ...] = ()
    paineis: tuple[str, ...] = ()
    colunas: tuple[str, ...] = ()
    opcoes: Mapping[str, tuple[tuple[str, ...], ...]] = Field(default_factory=dict)
    vazia: tuple[str, ...] = ()


class Sondagem(_Frozen):
    """All of it. `consultas`: the buttons that only look something up. `fora`: panels that cannot be shown without an
    effect, each with why.
    """

    consultas: tuple[str, ...] = ()
    telas: tuple[Tela, ...]
    fora: Mapping[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _only_look_ups(self) -> "Sondagem":
        pressed = {passo.consultar for tela in self.telas for passo in tela.passos if passo.consultar}
        if strange := sorted(pressed - set(self.consultas)):
            raise ValueError(f"não está entre as consultas: {', '.join(strange)}.")
        return self


@dataclass(frozen=True)
class Known:
    """What an adapter knows of its portal's screens: `labels`, the lists' headings, `sondagem`.

    `formas`: what the columns of each field hold, in every list; a text where nothing is said.
    """

    labels: Labels
    columns: Mapping[str, Columns]
    sondagem: Sondagem
    formas: Mapping[str, Forma] = field(default_factory=dict)

    def only(self, screens: Collection[str]) -> "Known":
        """The same for these screens alone."""
        telas = tuple(tela for tela in self.sondagem.telas if tela.nome in screens)
        return replace(self, sondagem=Sondagem(consultas=self.sondagem.consultas, telas=telas))

    @property
    def heads(self) -> tuple[str, ...]:
        """Every heading that any list may have."""
        lists = self.columns.values()
        return tuple(name for one in lists for names in (*one.aliases.values(), one.bare) for name in names)

    @property
    def words(self) -> tuple[str, ...]:
        """Every title and every field's name."""
        panels = self.labels.panels.values()
        named = (name for panel in panels for field in panel.fields.values() for name in field.names)
        return (*named, *(title.rstrip("*") for panel in panels for title in panel.titles))

    @property
    def needed(self) -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
        """By panel and field, the groups of options of which one each is needed."""
        found: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
        for alvo, groups in (pair for tela in self.sondagem.telas for pair in tela.opcoes.items()):
            panel, _, key = alvo.partition(".")
            found.setdefault(panel, {})[key] = groups
        return found

    def panel(self, alvo: str) -> PanelLabels:
        """A panel, or the part of it that "panel.field" names, which is then not optional."""
        name, _, key = alvo.partition(".")
        panel = self.labels.panels[name]
        if not key:
            return panel
        field = panel.fields[key].model_copy(update={"optional": False})
        return panel.only([key]).model_copy(update={"fields": {key: field}})


def read_known(portal: str, labels: Labels | None = None) -> Known:
    """What the adapter of that portal knows; `labels` may be an office's own."""
    package = package_of(portal)
    given = _toml(package, "columns.toml")
    columns = {
        name: Columns(part["colunas"], frozenset(part["obrigatorias"]))
        for name, part in given.items()
        if "colunas" in part
    }
    formas = {field: Forma(forma) for forma, fields in given["formas"].items() for field in fields}
    sondagem = Sondagem.model_validate(_toml(package, "sondagem.toml"))
    return Known(labels or read_labels(package), columns, sondagem, formas)


def _toml(package: str, name: str) -> dict[str, Any]:
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
