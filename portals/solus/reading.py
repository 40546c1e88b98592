"""Pure: a page of Solus Web Prestador in, the authorised guias or the contas that it lists out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from agent.model.data import read_data
from agent.model.demonstrativo import LinhaRetorno
from agent.model.errors import PageChanged, ReportUntrusted
from agent.model.registro import Movimento
from agent.model.valor import Centavos, read_valor, write_valor
from portals.grid import Columns, Grid, Row, read_grid

T = TypeVar("T")

_PAGE = re.compile(r"Página\s+(\d{1,4})\s+de\s+(\d{1,4})", re.IGNORECASE)
_COUNTED = re.compile(r"Quantidade:\s*(\d+)\s+de\s+(\d+)", re.IGNORECASE)
_NOTHING_YET = frozenset({"", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Autorizada:
    """One row of Faturamento Simplificado: a guia that may be billed. `valor` None where the list shows none."""

    guia: str
    data: date
    codigo: str
    beneficiario: str
    tipo: str
    valor: Centavos | None


@dataclass(frozen=True, slots=True)
class Conta:
    """One row of Protocolos de faturamento: a guia as it was billed; `liberado` and `glosado` None until analysed."""

    linha: int
    protocolo: str
    numero: str
    guia: str
    data: date
    codigo: str
    beneficiario: str
    quantidade: int
    informado: Centavos
    liberado: Centavos | None
    glosado: Centavos | None
    motivo: str
    situacao: str
    lote: str = ""

    @property
    def processada(self) -> bool:
        """Whether the operadora has answered for it."""
        return self.liberado is not None and self.glosado is not None


@dataclass(frozen=True, slots=True)
class Contas:
    """The list of contas, and what the page itself says of it: how many there are, and its totals in centavos."""

    contas: tuple[Conta, ...]
    total_linhas: int = 0
    informado: Centavos = 0
    liberado: Centavos = 0
    glosado: Centavos = 0

    @property
    def processadas(self) -> tuple[Conta, ...]:
        """The contas that the operadora has answered."""
        return tuple(conta for conta in self.contas if conta.processada)

    def check(self, where: str) -> None:
        """Raise ReportUntrusted unless the rows are as many, and add up to, what the page says."""
        sums = (
            ("Valor informado", self.informado, sum(conta.informado for conta in self.contas)),
            ("Valor liberado", self.liberado, sum(conta.liberado or 0 for conta in self.contas)),
            ("Valor glosado", self.glosado, sum(conta.glosado or 0 for conta in self.contas)),
        )
        wrong = [f"{name}: total {_reais(said)}, linhas {_reais(body)}" for name, said, body in sums if said != body]
        if self.total_linhas != len(self.contas):
            wrong.insert(0, f"a tela diz {self.total_linhas} contas e mostra {len(self.contas)}")
        if wrong:
            raise ReportUntrusted(f"A lista não soma o que ela mesma diz ({'; '.join(wrong)}).", where=where)


def read_autorizadas(html: str, columns: Columns, *, where: str) -> tuple[Autorizada, ...]:
    """Every guia of a complete list. Raises PageChanged, naming the cell, or both numbers of "n de m"."""
    grid, total = _listed(html, columns, where)
    if total != len(grid.rows):
        raise PageChanged(
            f'A lista não está completa: "Quantidade: {len(grid.rows)} de {total}".',
            where=where,
            do="Nada foi marcado.",
        )
    return tuple(_autorizada(row) for row in grid.rows)


def read_contas(html: str, columns: Columns, *, where: str) -> Contas:
    """The list of contas; whether it is whole, `Contas.check` tells. Raises PageChanged, naming the cell."""
    grid, total = _listed(html, columns, where)
    if grid.totals is None:
        raise PageChanged("A lista não tem a linha de total, e sem ela não se sabe se está inteira.", where=where)
    return Contas(
        tuple(_conta(row) for row in grid.rows),
        total_linhas=total,
        informado=_pending(grid.totals, "valor_informado") or 0,
        liberado=_pending(grid.totals, "valor_liberado") or 0,
        glosado=_pending(grid.totals, "valor_glosado") or 0,
    )


def with_page(before: Contas, page: Contas, *, where: str) -> Contas:
    """The list so far with its next page. Raises ReportUntrusted where the two say different totals of the list."""
    if _whole(before) != _whole(page):
        raise ReportUntrusted("As páginas da lista não dizem os mesmos totais.", where=where, do="Rode de novo.")
    rows = (replace(conta, linha=place) for place, conta in enumerate(page.contas, start=len(before.contas) + 1))
    return replace(before, contas=(*before.contas, *rows))


def read_page(html: str, *, where: str) -> tuple[int, int]:
    """The two numbers of "Página n de m"; (1, 1) where the list has one page and says nothing of it.

    Raises PageChanged for several of them, or one that cannot be.
    """
    body = HTMLParser(html).body
    found = {(int(n), int(m)) for n, m in _PAGE.findall(" ".join(body.text(separator=" ").split()) if body else "")}
    if len(found) > 1 or any(not 1 <= n <= m for n, m in found):
        raise PageChanged(f"Não se sabe em que página a lista está: {sorted(found)}.", where=where)
    return next(iter(found), (1, 1))


def _whole(contas: Contas) -> tuple[int, Centavos, Centavos, Centavos]:
    return contas.total_linhas, contas.informado, contas.liberado, contas.glosado


def movimento(conta: Conta) -> Movimento:
    """A conta as a row of the portal's record: what CASSIND bills is final at once."""
    return Movimento(
        movimento=conta.numero,
        numero_autorizacao=conta.guia,
        codigo_procedimento=conta.codigo,
        data=conta.data,
        quantidade=conta.quantidade,
        valor=conta.informado,
        protocolo=conta.protocolo,
        lote=conta.lote,
        situacao=conta.situacao,
        beneficiario=conta.beneficiario,
    )


