"""Pure: what a survey of one screen says, against what the adapter expects there: green, amber, red or grey."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portals.grid import folded
from portals.locate.labels import FieldKind, FieldLabel, PanelLabels
from portals.probe.coluna import Lista, judged_list
from portals.probe.item import Cor, Item, Place
from portals.probe.sondagem import Known, Tela

_KINDS = {
    FieldKind.TEXT: "campo",
    FieldKind.SELECT: "lista",
    FieldKind.CHECKBOX: "caixa",
    FieldKind.RADIO: "botão redondo",
    FieldKind.BUTTON: "botão",
    FieldKind.TABLE: "tabela",
    FieldKind.SHOWN: "texto",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a panel may be: form.js's report of it, and how far its frame is from the picture's corner."""

    report: Mapping[str, Any]
    left: float = 0.0
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Survey:
    """All that was seen of a screen: the panels looked for, and what the page offers; no content.

    `lists`: each with its headings, and what stands below them.
    """

    panels: Mapping[str, Sequence[Found]]
    controls: tuple[tuple[str, str], ...] = ()
    titles: tuple[str, ...] = ()
    lists: tuple[Lista, ...] = ()


def judged(known: Known, tela: Tela, survey: Survey) -> tuple[Item, ...]:
    """Every panel, field, option and column that the screen should have."""
    panels = [item for alvo in tela.paineis for item in _panel(alvo, known.panel(alvo), survey.panels[alvo])]
    options = [item for alvo, groups in tela.opcoes.items() for item in _options(alvo, groups, survey)]
    columns = [
        item for name in tela.colunas for item in judged_list(name, known.columns[name], known.formas, survey.lists)
    ]
    return (*panels, *options, *columns)


def looked_for(known: Known, tela: Tela) -> dict[str, PanelLabels]:
    """The panels that a survey of the screen asks for."""
    return {alvo: known.panel(alvo) for alvo in (*tela.paineis, *tela.opcoes)}


def _panel(alvo: str, panel: PanelLabels, found: Sequence[Found]) -> Iterator[Item]:
    whole = [f for f in found if not faults(f.report, panel)]
    title = panel.titles[0].rstrip("*").strip(" :") if panel.titles else ""
    if not found or len(whole) > 1:
        seen = f"o painel aparece {len(whole)} vezes" if whole else "o painel não está na tela"
        yield Item(alvo, title or alvo, Cor.VERMELHO, seen, nomeia=True)
        return
    best = whole[0] if whole else min(found, key=lambda f: faults(f.report, panel))
    name, _, _key = alvo.partition(".")
    if title:
        yield _titled(alvo, title, str(best.report["title"]), panel.titles)
    for field in best.report["fields"]:
        label = panel.fields[field["key"]]
        if field["count"] or not label.optional:
            yield _field(f"{name}.{field['key']}", title, label, field, best)
    for a, b in best.report["twice"]:
        yield Item(alvo, a, Cor.VERMELHO, f'um só campo responde por "{a}" e "{b}"')


def _titled(alvo: str, title: str, seen: str, titles: Iterable[str]) -> Item:
    exact = any(seen.startswith(t[:-1].strip(" :")) if t.endswith("*") else seen == t for t in titles)
    return Item(
        alvo, f"painel {title}", Cor.VERDE if exact else Cor.AMARELO, "" if exact else f'na tela: "{seen}"', nomeia=True
    )


def _field(alvo: str, title: str, label: FieldLabel, field: Mapping[str, Any], at: Found) -> Item:
    nome = " › ".join(filter(None, (title, f"{_KINDS[label.kind]} {label.names[0]}")))
    hits = field["hits"]
    places = tuple(_moved(hit["place"], at) for hit in hits)
    if len(hits) != 1:
        seen = f"aparece {len(hits)} vezes" if hits else "não foi encontrado"
        return Item(alvo, nome, Cor.VERMELHO, seen, places, nomeia=True)
    if hits[0]["tier"] == 0:
        return Item(alvo, nome, Cor.VERDE, "", places, nomeia=True)
    said = hits[0]["said"]
    return Item(alvo, nome, Cor.AMARELO, f'na tela: "{said}"' if said else "por semelhança", places, nomeia=True)


def _moved(place: Sequence[float], at: Found) -> Place:
    left, top, width, height = place
    return (left + at.left, top + at.top, width, height)


def faults(report: Mapping[str, Any], panel: PanelLabels) -> int:
    """How many fields of the panel are missing or there more than once."""
    wrong = [f for f in report["fields"] if f["count"] > 1 or (not f["count"] and not panel.fields[f["key"]].optional)]
    return len(wrong) + len(report["twice"])


def options_of(survey: Survey, alvo: str) -> tuple[str, ...]:
    """What the one list of that name offers; () where there is not exactly one."""
    fields = [field for found in survey.panels.get(alvo, ()) for field in found.report["fields"]]
    hits = [hit for field in fields for hit in field["hits"]]
    return tuple(hits[0]["options"]) if len(hits) == 1 else ()


def _options(alvo: str, groups: Sequence[Sequence[str]], survey: Survey) -> Iterator[Item]:
    offered = options_of(survey, alvo)
    exact, alike = set(offered), set(map(folded, offered))
    for group in groups:
        if exact & set(group):
            cor, seen = Cor.VERDE, ""
        elif alike & set(map(folded, group)):
            cor, seen = Cor.AMARELO, "com outras maiúsculas ou acentos"
        else:
            cor, seen = Cor.VERMELHO, f"a lista oferece: {', '.join(map(repr, offered)) or 'nada'}"
        yield Item(alvo, f"opção {group[0]}", cor, seen)
