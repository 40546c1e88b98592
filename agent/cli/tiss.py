"""faturista tiss: a file of the TISS standard, checked where it is a lote, added up where it is a demonstrativo."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.options import Json
from agent.cli.terminal import Terminal
from agent.model.data import write_data
from agent.model.errors import InputError
from agent.model.valor import write_valor
from portals.tiss.analise_conta import AnaliseConta, read_analises
from portals.tiss.critica import Critica, check, graves
from portals.tiss.pagamento import Pagamento, read_pagamentos

DETAILS = """Um lote: confere pelo esquema e pelas regras do padrão, e mostra cada crítica com a guia.
Um demonstrativo (análise de conta ou pagamento): lê item a item e confere as somas até o total; se uma soma não fecha,
para ali e diz onde. Nenhum portal é aberto e nada é guardado. Termina com 1 quando há o que corrigir."""


def tiss(
    *,
    arquivo: Annotated[Path, typer.Argument(metavar="ARQUIVO", help="O arquivo .xml.")],
    json: Json = False,
) -> int:
    """Check or read one file."""
    terminal = Terminal(as_json=json)
    try:
        xml = arquivo.read_bytes()
    except OSError as error:
        raise InputError(f"o arquivo não pôde ser aberto ({error.strerror}).", where=str(arquivo)) from None
    if b"demonstrativosRetorno" in xml:
        analises, pagamentos = read_analises(xml, where=arquivo.name), read_pagamentos(xml, where=arquivo.name)
        body = {"analises": list(map(_analise, analises)), "pagamentos": list(map(_pagamento, pagamentos))}
        terminal.answer(body, *_shown_analises(analises), *_shown_pagamentos(pagamentos))
        return ExitCode.DONE
    criticas = check(xml)
    terminal.answer([_critica(each) for each in criticas], *(_shown(criticas)))
    return ExitCode.PERSON if graves(criticas) else ExitCode.DONE


def _shown(criticas: tuple[Critica, ...]) -> Iterable[str]:
    if not criticas:
        yield "O arquivo está conforme o padrão."
    for critica in criticas:
        yield f"{'ERRO' if critica.grave else 'aviso'}: {critica.told()}"


def _critica(critica: Critica) -> dict[str, object]:
    return {"guia": critica.guia, "texto": critica.texto, "grave": critica.grave, "glosa": critica.glosa}


def _shown_analises(analises: Iterable[AnaliseConta]) -> Iterable[str]:
    for analise in analises:
        soma = analise.soma
        yield (
            f"Análise de conta {analise.numero}, de {write_data(analise.emissao)}: informado {_reais(soma.informado)}, "
            f"liberado {_reais(soma.liberado)}, glosa {_reais(soma.informado - soma.liberado)}. As somas fecham."
        )
        for linha in analise.linhas():
            if linha.valor_glosa:
                yield (
                    f"  guia {linha.numero_autorizacao}, {linha.codigo_procedimento}, {write_data(linha.data)}: "
                    f"glosa {_reais(linha.valor_glosa)} ({linha.motivo})"
                )


def _shown_pagamentos(pagamentos: Iterable[Pagamento]) -> Iterable[str]:
    for pagamento in pagamentos:
        yield (
            f"Pagamento {pagamento.numero}, de {write_data(pagamento.emissao)}: liberado "
            f"{_reais(pagamento.soma.liberado)}, líquido {_reais(pagamento.liquido)}. As somas fecham."
        )
        for tipo, valor in pagamento.retencoes.items():
            yield f"  retido {tipo}: {_reais(valor)}"


def _analise(analise: AnaliseConta) -> dict[str, object]:
    return {
        "numero": analise.numero,
        "informado": analise.soma.informado,
        "processado": analise.soma.processado,
        "liberado": analise.soma.liberado,
        "itens": [
            {
                "protocolo": linha.protocolo,
                "guia": linha.numero_autorizacao,
                "codigo": linha.codigo_procedimento,
                "data": linha.data.isoformat(),
                "quantidade": linha.quantidade,
                "informado": linha.valor_informado,
                "liberado": linha.valor_liberado,
                "glosa": linha.valor_glosa,
                "motivo": linha.motivo,
            }
            for linha in analise.linhas()
        ],
    }


def _pagamento(pagamento: Pagamento) -> dict[str, object]:
    return {
        "numero": pagamento.numero,
        "liberado": pagamento.soma.liberado,
        "retencoes": pagamento.retencoes,
        "liquido": pagamento.liquido,
        "datas": [dia.data.isoformat() for dia in pagamento.dias],
    }


def _reais(valor: int) -> str:
    return write_valor(valor, symbol=True)
