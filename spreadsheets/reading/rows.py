"""One body row of a table into entries, or into every problem that holds it, all at once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from agent.model.lancamento import Kind, Lancamento, Origem
from agent.model.valor import Centavos
from mappings.campo import Campo
from mappings.vocabulary import vocabulary
from spreadsheets.reading.cells import RowCells, row_text
from spreadsheets.reading.codes import Code
from spreadsheets.reading.coluna import Columns
from spreadsheets.reading.context import Context
from spreadsheets.reading.facts import Facts, TableStyle, read_facts
from spreadsheets.reading.grid import is_blank, shown
from spreadsheets.reading.inherit import Inherit
from spreadsheets.reading.kinds import kind_of
from spreadsheets.reading.leitura import Aviso, Complemento, Item, LinhaIgnorada, LinhaRejeitada
from spreadsheets.reading.problem import CellProblem
from spreadsheets.reading.quantity import entry_amount
from spreadsheets.reading.rules import Cancelling, check_facts, check_marks
from spreadsheets.reading.sections import NO_SECTION, Section


@dataclass(frozen=True, slots=True)
class RowResult:
    """What one row gave. `ignored` is set for a row of another insurer."""

    itens: tuple[Item, ...] = ()
    rejeitadas: tuple[LinhaRejeitada, ...] = ()
    avisos: tuple[Aviso, ...] = ()
    ignored: LinhaIgnorada | None = None


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one table, given what is known of it and of its columns as wholes."""

    context: Context
    columns: Columns
    inherit: Inherit
    style: TableStyle
    cancelling: Cancelling
    unclear: str = ""
    bloco: str = ""

    def read(self, row: int, section: Section = NO_SECTION) -> RowResult:
        """Row `row` (from 0), under a section that may speak for it."""
        cells = RowCells(self.columns, self.inherit, row, section)
        portal, ignored = self._portal(cells)
        if ignored:
            return RowResult(ignored=LinhaIgnorada(cells.grid.aba, row + 1, ignored, row_text(cells.grid.rows[row])))
        if self.unclear and not cells.has(Campo.PORTAL):
            told = f'A linha "{self.unclear}", acima, pode ser de outro convênio. Confirme de qual é.'
            cells.problem(None, "unknown_group", told)
        check_marks(cells, self.cancelling)
        facts = read_facts(cells, self.style, portal)
        itens = self._entries(cells, facts, portal)
        if not cells.problems:
            return RowResult(itens, avisos=tuple(cells.avisos))
        held = tuple(replace(problem, numero_autorizacao=facts.autorizacao or "") for problem in cells.problems)
        return RowResult((), held, tuple(cells.avisos))

    def _portal(self, cells: RowCells) -> tuple[str, str]:
        """The row's portal, or why the row is another insurer's."""
        raw = cells.raw(Campo.PORTAL)
        text = "" if is_blank(raw) else shown(raw)
        named = vocabulary().portals_in(text) if text else set()
        asked = self.context.request.portal
        if len(named) == 1:
            portal = named.pop()
            return portal, f"é do portal {portal}, que não foi pedido" if asked and portal != asked else ""
        if text and (other := vocabulary().other_insurer_in(text)):
            return "", f"é de outro convênio ({other})"
        if text:
            cells.problem(
                Campo.PORTAL, "unknown_portal", f"{text!r} não é um convênio conhecido. Escreva IPASEM ou CASSIND."
            )
        elif not self.context.portal:
            cells.problem(Campo.PORTAL, "missing_portal", "Falta o convênio da linha. Escreva IPASEM ou CASSIND.")
        return self.context.portal, ""

    def _entries(self, cells: RowCells, facts: Facts, portal: str) -> tuple[Item, ...]:
        """An entry for each of the row's codes, or for each of its days; none while there is a problem."""
        kinds = [self._kind(cells, facts, code, portal) for code in facts.codes or (None,)]
        check_facts(cells, facts, kinds[0])
        itens: list[Item] = []
        for index, kind in enumerate(kinds):
            codigo, padroes = self._code(cells, facts, index)
            valor = self._amount(cells, facts, index)
            if not (cells.problems or kind is None or facts.autorizacao is None or facts.competencia is None):
                first = self._lancamento(cells, facts, index, portal=portal, kind=kind, codigo=codigo, valor=valor)
                itens += _of_each_day(first, _complemento(facts, index, padroes), facts, self.bloco)
        return tuple(itens)

    def _lancamento(
        self,
        cells: RowCells,
        facts: Facts,
        index: int,
        *,
        portal: str,
        kind: Kind,
        codigo: str,
        valor: Centavos | None,
    ) -> Lancamento:
        assert facts.autorizacao is not None
        assert facts.competencia is not None
        defaults = self.context.request.mapping.padroes
        return Lancamento(
            clinica=self.context.request.clinica,
            portal=portal,
            kind=kind,
            competencia=facts.competencia,
            numero_autorizacao=facts.autorizacao,
            codigo_procedimento=codigo,
            data=facts.days[0],
            quantidade=1 if len(facts.days) > 1 else _quantity(facts, index),
            valor_informado=valor,
            dente=facts.dente,
            faces=facts.faces,
            beneficiario=facts.beneficiario,
            numero_carteira=facts.carteira,
            codigo_conselho=facts.conselho or defaults.codigo_conselho,
            profissional=facts.profissional or defaults.profissional,
            observacao=facts.observacao,
            origem=Origem(arquivo=self.context.request.arquivo, aba=cells.grid.aba, linha=cells.row + 1),
        )

    def _kind(self, cells: RowCells, facts: Facts, code: Code | None, portal: str) -> Kind | None:
        kind = kind_of(
            self.context,
            portal,
            code.codigo if code else "",
            f"{facts.tipo} {facts.descricao or (code.descricao if code else '')}",
            dental=bool(facts.dente or facts.faces),
            surgical=cells.has(Campo.GRAU_PARTICIPACAO) or cells.has(Campo.VIA_ACESSO),
        )
        if kind is None and portal and not cells.problems:
            cells.problem(
                Campo.CODIGO_PROCEDIMENTO,
                "unknown_kind",
                "Não dá para saber se é consulta, exame, honorário ou terapia. Diga o tipo no mapeamento da clínica.",
            )
        return kind

    def _code(self, cells: RowCells, facts: Facts, index: int) -> tuple[str, tuple[str, ...]]:
        """The row's code; where the sheet has no such column, the clinic's default."""
        if facts.codes:
            return facts.codes[index].codigo, ()
        if cells.has(Campo.CODIGO_PROCEDIMENTO):
            if not any(
                problem.coluna == cells.columns.por_campo[Campo.CODIGO_PROCEDIMENTO].titulo
                for problem in cells.problems
            ):
                cells.problem(
                    Campo.CODIGO_PROCEDIMENTO, "missing_code", "Falta o código do procedimento. Preencha a célula."
                )
            return "", ()
        default = self.context.request.mapping.padroes.codigo_procedimento
        if not default:
            cells.problem(
                None,
                "missing_code",
                "A planilha não tem coluna de código do procedimento. Diga o código padrão no mapeamento da clínica.",
            )
        return default, (Campo.CODIGO_PROCEDIMENTO.value,)

    def _amount(self, cells: RowCells, facts: Facts, index: int) -> Centavos | None:
        if cells.problems:
            return None
        try:
            return entry_amount(facts.amounts[index], _quantity(facts, index), len(facts.days))
        except CellProblem as problem:
            cells.problem(next(iter(facts.amounts[index])), problem.code, problem.motivo)
            return None


