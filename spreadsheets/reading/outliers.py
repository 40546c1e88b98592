"""Amounts that look like a slip beside all others of the same procedure: warned of, never changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from statistics import median_low

from agent.model.valor import Centavos, write_valor
from spreadsheets.reading.leitura import Aviso, Item

_ENOUGH = 4
_TIMES = 10


def odd_amounts(itens: Iterable[Item]) -> Iterator[Aviso]:
    """A warning for each amount at least ten times, or at most a tenth of, the usual one of its procedure."""
    groups: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in itens:
        if item.lancamento.valor_informado is not None:
            groups[(item.lancamento.portal, item.lancamento.codigo_procedimento)].append(item)
    for group in groups.values():
        if len(group) >= _ENOUGH:
            usual = median_low(_each(item) for item in group)
            yield from (_aviso(item, usual) for item in group if _is_odd(_each(item), usual))


def _each(item: Item) -> Centavos:
    return (item.lancamento.valor_informado or 0) // item.lancamento.quantidade


def _is_odd(valor: Centavos, usual: Centavos) -> bool:
    return valor >= usual * _TIMES or valor * _TIMES <= usual


def _aviso(item: Item, usual: Centavos) -> Aviso:
    origem = item.lancamento.origem
    valor = write_valor(item.lancamento.valor_informado or 0)
    return Aviso(
        code="outlier_amount",
        motivo=f"o valor {valor} é muito diferente do usual, {write_valor(usual)}",
        aba=origem.aba,
        linha=origem.linha,
    )
