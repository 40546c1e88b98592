"""How each expected thing is judged by what was seen of it."""

from collections.abc import Sequence
from typing import Any

import pytest

from portals.grid import Columns
from portals.locate.labels import Labels
from portals.probe.check import Found, Survey, judged
from portals.probe.coluna import Lista
from portals.probe.item import Cor, Item
from portals.probe.sondagem import Known, Sondagem, Tela

COLUMNS = Columns({"guia": ["Guia"], "valor": ["Valor"], "nome": ["Nome"]}, frozenset({"guia", "valor"}))
LABELS = Labels.model_validate(
    {"portal": "Exemplo", "panels": {"gerar": {"titles": ["GERAR"], "fields": {"mes": {"names": ["Mês"]}}}}}
)


def hit(tier: int = 0, said: str = "Mês", options: Sequence[str] = ()) -> dict[str, Any]:
    return {"tier": tier, "said": said, "place": [10, 20, 30, 5], "options": list(options)}


def panel(*hits: dict[str, Any], title: str = "GERAR") -> Found:
    report = {"title": title, "twice": [], "fields": [{"key": "mes", "count": len(hits), "hits": list(hits)}]}
    return Found(report, left=100, top=7)


def seen(tela: Tela, panels: Sequence[Found] = (), columns: tuple[tuple[str, ...], ...] = ()) -> tuple[Item, ...]:
    known = Known(LABELS, {"guias": COLUMNS}, Sondagem(telas=(tela,)))
    return judged(known, tela, Survey({"gerar": panels, "gerar.mes": panels}, lists=tuple(map(Lista, columns))))


PANEL, OPTIONS, LIST = (
    Tela(nome="Início", paineis=("gerar",)),
    Tela(nome="Início", opcoes={"gerar.mes": (("Todas", "Tudo"),)}),
    Tela(nome="Lista", colunas=("guias",)),
)
PLACE = (110, 27, 30, 5)


@pytest.mark.parametrize(
    ("panels", "items"),
    [
        (
            [panel(hit())],
            [
                Item("gerar", "painel GERAR", Cor.VERDE, ""),
                Item("gerar.mes", "GERAR › campo Mês", Cor.VERDE, "", (PLACE,)),
            ],
        ),
        (
            [panel(hit(1, "MES"), title="Gerar")],
            [
                Item("gerar", "painel GERAR", Cor.AMARELO, 'na tela: "Gerar"'),
                Item("gerar.mes", "GERAR › campo Mês", Cor.AMARELO, 'na tela: "MES"', (PLACE,)),
            ],
        ),
        (
            [panel()],
            [
                Item("gerar", "painel GERAR", Cor.VERDE, ""),
                Item("gerar.mes", "GERAR › campo Mês", Cor.VERMELHO, "não foi encontrado"),
            ],
        ),
        (
            [panel(hit(), hit())],
            [
                Item("gerar", "painel GERAR", Cor.VERDE, ""),
                Item("gerar.mes", "GERAR › campo Mês", Cor.VERMELHO, "aparece 2 vezes", (PLACE, PLACE)),
            ],
        ),
        ([], [Item("gerar", "GERAR", Cor.VERMELHO, "o painel não está na tela")]),
        ([panel(hit())] * 2, [Item("gerar", "GERAR", Cor.VERMELHO, "o painel aparece 2 vezes")]),
    ],
)
def test_a_panel_and_its_fields_are_judged(panels: Sequence[Found], items: Sequence[Item]) -> None:
    assert seen(PANEL, panels) == tuple(items)


@pytest.mark.parametrize(
    ("offered", "cor", "told"),
    [
        (["10", "Tudo"], Cor.VERDE, ""),
        (["TUDO"], Cor.AMARELO, "com outras maiúsculas ou acentos"),
        (["10"], Cor.VERMELHO, "a lista oferece: '10'"),
    ],
)
def test_an_option_is_judged(offered: Sequence[str], cor: Cor, told: str) -> None:
    assert seen(OPTIONS, [panel(hit(options=offered))]) == (Item("gerar.mes", "opção Todas", cor, told),)


@pytest.mark.parametrize(
    ("head", "bad"),
    [
        (("Guia", "Valor", ""), []),
        (("Guia", "VALOR"), [("coluna VALOR", "por semelhança")]),
        (("Guia", "Nome"), [("coluna Valor", "não foi encontrada")]),
        (("Guia", "Valor", "Extra"), [("coluna Extra", "é desconhecida: o faturista pararia nela")]),
        (("Guia", "Valor", "Guia"), [("coluna Guia", "aparece mais de uma vez")] * 2),
    ],
)
def test_the_columns_of_a_list_are_judged(head: tuple[str, ...], bad: Sequence[tuple[str, str]]) -> None:
    items = seen(LIST, columns=(("Outra", "Lista"), head))

    assert [(item.nome, item.visto) for item in items if item.cor is not Cor.VERDE] == bad
