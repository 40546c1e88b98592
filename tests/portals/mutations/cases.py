"""All mutations: each screen that an entry goes through, by the words that a person reads, times each operator."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from portals.locate.labels import FieldKind, Labels, read_labels
from tests.portals.mutations.around import BUTTON, COLUMN, SHOWN, TITLE, churned
from tests.portals.mutations.fields import FIELD
from tests.portals.mutations.rewriting import Rewrite, Words

SAMPLE = 15
SEED = 20261122
_SKINS = ("simples", "antiga")
# By flow: the panels of labels.toml that it goes through, and the columns of its list.
_PANELS = {
    "ipasem": ("gerar", "numero", "requerimento", "paciente"),
    "simplificado": ("simplificado", "autorizadas"),
    "detalhado": ("detalhado", "guia_detalhado"),
}
_LISTS = {
    "simplificado": ("Guia", "Data", "Código", "Beneficiário", "Valor"),
    "detalhado": ("Código", "Descrição", "Quantidade"),
}
# Fields of which one stands for all of its sort, or that nobody fills here.
_FILTERS = ("previsao", "contratado", "executante", "execucao", "autorizacao", "cid", "tipo", "regime", "documento")
_ALIKE = ("laudos", "congeneres", "ordenacao", "cid2", "cid3", "cid4", "cobertura_especial", "tipo_doenca")
_UNTOUCHED = frozenset((*_FILTERS, *_ALIKE, "tempo_doenca", "hora_final", "tipo_faturamento", "regime_atendimento"))
# What the portal says in a window or a banner, and what it may say instead.
_SAID: Mapping[str, Mapping[str, str]] = {
    "ipasem": {
        "Movimento gravado com sucesso": "Operação registrada",
        "ID do Movimento": "Código interno",
        "com sucesso": "parcialmente",
        "Procedimentos a serem incluídos": "Procedimentos já incluídos",
    },
    "simplificado": {
        "Guias faturadas com sucesso": "Solicitação recebida",
        "Confirma o faturamento de": "Confirma a exclusão de",
        "Quantidade:": "Página:",
        "Protocolo de faturamento:": "Comprovante:",
    },
    "detalhado": {
        "Guia faturada com sucesso": "Solicitação recebida",
        "Confirma": "Deseja cancelar",
        "Protocolo de faturamento:": "Comprovante:",
        "Dados do beneficiário": "Dados do titular",
    },
}


@dataclass(frozen=True)
class Mutation:
    """One change of one portal's screens in one skin. `flow`: ipasem, simplificado or detalhado."""

    flow: str
    skin: str
    what: str
    rewrite: Rewrite | None = None
    words: Words | None = None

    @property
    def name(self) -> str:
        return f"{self.flow}-{self.skin}: {self.what}"


def every() -> list[Mutation]:
    """All of them, in an order that does not change."""
    return [
        Mutation(flow, skin, what, rewrite, words)
        for flow in _PANELS
        for skin in _SKINS
        for what, rewrite, words in _of(flow, skin)
    ]


def sample() -> list[Mutation]:
    """Some of them, spread over the flows, always the same."""
    chance, flows = random.Random(SEED), list(_PANELS)
    sorts = [[m for m in every() if m.flow == flow] for flow in flows]
    return [chance.choice(sorts[place % len(flows)]) for place in range(SAMPLE)]


def _of(flow: str, skin: str) -> Iterator[tuple[str, Rewrite | None, Words | None]]:
    labels = read_labels("portals.ipasem" if flow == "ipasem" else "portals.solus")
    for kind, words in _targets(flow, skin, labels):
        for operator, made in _operators(kind).items():
            yield f"{operator} {words!r}", made(words), None
    for column in _LISTS.get(flow, ()):
        for operator, made in COLUMN.items():
            yield f"column {operator} {column!r}", made(column), None
    for seed in range(3):
        yield f"ids anew {seed}", churned(seed), None
    for said, instead in _SAID[flow].items():
        if skin == "simples" and said.startswith("Confirma"):
            continue  # this skin asks nothing
        yield f"says {instead!r} for {said!r}", None, _replaced(said, instead)


def _targets(flow: str, skin: str, labels: Labels) -> Iterator[tuple[FieldKind | None, str]]:
    """(kind, words); None for a heading. Each once for a flow."""
    seen = set()
    for panel in _PANELS[flow]:
        found: list[tuple[FieldKind | None, str]] = [(None, words.rstrip("*")) for words in labels.panels[panel].titles]
        for key, field in labels.panels[panel].fields.items():
            if flow != "ipasem" and panel != "detalhado" and key in _UNTOUCHED:
                continue
            if key == "carteira":
                continue  # its words are no element's own on the page: nothing here would meet them
            found.append((field.kind, field.names[0]))
        yield from (one for one in found if one not in seen)
        seen.update(found)


def _operators(kind: FieldKind | None) -> Mapping[str, Callable[[str], Rewrite]]:
    if kind is None:
        return TITLE
    if kind is FieldKind.BUTTON:
        return BUTTON
    if kind is FieldKind.SHOWN:
        return SHOWN
    return FIELD


def _replaced(said: str, instead: str) -> Words:
    return lambda text: text.replace(said, instead)
