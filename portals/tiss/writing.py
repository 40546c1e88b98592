"""Each kind of guia as its XML element, in the order of the standard's XSD (4.03.00; 4.02.00 differs in one place)."""

from collections.abc import Callable

from portals.tiss.guias import (
    Contratado,
    Guia,
    GuiaConsulta,
    GuiaHonorarios,
    GuiaInternacao,
    GuiaOdonto,
    GuiaSadt,
    Internacao,
    ItemOdonto,
    Lote,
    tipo_of,
)
from portals.tiss.nodes import Element, chosen, leaf, maybe, node
from portals.tiss.parts import (
    beneficiario,
    cabecalho,
    charging,
    contratado,
    despesas,
    executado,
    executante,
    executed_parts,
    observacao,
    procedimento,
    profissional,
    team,
    valor_total,
)
from portals.tiss.texto import ascii_only, write_dia, write_hora, write_reais


def write_guia(guia: Guia, lote: Lote) -> Element:
    """The guia's element. Raises ValueError, in pt-BR, for what the standard cannot express."""
    return _WRITERS[type(guia)](guia, lote)


def _consulta(guia: GuiaConsulta, lote: Lote) -> Element:
    at, item = guia.atendimento, guia.item
    return node(
        tipo_of(guia),
        cabecalho("cabecalhoConsulta", lote.registro_ans, guia.numero),
        maybe("numeroGuiaOperadora", guia.autorizacao.numero_operadora),
        beneficiario("dadosBeneficiario", guia.beneficiario),
        contratado("contratadoExecutante", lote.prestador, leaf("CNES", lote.prestador.cnes)),
        profissional("profissionalExecutante", guia.profissional),
        leaf("indicacaoAcidente", at.acidente),
        node(
            "dadosAtendimento",
            maybe("coberturaEspecial", at.cobertura_especial),
            leaf("regimeAtendimento", at.regime),
            leaf("dataAtendimento", write_dia(item.data)),
            leaf("tipoConsulta", at.tipo_consulta),
            node(
                "procedimento",
                leaf("codigoTabela", item.tabela),
                leaf("codigoProcedimento", item.codigo),
                leaf("valorProcedimento", write_reais(item.valor_total)),
            ),
        ),
        observacao(guia.observacao),
    )


def _sadt(guia: GuiaSadt, lote: Lote) -> Element:
    at = guia.atendimento
    return node(
        tipo_of(guia),
        cabecalho("cabecalhoGuia", lote.registro_ans, guia.numero, maybe("guiaPrincipal", guia.guia_principal)),
        _autorizacao(guia),
        beneficiario("dadosBeneficiario", guia.beneficiario),
        node(
            "dadosSolicitante",
            contratado("contratadoSolicitante", guia.contratado_solicitante),
            leaf("nomeContratadoSolicitante", _name(guia.contratado_solicitante)),
            profissional("profissionalSolicitante", guia.solicitante),
        ),
        node(
            "dadosSolicitacao",
            leaf("dataSolicitacao", write_dia(guia.data_solicitacao)) if guia.data_solicitacao else None,
            leaf("caraterAtendimento", at.carater),
            maybe("indicacaoClinica", ascii_only(at.indicacao_clinica, 500)),
            maybe("indCobEspecial", at.cobertura_especial),
        ),
        executante("dadosExecutante", lote.prestador),
        node(
            "dadosAtendimento",
            leaf("tipoAtendimento", at.tipo),
            leaf("indicacaoAcidente", at.acidente),
            maybe("tipoConsulta", at.tipo_consulta if at.tipo == "04" else ""),
            leaf("regimeAtendimento", at.regime),
        ),
        _executed(guia),
        despesas(guia.despesas, len(guia.itens)),
        observacao(guia.observacao),
        valor_total(guia.itens, guia.despesas),
    )


def _honorarios(guia: GuiaHonorarios, lote: Lote) -> Element:
    days = [item.data for item in guia.itens]
    place = (("codigoNaOperadora", guia.local.codigo), ("cnpjLocalExecutante", guia.local.cnpj))
    return node(
        tipo_of(guia),
        cabecalho("cabecalhoGuia", lote.registro_ans, guia.numero),
        leaf("guiaSolicInternacao", guia.guia_internacao),
        maybe("senha", guia.autorizacao.senha),
        maybe("numeroGuiaOperadora", guia.autorizacao.numero_operadora),
        beneficiario("beneficiario", guia.beneficiario),
        node(
            "localContratado",
            node("codigoContratado", chosen(place, lambda: ValueError("o local precisa de código ou CNPJ"))),
            leaf("nomeContratado", _name(guia.local)),
            leaf("cnes", guia.local.cnes),
        ),
        node(
            "dadosContratadoExecutante",
            leaf("codigonaOperadora", lote.prestador.codigo),
            leaf("cnesContratadoExecutante", lote.prestador.cnes),
        ),
        node(
            "dadosInternacao",
            leaf("dataInicioFaturamento", write_dia(min(days))),
            leaf("dataFimFaturamento", write_dia(max(days))),
            leaf("caraterAtendimento", guia.carater) if lote.versao >= "4.03.00" else None,
        ),
        node(
            "procedimentosRealizados",
            *(
                node(
                    "procedimentoRealizado",
                    *executed_parts(item, place),
                    *map(charging, item.equipe),
                )
                for place, item in enumerate(guia.itens, start=1)
            ),
        ),
        observacao(guia.observacao),
        leaf("valorTotalHonorarios", write_reais(sum(item.valor_total for item in guia.itens))),
        leaf("dataEmissaoGuia", write_dia(guia.emissao)),
    )


