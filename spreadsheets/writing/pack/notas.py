"""The sheet Notas e banco: what was released, invoiced, held back and received, side by side for each month."""

from collections import Counter, defaultdict

from agent.model.valor import Centavos
from spreadsheets.writing.book import reais
from spreadsheets.writing.cells import Formula, Kind
from spreadsheets.writing.pack.report import DEDUCOES, Nota, Pack
from spreadsheets.writing.report import GroupKey
from spreadsheets.writing.table import FIRST, Column, Region


def notas_of(
    pack: Pack, retorno: Region, depositos: Region
) -> tuple[list[tuple[int, GroupKey]], list[Column[tuple[int, GroupKey]]]]:
    """One row for each clinic, insurer and month of the pack's own returns, with its place.

    Competência and caixa never mix; a line of another month's return is that month's, whose notes are not here.
    """
    return list(enumerate(_keys(pack))), _columns(pack, retorno, depositos)


def _keys(pack: Pack) -> list[GroupKey]:
    keys = {line.item.key for line in pack.retornos if not line.de_fora} | {nota.key for nota in pack.notas}
    return sorted(keys | {deposito.key for deposito in pack.depositos})


def _columns(pack: Pack, retorno: Region, depositos: Region) -> list[Column[tuple[int, GroupKey]]]:
    released: Counter[GroupKey] = Counter()
    for line in pack.retornos:
        released[line.item.key] += line.liberado
    notas: dict[GroupKey, list[Nota]] = defaultdict(list)
    for nota in pack.notas:
        notas[nota.key].append(nota)
    received: Counter[GroupKey] = Counter()
    for deposito in pack.depositos:
        received[deposito.key] += deposito.valor

    def net(key: GroupKey) -> Centavos:
        return sum(nota.valor - sum(nota.deducoes) for nota in notas[key])

    def deducted(key: GroupKey, place: int) -> Centavos:
        return sum(nota.deducoes[place] for nota in notas[key])

    money = Kind.MONEY
    columns: list[Column[tuple[int, GroupKey]]] = [
        Column("Clínica", 36, Kind.TEXT, lambda r: pack.nome(r[1].clinica)),
        Column("Convênio", 16, Kind.TEXT, lambda r: pack.nome(r[1].portal)),
        Column("Competência", 9, Kind.MONTH, lambda r: r[1].competencia.first_day),
        Column(
            "Liberado no retorno",
            9,
            money,
            lambda r: Formula(_sumifs(retorno, "Liberado", r[0]), reais(released[r[1]])),
            totalled=True,
        ),
        Column("NF(s)", 30, Kind.TEXT, lambda r: ", ".join(nota.numero for nota in notas[r[1]])),
        Column("Notas", 9, money, lambda r: sum(nota.valor for nota in notas[r[1]]), totalled=True),
        Column(
            "Notas − liberado",
            9,
            money,
            lambda r: Formula(f"F{_row(r)}-D{_row(r)}", reais(sum(n.valor for n in notas[r[1]]) - released[r[1]])),
            totalled=True,
        ),
    ]
    columns += [
        Column(title, 8, money, lambda r, place=place: deducted(r[1], place), totalled=True)  # type: ignore[misc]
        for place, title in enumerate(DEDUCOES)
    ]
    columns += [
        Column(
            "Líquido a receber",
            9,
            money,
            lambda r: Formula(f"F{_row(r)}-SUM(H{_row(r)}:M{_row(r)})", reais(net(r[1]))),
            totalled=True,
        ),
        Column(
            "Banco (caixa)",
            9,
            money,
            lambda r: Formula(_sumifs(depositos, "Valor", r[0], "Competência paga"), reais(received[r[1]])),
            totalled=True,
        ),
        Column(
            "Falta receber",
            9,
            money,
            lambda r: Formula(f"N{_row(r)}-O{_row(r)}", reais(net(r[1]) - received[r[1]])),
            totalled=True,
        ),
    ]
    return columns


def _row(row: tuple[int, GroupKey]) -> int:
    return FIRST + 1 + row[0]


def _sumifs(table: Region, heading: str, place: int, month: str = "Competência") -> str:
    row = FIRST + 1 + place
    keys = (("Clínica", f"$A{row}"), ("Convênio", f"$B{row}"), (month, f"$C{row}"))
    return f"SUMIFS({table.of(heading)}," + ",".join(f"{table.of(h)},{cell}" for h, cell in keys) + ")"