def linha_retorno(conta: Conta) -> LinhaRetorno:
    """A processed conta as a line of the return. Raises ValueError for one that has no answer yet."""
    if conta.liberado is None or conta.glosado is None:
        raise ValueError(f"a conta {conta.numero} ainda não foi processada")
    return LinhaRetorno(
        linha=conta.linha,
        numero_autorizacao=conta.guia,
        codigo_procedimento=conta.codigo,
        data=conta.data,
        quantidade=conta.quantidade,
        valor_informado=conta.informado,
        valor_liberado=conta.liberado,
        valor_glosa=conta.glosado,
        motivo=conta.motivo,
        movimento=conta.numero,
        protocolo=conta.protocolo,
        beneficiario=conta.beneficiario,
    )


def read_counted(html: str, *, where: str) -> tuple[int, int]:
    """The two numbers of "Quantidade: n de m". Raises PageChanged unless the page says it exactly once."""
    body = HTMLParser(html).body
    found = _COUNTED.findall(" ".join(body.text(separator=" ").split())) if body else []
    if len(found) != 1:
        raise PageChanged(f'A tela diz {len(found)} vezes "Quantidade: n de m"; era esperada uma.', where=where)
    return int(found[0][0]), int(found[0][1])


def check_count(pages: Sequence[str], shown: int, what: str, *, where: str) -> None:
    """Raise ReportUntrusted unless each page says that there are as many of `what` (pt-BR) as all of them show."""
    for html in pages:
        _, total = read_counted(html, where=where)
        if total != shown:
            raise ReportUntrusted(f"A tela diz {total} {what} e mostra {shown}.", where=where)


def _listed(html: str, columns: Columns, where: str) -> tuple[Grid, int]:
    """The list with its rows, as many as the page says that it shows, and how many it says there are."""
    shown, total = read_counted(html, where=where)
    grid = read_grid(html, columns, where=where)
    if shown != len(grid.rows):
        raise PageChanged(f'A tela diz "Quantidade: {shown} de {total}" e mostra {len(grid.rows)} linhas.', where=where)
    return grid, total


def _autorizada(row: Row) -> Autorizada:
    return Autorizada(
        guia=_needed(row, "guia"),
        data=_cell(row, "data", read_data),
        codigo=_needed(row, "codigo"),
        beneficiario=_needed(row, "beneficiario"),
        tipo=row.text("tipo"),
        valor=_pending(row, "valor_informado"),
    )


def _conta(row: Row) -> Conta:
    liberado, glosado = _pending(row, "valor_liberado"), _pending(row, "valor_glosado")
    if (liberado is None) != (glosado is None):
        empty = "valor_liberado" if liberado is None else "valor_glosado"
        raise PageChanged("A conta tem só um dos valores liberado e glosado.", where=row.place(empty))
    return Conta(
        linha=row.number,
        protocolo=_needed(row, "protocolo"),
        numero=_needed(row, "conta"),
        guia=_needed(row, "guia"),
        data=_cell(row, "data", read_data),
        codigo=_needed(row, "codigo"),
        beneficiario=row.text("beneficiario"),
        quantidade=_cell(row, "quantidade", _read_quantidade),
        informado=_cell(row, "valor_informado", read_valor),
        liberado=liberado,
        glosado=glosado,
        motivo=_blank(row.text("motivo")),
        situacao=_blank(row.text("situacao")),
        lote=_blank(row.text("lote")),
    )


def _blank(text: str) -> str:
    return "" if text in _NOTHING_YET else text


def _needed(row: Row, field: str) -> str:
    text = _blank(row.text(field))
    if not text:
        raise PageChanged("A célula está vazia.", where=row.place(field))
    return text


def _cell(row: Row, field: str, read: Callable[[str], T]) -> T:
    try:
        return read(_needed(row, field))
    except ValueError as error:
        raise PageChanged(f"A célula não pôde ser lida: {error}.", where=row.place(field)) from None


def _pending(row: Row, field: str) -> Centavos | None:
    return _cell(row, field, read_valor) if _blank(row.text(field)) else None


def _read_quantidade(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,4}", text):
        raise ValueError(f"não é uma quantidade: {text!r}")
    return int(text)


def _reais(valor: Centavos) -> str:
    return write_valor(valor, symbol=True)
