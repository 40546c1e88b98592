"""Pure: what Protocolos, the list of glosas and the TISS statements say of the same contas, as one return."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from agent.model.demonstrativo import Deducao, LinhaRetorno
from agent.model.errors import ReportUntrusted
from agent.model.valor import write_valor
from portals.solus.reading import Conta, linha_retorno
from portals.solus.relatorios import GlosaListada
from portals.tiss.analise_conta import AnaliseConta
from portals.tiss.deducoes import deducoes_of
from portals.tiss.pagamento import Pagamento


@dataclass(frozen=True, slots=True)
class Statement:
    """Both TISS statements of one released protocolo."""

    protocolo: str
    analises: tuple[AnaliseConta, ...]
    pagamentos: tuple[Pagamento, ...]


def joined(
    contas: Sequence[Conta], statements: Sequence[Statement], glosas: Sequence[GlosaListada], *, where: str
) -> tuple[LinhaRetorno, ...]:
    """A line for each item that was answered: as the statement says where there is one, else as Protocolos does.

    A statement's item keeps the conta's number and words where both say the same of it, so that a statement that
    comes later changes no line that it agrees with. Raises ReportUntrusted, naming the protocolo, when a statement is
    of another one, or does not come to what Protocolos shows.
    """
    reasons = [(glosa, glosa.motivo) for glosa in glosas]
    told = [_told(conta, reasons) for conta in contas if conta.processada]
    by_protocolo = {each.protocolo: each for each in statements}
    lines: list[LinhaRetorno] = []
    for protocolo in dict.fromkeys(line.protocolo for line in told):
        own = [line for line in told if line.protocolo == protocolo]
        stated = by_protocolo.get(protocolo)
        lines += _of_statement(stated, own, where) if stated else own
    return tuple(replace(line, linha=number) for number, line in enumerate(lines, start=1))


def deducoes(statements: Iterable[Statement]) -> tuple[Deducao, ...]:
    """What was taken off or added beside the items; a statement that several protocolos lead to counts once."""
    return deducoes_of(pagamento for each in statements for pagamento in each.pagamentos)


def doubts(contas: Iterable[Conta], glosas: Iterable[GlosaListada]) -> tuple[str, ...]:
    """A pt-BR line for each protocolo whose glosas the two reports do not tell alike. Names no patient."""
    shown: dict[str, int] = {}
    listed: dict[str, int] = {}
    for conta in contas:
        shown[conta.protocolo] = shown.get(conta.protocolo, 0) + (conta.glosado or 0)
    for glosa in glosas:
        listed[glosa.protocolo] = listed.get(glosa.protocolo, 0) + glosa.glosado
    return tuple(
        f"protocolo {number}: a Relação geral de glosas soma {_reais(listed.get(number, 0))}, "
        f"e Protocolos de faturamento mostra {_reais(shown.get(number, 0))}"
        for number in sorted(shown.keys() | listed.keys())
        if shown.get(number, 0) != listed.get(number, 0)
    )


def _told(conta: Conta, reasons: list[tuple[GlosaListada, str]]) -> LinhaRetorno:
    """The conta's line, with the reason from the list of glosas where its own row gives none."""
    line = linha_retorno(conta)
    if line.motivo or not line.valor_glosa:
        return line
    for each in reasons:
        glosa, motivo = each
        if (glosa.protocolo, glosa.guia, glosa.codigo, glosa.data, glosa.glosado) == (
            *(conta.protocolo, conta.guia, conta.codigo, conta.data),
            conta.glosado,
        ):
            reasons.remove(each)
            return replace(line, motivo=motivo)
    return line


def _of_statement(stated: Statement, own: Sequence[LinhaRetorno], where: str) -> list[LinhaRetorno]:
    place = f"{where}, protocolo {stated.protocolo}"
    items = [line for analise in stated.analises for line in analise.linhas()]
    numbers = {line.protocolo for line in items} | {p.numero for a in stated.analises for p in a.protocolos}
    if numbers != {stated.protocolo}:
        shown = ", ".join(sorted(numbers)) or "nenhum"
        raise ReportUntrusted(f"A análise de conta é de outro protocolo ({shown}).", where=place)
    _must_agree(items, own, place)
    left = list(own)
    return [_one(item, left) for item in _with_codes(items, own)]


def _must_agree(items: Sequence[LinhaRetorno], own: Sequence[LinhaRetorno], place: str) -> None:
    for name in ("valor_informado", "valor_liberado"):
        said, shown = (sum(getattr(line, name) for line in lines) for lines in (items, own))
        if said != shown:
            raise ReportUntrusted(
                f"A análise de conta diz {_reais(said)} de {name.removeprefix('valor_')}, "
                f"e Protocolos de faturamento mostra {_reais(shown)}.",
                where=place,
                do="Nada foi lido. Pergunte à operadora qual dos dois vale e rode retorno de novo.",
            )


def _with_codes(items: Sequence[LinhaRetorno], own: Sequence[LinhaRetorno]) -> list[LinhaRetorno]:
    """The items; of a guia that comes without any, the contas that it was billed as, where they come to the same."""
    found: list[LinhaRetorno] = []
    for item in items:
        rows = [line for line in own if line.numero_autorizacao == item.numero_autorizacao]
        same = sum(r.valor_informado for r in rows) == item.valor_informado and (
            sum(r.valor_liberado for r in rows) == item.valor_liberado
        )
        found += rows if rows and same and not item.codigo_procedimento else [item]
    return found


def _one(item: LinhaRetorno, left: list[LinhaRetorno]) -> LinhaRetorno:
    """The item as a line; the conta that says the same of it is used up."""
    for line in left:
        if _facts(line) == _facts(item):
            left.remove(line)
            return replace(line, motivo=_words(line.motivo, item.motivo), numero_carteira=item.numero_carteira)
    return item


def _facts(line: LinhaRetorno) -> tuple[object, ...]:
    service = (line.numero_autorizacao, line.codigo_procedimento, line.data, line.quantidade)
    return (*service, line.valor_informado, line.valor_liberado)


def _words(shown: str, stated: str) -> str:
    """Both reasons; one that says the other's codes already stands for both."""
    codes = [each.split(" - ")[0] for each in stated.split("; ") if each]
    if all(code in shown for code in codes):
        return shown
    return "; ".join(filter(None, (shown, stated)))


def _reais(valor: int) -> str:
    return write_valor(valor, symbol=True)
