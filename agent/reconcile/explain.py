"""Why two rows were paired, or were not, in words that a biller can check against the paper."""

from collections.abc import Collection
from functools import lru_cache

from agent.model.data import write_data
from agent.model.valor import write_valor
from agent.reconcile.pool import Pairing
from agent.reconcile.rows import EntryView, LineView, Row, item_of

_FIELDS = {
    "movimento": "movimento",
    "autorização": "numero_autorizacao",
    "código": "codigo_procedimento",
    "dente": "dente",
    "faces": "faces",
    "data": "data",
    "quantidade": "quantidade",
    "valor": "valor_informado",
}
NO_LINE = "nenhuma linha do retorno traz esta autorização"
LINES_TAKEN = "o retorno traz esta autorização, mas as linhas dela respondem a outros lançamentos"
UNSOUND = "a linha não fecha: informado diferente de liberado + glosa, ou valor negativo"
PAID_ALREADY = "o lançamento desta linha já foi pago por inteiro: pagamento repetido? Confira e avise o convênio"
NOTHING_TO_REVERSE = "estorno sem um pagamento igual ou maior nesta autorização"
NO_ENTRY = "nenhum lançamento com esta autorização"
ENTRIES_TAKEN = (
    "os lançamentos desta autorização já têm retorno; pode ser pagamento posterior, recurso ou lançamento feito à mão"
)


def explain(pairing: Pairing) -> str:
    """How the rows of a pairing explain each other."""
    if len(pairing.entries) > 1:
        return f"{len(pairing.entries)} lançamentos somam esta linha do retorno"
    if len(pairing.lines) > 1:
        return f"{len(pairing.lines)} linhas do retorno somam este lançamento"
    why = _compare(pairing.entries[0], pairing.lines[0], pairing.alike)
    return f"{why}; só um indício: coincide {pairing.hint}" if pairing.hint else why


def why_unanswered(entry: EntryView, returned: Collection[str]) -> str:
    """Why an entry has no return; `returned` are the authorisations that the return speaks of."""
    return LINES_TAKEN if entry.numero_autorizacao in returned else NO_LINE


def why_strange(line: LineView, launched: Collection[str], paid: Collection[object]) -> str:
    """Why a line is nobody's; `launched` are the authorisations that we launched, `paid` the items paid in full."""
    if not line.sound:
        return UNSOUND
    if line.valor_liberado < 0:
        return NOTHING_TO_REVERSE
    if item_of(line) in paid and line.valor_liberado > 0:
        return PAID_ALREADY
    return ENTRIES_TAKEN if line.numero_autorizacao in launched else NO_ENTRY


def explain_adjustment(entry: EntryView, line: LineView) -> str:
    """How a line moves money of an entry that was answered before."""
    valor = write_valor(abs(line.valor_liberado), symbol=True)
    where = f"autorização {entry.numero_autorizacao}, código {entry.codigo_procedimento}, {write_data(entry.data)}"
    if line.valor_liberado < 0:
        return f"estorno: {valor} pagos antes voltaram a ser glosa; {where}"
    if line.valor_liberado == 0:
        return f"glosa mantida: o convênio respondeu de novo e nada liberou; {where}"
    return f"pago depois: {valor} saíram da glosa (recurso ou pagamento complementar); {where}"


def _compare(entry: EntryView, line: LineView, alike: int) -> str:
    relations = tuple(_relation(getattr(entry, field), getattr(line, field)) for field in _FIELDS.values())
    return _agreement(relations, alike) if "≠" not in relations else _difference(entry, line, relations, alike)


def _relation(ours: object, theirs: object) -> str:
    """How two values of one field stand to each other; "" is a value that is not shown."""
    if theirs == "":
        return "hidden" if ours != "" else ""
    return "=" if ours == theirs else "≠"


@lru_cache(maxsize=1024)
def _agreement(relations: tuple[str, ...], alike: int) -> str:
    """The sentence of rows that differ in nothing; most of a million rows share a few of them."""
    named = list(zip(_FIELDS, relations, strict=True))
    equal = [name for name, relation in named if relation == "="]
    hidden = [name for name, relation in named if relation == "hidden" and name != "movimento"]
    parts = [f"o retorno não mostra {_join(hidden)}"] if hidden else []
    parts += [f"iguais: {_join(equal)}"]
    parts += [f"havia {alike} candidatos, casados pela ordem"] if alike > 1 else []
    return "; ".join(parts)


def _difference(entry: EntryView, line: LineView, relations: tuple[str, ...], alike: int) -> str:
    ours, theirs = _words(entry), _words(line)
    unequal = [name for name, relation in zip(_FIELDS, relations, strict=True) if relation == "≠"]
    parts = [f"{name}: {theirs[name]} no retorno, {ours[name] or 'nada'} no lançamento" for name in unequal]
    return "; ".join([*parts, _agreement(relations, alike)])


def _words(row: Row) -> dict[str, str]:
    return {
        "movimento": row.movimento,
        "autorização": row.numero_autorizacao,
        "código": row.codigo_procedimento,
        "dente": row.dente,
        "faces": row.faces,
        "data": write_data(row.data),
        "quantidade": str(row.quantidade),
        "valor": write_valor(row.valor_informado),
    }


def _join(names: list[str]) -> str:
    return " e ".join(filter(None, (", ".join(names[:-1]), names[-1])))
