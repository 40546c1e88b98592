"""Pure: what a screen looks like, without its content, and what changed since it was last looked at (pt-BR)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from portals.probe.check import Survey, options_of
from portals.probe.sondagem import Tela

_NUMBER = re.compile(r"\d{2,}")
_ROLES = {
    "text": "o campo",
    "select": "a lista de opções",
    "checkbox": "a caixa de marcar",
    "radio": "o botão redondo",
    "button": "o botão",
}


class Digital(BaseModel):
    """A screen's fingerprint: titles, (role, name) of each control in order, columns of each list, options by field.

    Numbers of two digits or more are written "##": they are content.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    titulos: tuple[str, ...]
    controles: tuple[tuple[str, str], ...]
    colunas: tuple[tuple[str, ...], ...]
    opcoes: Mapping[str, tuple[str, ...]]


class Digitais(BaseModel):
    """The fingerprints of a portal's screens by name; `em`: when each was taken, for the person who reads the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    portal: str
    em: datetime
    telas: Mapping[str, Digital] = Field(default_factory=dict)


def digital(tela: Tela, survey: Survey) -> Digital:
    """The fingerprint of a screen that was surveyed."""
    found = [f.report["title"] for places in survey.panels.values() for f in places]
    return Digital(
        titulos=tuple(dict.fromkeys(map(_bare, filter(None, (*survey.titles, *found))))),
        controles=tuple((role, _bare(name)) for role, name in survey.controls),
        colunas=tuple(tuple(map(_bare, table.head)) for table in survey.lists),
        opcoes={alvo: tuple(map(_bare, options)) for alvo in tela.opcoes if (options := options_of(survey, alvo))},
    )


def differences(before: Digital, after: Digital) -> tuple[str, ...]:
    """What a person would tell of the change, a sentence each; () when nothing changed."""
    options = (
        text
        for alvo in before.opcoes
        if alvo in after.opcoes  # a list that is gone is told as such
        for text in _listed(f'a lista "{alvo}"', "a opção", before.opcoes[alvo], after.opcoes[alvo])
    )
    return (
        *_listed("a tela", "o título", before.titulos, after.titulos),
        *_controls(before.controles, after.controles),
        *_tables(before.colunas, after.colunas),
        *options,
    )


def _bare(text: str) -> str:
    return _NUMBER.sub(lambda found: "#" * len(found[0]), text)


def _controls(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> Iterator[str]:
    gone, new = list((Counter(before) - Counter(after)).elements()), list((Counter(after) - Counter(before)).elements())
    if not gone and not new:
        if before != after:
            yield "os campos e botões mudaram de ordem"
        return
    for role, name in list(gone):
        twin = next(((r, n) for r, n in new if n == name and n), None)
        if twin:
            gone.remove((role, name))
            new.remove(twin)
            yield f'"{name}" era {_role(role)[2:]}, agora é {_role(twin[0])[2:]}'
    for role in dict.fromkeys(r for r, _ in (*gone, *new)):
        lost, come = [n for r, n in gone if r == role], [n for r, n in new if r == role]
        if len(lost) == len(come) == 1 and before.index((role, lost[0])) == after.index((role, come[0])):
            yield f'{_role(role)} "{lost[0]}" agora se chama "{come[0]}"'
            continue
        yield from (f"sumiu {_role(role)} {_named(name)}" for name in lost)
        yield from (f"surgiu {_role(role)} {_named(name)}" for name in come)


def _tables(before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]) -> Iterator[str]:
    if len(before) != len(after):
        yield f"a tela tinha {len(before)} listas com títulos, agora tem {len(after)}"
        return
    for number, (old, now) in enumerate(zip(before, after, strict=True), start=1):
        yield from _listed(f"a lista {number}" if len(before) > 1 else "a lista", "a coluna", old, now)


def _listed(place: str, what: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    gone, new = list((Counter(before) - Counter(after)).elements()), list((Counter(after) - Counter(before)).elements())
    if len(gone) == len(new) == 1:
        yield f'{what} "{gone[0]}" d{place} agora é "{new[0]}"'
        return
    yield from (f'{place} perdeu {what} "{name}"' for name in gone)
    yield from (f'{place} ganhou {what} "{name}"' for name in new)
    if not gone and not new and tuple(before) != tuple(after):
        yield f"{place} mudou a ordem: {', '.join(after)}"


def _role(role: str) -> str:
    return _ROLES.get(role, "o elemento")


def _named(name: str) -> str:
    return f'"{name}"' if name else "sem nome"
