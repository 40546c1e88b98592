"""What several kinds of guia share: who is billed for, who did it, what was done, what it costs."""

from collections.abc import Iterable, Sequence

from portals.tiss.guias import Beneficiario, Contratado, Despesa, Item, Participacao, Profissional
from portals.tiss.nodes import Element, chosen, leaf, maybe, node
from portals.tiss.texto import ascii_only, write_dia, write_hora, write_reais

_SIM_NAO = {True: "S", False: "N"}
_TOTAIS = (
    ("valorProcedimentos", ""),
    ("valorDiarias", "05"),
    ("valorTaxasAlugueis", "07"),
    ("valorMateriais", "03"),
    ("valorMedicamentos", "02"),
    ("valorOPME", "08"),
    ("valorGasesMedicinais", "01"),
)


def cabecalho(tag: str, registro_ans: str, numero: str, *more: Element | None) -> Element:
    """registroANS and the prestador's number of the guia."""
    return node(tag, leaf("registroANS", registro_ans), leaf("numeroGuiaPrestador", numero), *more)


def beneficiario(tag: str, who: Beneficiario) -> Element:
    """The card."""
    return node(
        tag, leaf("numeroCarteira", ascii_only(who.numero_carteira)), leaf("atendimentoRN", _SIM_NAO[who.recem_nascido])
    )


def contratado(tag: str, who: Contratado, *more: Element) -> Element:
    """A prestador by the best of its numbers. Raises ValueError where it has none."""
    numbers = (("codigoPrestadorNaOperadora", who.codigo), ("cpfContratado", who.cpf), ("cnpjContratado", who.cnpj))
    return node(tag, chosen(numbers, lambda: ValueError(f"{who.nome or tag}: falta código, CPF ou CNPJ")), *more)


def executante(tag: str, who: Contratado) -> Element:
    """The contratado with its CNES, one beside the other."""
    return node(tag, contratado("contratadoExecutante", who), leaf("CNES", who.cnes))


def profissional(tag: str, who: Profissional) -> Element:
    """Name, council and CBO."""
    return node(
        tag, maybe("nomeProfissional", ascii_only(who.nome, 70)), *_council(who, "conselhoProfissional", "CBOS")
    )


def procedimento(tag: str, item: Item) -> Element:
    """Table, code and description (the code itself where the sheet gives no description)."""
    return node(
        tag,
        leaf("codigoTabela", item.tabela),
        leaf("codigoProcedimento", item.codigo),
        leaf("descricaoProcedimento", ascii_only(item.descricao, 150) or item.codigo),
    )


def executado(item: Item, sequence: int, people: Iterable[Element] = ()) -> Element:
    """procedimentoExecutado as SP/SADT and internação have it; honorários call it procedimentoRealizado."""
    return node("procedimentoExecutado", *executed_parts(item, sequence), *people)


def executed_parts(item: Item, sequence: int) -> list[Element]:
    """Sequence, day and hours, code, quantity, via, técnica and values of one item."""
    parts = (
        leaf("sequencialItem", str(sequence)),
        leaf("dataExecucao", write_dia(item.data)),
        *_hours(item),
        procedimento("procedimento", item),
        leaf("quantidadeExecutada", str(item.quantidade)),
        maybe("viaAcesso", item.via),
        maybe("tecnicaUtilizada", item.tecnica),
        *_values(item),
    )
    return [part for part in parts if part is not None]


def team(tag: str, member: Participacao) -> Element:
    """A professional of an item, as SP/SADT and internação name things."""
    who = member.profissional
    return node(
        tag,
        maybe("grauPart", member.grau),
        _code(who),
        leaf("nomeProf", ascii_only(who.nome, 70)),
        *_council(who, "conselho", "CBOS"),
    )


def charging(member: Participacao) -> Element:
    """A professional of an item, as honorários name things."""
    who = member.profissional
    return node(
        "profissionais",
        leaf("grauParticipacao", member.grau),
        _code(who),
        leaf("nomeProfissional", ascii_only(who.nome, 70)),
        *_council(who, "conselhoProfissional", "CBO"),
    )


def despesas(spent: Sequence[Despesa], after: int) -> Element | None:
    """outrasDespesas, numbered on from the `after` items before them; None where there is none."""
    if not spent:
        return None
    return node("outrasDespesas", *(_despesa(each, place) for place, each in enumerate(spent, start=after + 1)))


def valor_total(itens: Iterable[Item], spent: Iterable[Despesa] = ()) -> Element:
    """The guia's totals by kind of expense, and the sum of all."""
    spent = tuple(spent)
    sums = {"": sum(item.valor_total for item in itens)}
    for each in spent:
        sums[each.tipo] = sums.get(each.tipo, 0) + each.item.valor_total
    return node(
        "valorTotal",
        *(leaf(tag, write_reais(sums[kind])) for tag, kind in _TOTAIS if sums.get(kind)),
        leaf("valorTotalGeral", write_reais(sum(sums.values()))),
    )


def observacao(text: str) -> Element | None:
    """The remark, up to 500 characters."""
    return maybe("observacao", ascii_only(text, 500))


def _council(who: Profissional, conselho: str, cbo: str) -> tuple[Element, ...]:
    return (
        leaf(conselho, who.conselho),
        leaf("numeroConselhoProfissional", who.numero_conselho),
        leaf("UF", who.uf),
        leaf(cbo, who.cbo),
    )


def _code(who: Profissional) -> Element:
    code = (("codigoPrestadorNaOperadora", who.codigo), ("cpfContratado", who.cpf))
    return node("codProfissional", chosen(code, lambda: ValueError(f"{who.nome}: falta código ou CPF do profissional")))


def _hours(item: Item) -> tuple[Element | None, Element | None]:
    start, end = item.hora_inicial, item.hora_final
    return (
        leaf("horaInicial", write_hora(start)) if start else None,
        leaf("horaFinal", write_hora(end)) if end else None,
    )


def _values(item: Item) -> tuple[Element, ...]:
    return (
        leaf("reducaoAcrescimo", "1.00"),
        leaf("valorUnitario", write_reais(item.valor_unitario)),
        leaf("valorTotal", write_reais(item.valor_total)),
    )


def _despesa(spent: Despesa, place: int) -> Element:
    item = spent.item
    return node(
        "despesa",
        leaf("sequencialItem", str(place)),
        leaf("codigoDespesa", spent.tipo),
        node(
            "servicosExecutados",
            leaf("dataExecucao", write_dia(item.data)),
            *_hours(item),
            leaf("codigoTabela", item.tabela),
            leaf("codigoProcedimento", item.codigo),
            leaf("quantidadeExecutada", str(item.quantidade)),
            leaf("unidadeMedida", spent.unidade),
            *_values(item),
            leaf("descricaoProcedimento", ascii_only(item.descricao, 150) or item.codigo),
        ),
    )
