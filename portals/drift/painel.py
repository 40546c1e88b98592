"""Pure: a panel as whoever works in it depends on it, without content; what changed, and what of it must stop work."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from portals.grid import folded
from portals.locate.labels import FieldKind, PanelLabels

_NUMBER = re.compile(r"\d{2,}")
_FILLED = ("text", "select")
"""What a person fills in: one more of these in a panel may ask for something that nobody gives."""
_ROLES = {
    "text": "o campo",
    "select": "a lista",
    "checkbox": "a caixa",
    "radio": "o botão redondo",
    "button": "o botão",
    "table": "a tabela",
    "shown": "o texto",
}
FAMILIAR = 3
"""In so many sessions a panel is still being learned: what it has beside the known fields may differ by entry."""


class Campo(BaseModel):
    """A field that was found: the words it was found by, whether they are its own or only like them, and its element.

    `tag` is HTML's; "" for what is only shown, and for buttons, which may be drawn in any way.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    papel: str
    palavras: str
    parecido: bool = False
    tag: str = ""


class Painel(BaseModel):
    """A panel's fingerprint: title, the fields that were found, what else it has (role, name), options by field.

    Numbers of two digits or more are written "##": they are content.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    titulo: str
    campos: Mapping[str, Campo]
    outros: tuple[tuple[str, str], ...] = ()
    opcoes: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mudanca:
    """What is not as it was, in sentences for a person (pt-BR): what must stop work, and what is only told."""

    para: tuple[str, ...]
    avisa: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.para or self.avisa)


def painel_of(report: Mapping[str, Any], panel: PanelLabels, with_options: Iterable[str]) -> Painel:
    """The fingerprint of a panel that was surveyed; `with_options`: the fields whose options somebody depends on."""
    found = {f["key"]: f for f in report["fields"] if f["count"] == 1}
    shown = [folded(f["value"]) for f in report["fields"] if panel.fields[f["key"]].kind is FieldKind.SHOWN]
    nearly = Counter(panel.fields[key].kind.value for key, field in found.items() if field.get("like"))
    return Painel(
        titulo=_bare(report["title"]),
        campos={key: _campo(panel.fields[key].kind, field) for key, field in found.items()},
        outros=tuple(sorted(_others(report.get("others", ()), shown, nearly))),
        opcoes={
            key: tuple(map(_bare, found[key]["hits"][0]["options"]))
            for key in with_options
            if key in found and found[key]["hits"] and found[key]["hits"][0]["options"]
        },
    )


def change_of(
    before: Painel,
    now: Painel,
    *,
    needed: Mapping[str, Sequence[Sequence[str]]],
    must: Sequence[str] = (),
    familiar: bool = True,
) -> Mudanca:
    """What changed. `needed`: by field, the groups of options of which one each is needed; `must`: the fields without
    which the panel is of no use; `familiar`: it was seen often enough that one more field in it is new.
    """
    more, less = _counted(now.outros, before.outros), _counted(before.outros, now.outros)
    lost = [was for key, was in before.campos.items() if key in must and key not in now.campos]
    # One that stands there as it was, under words that are not asked for any more, is no change of the portal's.
    still = [(was.papel, was.palavras) for was in lost if (was.papel, was.palavras) in more]
    gone = [was for was in lost if (was.papel, was.palavras) not in still]
    more = [one for one in more if one not in still]
    new_fields = tuple(f"surgiu {_ROLES[role]} {_named(name)}" for role, name in more if role in _FILLED)
    told = [f"surgiu {_ROLES[role]} {_named(name)}" for role, name in more if role not in _FILLED]
    told += [f"sumiu {_ROLES[role]} {_named(name)}" for role, name in less]
    stops = [f'{_ROLES[was.papel]} "{was.palavras}" não está mais na tela' for was in gone]
    stops += [*_fields(before, now, stopping=True), *_options(before, now, needed, stopping=True)]
    tells = [*_title(before, now), *_fields(before, now, stopping=False)]
    tells += [*_options(before, now, needed, stopping=False), *told]
    if familiar or gone:
        return Mudanca((*stops, *new_fields), tuple(tells))
    return Mudanca(tuple(stops), (*tells, *new_fields))


def learned(before: Painel, now: Painel) -> Painel:
    """`before` with all that was not yet known of it: a panel may differ from entry to entry."""
    most = Counter(before.outros) | Counter(now.outros)
    return Painel(
        titulo=before.titulo,
        campos={**now.campos, **before.campos},
        outros=tuple(sorted(most.elements())),
        opcoes={**now.opcoes, **before.opcoes},
    )


def _campo(kind: FieldKind, field: Mapping[str, Any]) -> Campo:
    hit = field["hits"][0] if field["hits"] else {"said": "", "tag": ""}
    plain = kind in (FieldKind.BUTTON, FieldKind.SHOWN)
    return Campo(
        papel=kind.value,
        palavras=_bare(field.get("like") or hit["said"]),
        parecido=bool(field.get("like")),
        tag="" if plain else hit["tag"],
    )


def _others(
    others: Iterable[Sequence[str]], shown: Sequence[str], nearly: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    """Without those that stand for a field by likeness, and without names that are what the panel shows today."""
    left = Counter(nearly)
    for role, name in others:
        if left[role] > 0:
            left[role] -= 1
            continue
        said = folded(name)
        yield role, "" if any(value and value in said for value in shown) else _bare(name)


def _fields(before: Painel, now: Painel, *, stopping: bool) -> Iterator[str]:
    for key, was in before.campos.items():
        field = now.campos.get(key)
        if field is None:
            continue  # one that must be there and is not stops by itself
        role, same = _ROLES[was.papel], folded(was.palavras) == folded(field.palavras)
        if was.tag != field.tag and stopping:
            yield f'{role} "{field.palavras}" é feito de outro modo: era <{was.tag}>, agora é <{field.tag}>'
        if was.palavras != field.palavras and stopping is (field.parecido and not same):
            yield f'{role} "{was.palavras}" agora se chama "{field.palavras}"'


def _options(
    before: Painel, now: Painel, needed: Mapping[str, Sequence[Sequence[str]]], *, stopping: bool
) -> Iterator[str]:
    for key, was in before.opcoes.items():
        offered = now.opcoes.get(key)
        if offered is None:
            continue
        list_name = f'a lista "{now.campos[key].palavras}"'
        alike, known = set(map(folded, offered)), set(map(folded, was))
        for group in needed.get(key, ()):
            wanted = set(map(folded, group))
            if stopping and wanted & known and not wanted & alike:
                there = ", ".join(f'"{text}"' for text in offered)
                yield f'{list_name} não tem mais a opção "{_first(was, wanted)}"; ela oferece: {there}'
        used = {folded(text) for group in needed.get(key, ()) for text in group}
        if not stopping:
            yield from (f'{list_name} ganhou a opção "{t}"' for t in offered if folded(t) not in known)
            yield from (f'{list_name} perdeu a opção "{t}"' for t in was if folded(t) not in alike | used)


def _first(texts: Iterable[str], wanted: set[str]) -> str:
    return next(text for text in texts if folded(text) in wanted)


def _title(before: Painel, now: Painel) -> Iterator[str]:
    if before.titulo != now.titulo:
        yield f'o título "{before.titulo}" agora é "{now.titulo}"'


def _counted(these: Sequence[tuple[str, str]], those: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """What these have more of than those, role by role: as many as there are more, those with new names first."""
    found = []
    for role in _ROLES:
        here, there = [n for r, n in these if r == role], [n for r, n in those if r == role]
        more = len(here) - len(there)
        fresh = [*(Counter(here) - Counter(there)).elements()]
        found += [(role, name) for name in fresh[: max(0, more)]]
    return found


def _bare(text: str) -> str:
    return _NUMBER.sub(lambda found: "#" * len(found[0]), text)


def _named(name: str) -> str:
    return f'"{name}"' if name else "sem nome"
