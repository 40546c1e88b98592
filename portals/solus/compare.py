"""Pure: which entries of a batch the list of authorised guias lets through, and why the others stay."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from agent.model.answer import Batch, Blocked, Conferido, Difference, Mismatch, Prepared, Refused
from agent.model.data import write_data
from agent.model.lancamento import Kind, Lancamento
from agent.model.valor import write_valor
from portals.grid import folded
from portals.solus.periodo import Periodo
from portals.solus.reading import Autorizada


def presented(batch: Batch, window: Periodo) -> Prepared:
    """Split a batch before any screen is opened: `ready` are those worth looking for in the list.

    Out stay what Faturamento Simplificado does not bill (anything but one consulta), a guia that the batch names
    twice, and a date outside `window`.
    """
    times = Counter(lancamento.numero_autorizacao for lancamento in batch)
    return _split(batch, lambda lancamento: _unfit(lancamento, times[lancamento.numero_autorizacao], window))


def found(batch: Batch, listed: Sequence[Autorizada], periodo: Periodo) -> Prepared:
    """Compare each entry with the one row that shows its guia: `ready` are those that agree in everything shown."""

    def answer(lancamento: Lancamento) -> Refused | Mismatch | None:
        rows = [row for row in listed if row.guia == lancamento.numero_autorizacao]
        if len(rows) == 1:
            return mismatch(lancamento, rows[0])
        return Refused(_absent(lancamento, periodo) if not rows else _repeated(lancamento, len(rows)))

    return _split(batch, answer)


def not_launched(listed: Sequence[Autorizada], known: Collection[str]) -> tuple[Autorizada, ...]:
    """The guias that the portal has authorised and no sheet names ("não lançada pela clínica"): told, never billed."""
    return tuple(row for row in listed if row.guia not in known)


def mismatch(lancamento: Lancamento, row: Autorizada) -> Mismatch | None:
    """What the list shows otherwise than the sheet says; what either of them leaves out is not compared.

    But the person is: a beneficiario whom the sheet does not name cannot be compared, and is a difference.
    """
    pairs = _pairs(lancamento, row)
    differences = tuple(
        Difference(field, expected, seen, private)
        for field, expected, seen, private in pairs
        if expected and seen and folded(expected) != folded(seen)
    )
    if not lancamento.beneficiario:
        differences += (Difference("Beneficiário", "", row.beneficiario, private=True),)
    return Mismatch(differences) if differences else None


def compared(ready: Sequence[Lancamento], listed: Sequence[Autorizada]) -> tuple[Conferido, ...]:
    """What was compared of each entry with its row of the list, for the person who watches."""
    rows = {row.guia: row for row in listed}
    return tuple(
        Conferido(field, expected, seen, guia=lancamento.numero_autorizacao)
        for lancamento in ready
        for field, expected, seen, _ in _pairs(lancamento, rows[lancamento.numero_autorizacao])
    )


def _pairs(lancamento: Lancamento, row: Autorizada) -> tuple[tuple[str, str, str, bool], ...]:
    return (
        ("Código", lancamento.codigo_procedimento, row.codigo, False),
        ("Data", write_data(lancamento.data), write_data(row.data), False),
        ("Beneficiário", lancamento.beneficiario, row.beneficiario, True),
        ("Tipo", "Consulta", row.tipo, False),
        ("Valor", _reais(lancamento.valor_informado), _reais(row.valor), False),
    )


def _split(batch: Batch, answer: Callable[[Lancamento], Refused | Mismatch | None]) -> Prepared:
    answers = [(lancamento, answer(lancamento)) for lancamento in batch]
    return Prepared(
        ready=tuple(lancamento for lancamento, why in answers if why is None),
        blocked=tuple(Blocked(lancamento, why) for lancamento, why in answers if why is not None),
    )


def _unfit(lancamento: Lancamento, times: int, window: Periodo) -> Refused | None:
    guia, day = lancamento.numero_autorizacao, write_data(lancamento.data)
    if lancamento.kind is not Kind.CONSULTA:
        return Refused(f"A guia {guia} é de {lancamento.kind.value}; o Faturamento Simplificado só aceita consultas.")
    if lancamento.quantidade != 1:
        return Refused(f"A guia {guia} tem quantidade {lancamento.quantidade}; uma consulta é faturada uma só vez.")
    if times > 1:
        return Refused(f"A guia {guia} aparece {times} vezes neste envio, e o portal a fatura uma só vez.")
    if lancamento.data > window.fim:
        return Refused(f"A guia {guia} é de {day}, uma data que ainda não chegou.")
    if lancamento.data < window.inicio:
        return Refused(f"A guia {guia} é de {day}, e o portal só lista de {window}: o prazo para faturar passou.")
    return None


def _absent(lancamento: Lancamento, periodo: Periodo) -> str:
    guia = lancamento.numero_autorizacao
    return f"A guia {guia} não está entre as autorizadas de {periodo}: já foi faturada, ou não é deste prestador."


def _repeated(lancamento: Lancamento, times: int) -> str:
    return f"A guia {lancamento.numero_autorizacao} aparece {times} vezes na lista do portal; era esperada uma só."


def _reais(valor: int | None) -> str:
    return "" if valor is None else write_valor(valor, symbol=True)