def _internacao(guia: GuiaInternacao, lote: Lote) -> Element:
    return node(
        tipo_of(guia),
        cabecalho("cabecalhoGuia", lote.registro_ans, guia.numero),
        leaf("numeroGuiaSolicitacaoInternacao", guia.guia_solicitacao),
        _autorizacao(guia),
        beneficiario("dadosBeneficiario", guia.beneficiario),
        executante("dadosExecutante", lote.prestador),
        *_stay(guia.internacao),
        _executed(guia),
        valor_total(guia.itens, guia.despesas),
        despesas(guia.despesas, len(guia.itens)),
        observacao(guia.observacao),
    )


def _odonto(guia: GuiaOdonto, lote: Lote) -> Element:
    who, given = guia.profissional, guia.autorizacao
    return node(
        tipo_of(guia),
        leaf("registroANS", lote.registro_ans),
        leaf("numeroGuiaPrestador", guia.numero),
        leaf("dataAutorizacao", write_dia(given.data)) if given.data else None,
        maybe("senhaAutorizacao", given.senha),
        leaf("validadeSenha", write_dia(given.validade)) if given.validade else None,
        maybe("numeroGuiaOperadora", given.numero_operadora),
        beneficiario("dadosBeneficiario", guia.beneficiario),
        leaf("planoBeneficiario", ascii_only(guia.plano, 40)),
        node(
            "dadosProfissionaisResponsaveis",
            leaf("codigoProfExec", who.codigo or who.cpf),
            leaf("croExec", who.numero_conselho),
            leaf("ufExec", who.uf),
            leaf("cnesExec", lote.prestador.cnes),
            leaf("cbosExec2", who.cbo),
        ),
        *(_tooth(each, place) for place, each in enumerate(guia.itens, start=1)),
        leaf("dataTerminoTrat", write_dia(guia.termino)) if guia.termino else None,
        leaf("tipoAtendimento", guia.tipo_atendimento),
        leaf("tipoFaturamento", guia.tipo_faturamento),
        leaf("valorTotalProc", write_reais(sum(each.item.valor_total for each in guia.itens))),
        observacao(guia.observacao),
    )


_WRITERS: dict[type, Callable[..., Element]] = {
    GuiaConsulta: _consulta,
    GuiaSadt: _sadt,
    GuiaHonorarios: _honorarios,
    GuiaInternacao: _internacao,
    GuiaOdonto: _odonto,
}


def _autorizacao(guia: GuiaSadt | GuiaInternacao) -> Element | None:
    given = guia.autorizacao
    if not (given.numero_operadora or given.senha or given.data):
        return None
    if given.data is None:
        raise ValueError(f"guia {guia.numero}: a autorização precisa da data em que foi dada")
    return node(
        "dadosAutorizacao",
        maybe("numeroGuiaOperadora", given.numero_operadora),
        leaf("dataAutorizacao", write_dia(given.data)),
        maybe("senha", given.senha),
        leaf("dataValidadeSenha", write_dia(given.validade)) if given.validade else None,
    )


def _executed(guia: GuiaSadt | GuiaInternacao) -> Element | None:
    if not guia.itens:
        return None
    return node("procedimentosExecutados", *(_item(guia, place) for place in range(len(guia.itens))))


def _item(guia: GuiaSadt | GuiaInternacao, place: int) -> Element:
    item = guia.itens[place]
    if isinstance(guia, GuiaSadt):
        people = [team("equipeSadt", each) for each in item.equipe]
    else:
        people = [node("identEquipe", team("identificacaoEquipe", each)) for each in item.equipe]
    return executado(item, place + 1, people)


def _stay(stay: Internacao) -> tuple[Element, Element]:
    return (
        node(
            "dadosInternacao",
            leaf("caraterAtendimento", stay.carater),
            leaf("tipoFaturamento", stay.faturamento),
            leaf("dataInicioFaturamento", write_dia(stay.inicio)),
            leaf("horaInicioFaturamento", write_hora(stay.hora_inicio)),
            leaf("dataFinalFaturamento", write_dia(stay.fim)),
            leaf("horaFinalFaturamento", write_hora(stay.hora_fim)),
            leaf("tipoInternacao", stay.tipo),
            leaf("regimeInternacao", stay.regime),
        ),
        node(
            "dadosSaidaInternacao",
            *(leaf("diagnostico", cid.replace(".", "")) for cid in stay.cids),
            leaf("indicadorAcidente", stay.acidente),
            leaf("motivoEncerramento", stay.encerramento),
        ),
    )


def _tooth(each: ItemOdonto, place: int) -> Element:
    where = leaf("codDente", each.dente) if each.dente else maybe("codRegiao", each.regiao)
    return node(
        "procedimentosExecutados",
        leaf("sequencialItem", str(place)),
        procedimento("procSolic", each.item),
        node("denteRegiao", where) if where is not None else None,
        maybe("denteFace", each.faces),
        leaf("qtdProc", str(each.item.quantidade)),
        leaf("valorProc", write_reais(each.item.valor_total)),
        leaf("autorizado", "true" if each.autorizado else "false"),
        leaf("dataRealizacao", write_dia(each.item.data)),
    )


def _name(who: Contratado) -> str:
    return ascii_only(who.nome, 70)
