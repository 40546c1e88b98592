"""The same service twice in a file is held for a person, never billed twice and never numbered in silence."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from agent.model.lancamento import Chave
from mappings.wording import fold
from spreadsheets.reading.leitura import Aviso, Item, LinhaRejeitada

Row = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Unique:
    """What is left: entries that are the only ones of their key, and what was held or warned of."""

    itens: tuple[Item, ...]
    rejeitadas: tuple[LinhaRejeitada, ...]
    avisos: tuple[Aviso, ...]


def hold_duplicates(itens: Iterable[Item]) -> Unique:
    """Keep the first of identical rows, hold the others; where they disagree (patient, amount), hold them all.

    The same key at another stated time, or in another degree of participation, is a second service: it is kept with
    the next `ocorrencia` and a warning. A row of several dates is held whole.
    """
    groups: dict[tuple[str, Chave], list[Item]] = defaultdict(list)
    everything = tuple(itens)
    for item in everything:
        groups[(item.lancamento.portal, item.lancamento.chave)].append(item)
    held: dict[Row, LinhaRejeitada] = {}
    numbered: dict[int, Item] = {}
    avisos: list[Aviso] = []
    for group in groups.values():
        if len(group) > 1:
            _judge(group, held, numbered, avisos)
    kept = tuple(numbered.get(id(item), item) for item in everything if _row(item) not in held)
    rows = {(aba, linha) for aba, linha, _ in held}
    return Unique(kept, tuple(held.values()), tuple(aviso for aviso in avisos if (aviso.aba, aviso.linha) not in rows))


def _judge(group: list[Item], held: dict[Row, LinhaRejeitada], numbered: dict[int, Item], avisos: list[Aviso]) -> None:
    slots: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in group:
        slots[(item.complemento.hora_inicial, item.complemento.grau_participacao)].append(item)
    if any(not any(slot) for slot in slots):
        slots = {("", ""): group}
    for ocorrencia, same in enumerate(slots.values(), start=1):
        if ocorrencia > 1:
            _number(same[0], ocorrencia, group[0], numbered, avisos)
        conflict = _conflict(same)
        for item in same if conflict else same[1:]:
            other = same[0] if item is not same[0] else same[1]
            held.setdefault(_row(item), _held(item, other, conflict))


def _number(item: Item, ocorrencia: int, first: Item, numbered: dict[int, Item], avisos: list[Aviso]) -> None:
    numbered[id(item)] = replace(item, lancamento=item.lancamento.model_copy(update={"ocorrencia": ocorrencia}))
    origem = item.lancamento.origem
    avisos.append(
        Aviso(
            code="second_service",
            motivo=f"segundo atendimento igual ao da linha {first.lancamento.origem.linha}, em outro horário ou grau",
            aba=origem.aba,
            linha=origem.linha,
        )
    )


def _row(item: Item) -> Row:
    return item.lancamento.origem.aba, item.lancamento.origem.linha, item.bloco


def _conflict(items: list[Item]) -> str:
    """The field in which rows of one key disagree, "" when they say the same."""
    if len({fold(item.lancamento.beneficiario) for item in items} - {""}) > 1:
        return "paciente"
    if len({item.lancamento.valor_informado for item in items}) > 1:
        return "valor"
    return "quantidade" if len({item.lancamento.quantidade for item in items}) > 1 else ""


def _held(item: Item, other: Item, conflict: str) -> LinhaRejeitada:
    origem, twin = item.lancamento.origem, other.lancamento.origem
    place = f"linha {twin.linha}" + (f' da aba "{twin.aba}"' if twin.aba != origem.aba else "")
    motivo = (
        f"Mesma autorização, data e código da {place}, com outro {conflict}. Confira qual vale."
        if conflict
        else f"Repete a {place}. Retire-a, ou diga o que as distingue."
    )
    return LinhaRejeitada(
        aba=origem.aba,
        linha=origem.linha,
        coluna=conflict or "linha",
        celula=f"{item.bloco or 'A'}{origem.linha}",
        code="conflict" if conflict else "duplicate",
        motivo=motivo,
        visto=f"{item.lancamento.numero_autorizacao} {item.lancamento.data:%d/%m/%Y}",
        duplicate_of=str(twin),
    )