def _quantity(facts: Facts, index: int) -> int:
    """The count of the row's code number `index`; 1 where the row says none."""
    if not facts.quantidades:
        return 1
    return facts.quantidades[index] if len(facts.codes) == len(facts.quantidades) else facts.quantidades[0]


def _of_each_day(first: Lancamento, complemento: Complemento, facts: Facts, bloco: str) -> Iterator[Item]:
    if len(facts.days) == 1:
        yield Item(first, complemento, bloco)
        return
    counts = facts.quantidades
    if len(counts) != len(facts.days):
        counts = (first.quantidade,) * len(facts.days)
    hours = facts.hours if len(facts.hours) == len(facts.days) else facts.hours * len(facts.days)
    for day, count, (start, end) in zip(facts.days, counts, hours, strict=True):
        more = replace(complemento, hora_inicial=start, hora_final=end)
        yield Item(first.model_copy(update={"data": day, "quantidade": count}), more, bloco)


_shared = lru_cache(maxsize=4_096)(Complemento)  # most rows of a sheet say the same beyond their entry


def _complemento(facts: Facts, index: int, padroes: tuple[str, ...]) -> Complemento:
    return _shared(
        descricao=facts.descricao or (facts.codes[index].descricao if facts.codes else ""),
        hora_inicial=facts.hora_inicial,
        hora_final=facts.hora_final,
        grau_participacao=facts.grau,
        via_acesso=facts.via,
        cids=facts.cids,
        quantidade_autorizada=facts.autorizada,
        validade=facts.validade,
        padroes=padroes,
    )
