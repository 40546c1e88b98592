"""Pure: entries of a sheet as guias of one lote, and why some cannot be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from agent.config.cadastro import Cadastro
from agent.model.answer import Batch, Blocked, Refused
from agent.model.lancamento import Kind, Lancamento
from portals.solus.cadastro import contratado, local, profissional
from portals.solus.operadora import Operadora
from portals.tiss.guias import (
    Atendimento,
    Autorizacao,
    Beneficiario,
    Guia,
    GuiaConsulta,
    GuiaHonorarios,
    GuiaOdonto,
    GuiaSadt,
    Item,
    ItemOdonto,
    Participacao,
    Profissional,
)


@dataclass(frozen=True, slots=True)
class Guias:
    """The guias of one lote, the entries that they hold in the same order, and those that stay."""

    guias: tuple[Guia, ...]
    entries: tuple[Lancamento, ...]
    blocked: tuple[Blocked, ...]


def guias_of(batch: Batch, cadastro: Cadastro, operadora: Operadora, today: date) -> Guias:
    """One guia per authorisation, with a row of the sheet per item. A guia goes whole or not at all.

    Of consultas a guia has one item only. Values are needed: a lote states what is charged.
    """
    groups: dict[str, list[Lancamento]] = {}
    for lancamento in batch:
        groups.setdefault(lancamento.numero_autorizacao, []).append(lancamento)
    guias, entries, blocked = [], [], []
    for rows in groups.values():
        why = next(filter(None, (_unfit(row, cadastro, operadora, today) for row in rows)), "") or _together(rows)
        if why:
            blocked += [Blocked(row, Refused(why)) for row in rows]
        else:
            guias.append(_MAKERS[rows[0].kind](rows, cadastro, operadora))
            entries += rows
    return Guias(tuple(guias), tuple(entries), tuple(blocked))


def _unfit(row: Lancamento, cadastro: Cadastro, operadora: Operadora, today: date) -> str:
    guia, by = row.numero_autorizacao, row.codigo_conselho
    rules = (
        (row.kind not in _MAKERS, f"é de {row.kind.value}, que não vai por XML"),
        (row.valor_informado is None, "está sem valor, e um lote precisa dele"),
        (not row.numero_carteira, "está sem a carteira do beneficiário"),
        (row.data > today, "tem uma data que ainda não chegou"),
        (profissional(cadastro, by) is None, f"é do profissional {by or 'sem número'}, que não está no cadastro"),
        (
            row.quantidade > 1 and operadora.um_por_item,
            f"tem quantidade {row.quantidade} num item; o portal cobra item a item, com data e hora",
        ),
        (row.valor_informado is not None and row.valor_informado % row.quantidade != 0, "tem valor que não se divide"),
    )
    why = next((text for wrong, text in rules if wrong), "")
    return f"A guia {guia} {why}." if why else ""


def _together(rows: Sequence[Lancamento]) -> str:
    guia = rows[0].numero_autorizacao
    if rows[0].kind is Kind.CONSULTA and len(rows) > 1:
        return f"A guia {guia} tem {len(rows)} consultas; uma guia de consulta leva uma só."
    if len({row.numero_carteira for row in rows}) > 1:
        return f"As linhas da guia {guia} têm carteiras diferentes."
    return ""


def _consulta(rows: Sequence[Lancamento], cadastro: Cadastro, operadora: Operadora) -> GuiaConsulta:
    [row] = rows
    return GuiaConsulta(
        **_head(rows),  # type: ignore[arg-type]
        profissional=_who(row, cadastro),
        item=_item(row, ()),
        atendimento=_atendimento(row, operadora),
    )


def _sadt(rows: Sequence[Lancamento], cadastro: Cadastro, operadora: Operadora) -> GuiaSadt:
    return GuiaSadt(
        **_head(rows),  # type: ignore[arg-type]
        solicitante=_who(rows[0], cadastro),
        contratado_solicitante=contratado(cadastro),
        itens=[_item(row, (Participacao("12", _who(row, cadastro)),)) for row in rows],
        atendimento=_atendimento(rows[0], operadora),
    )


def _honorarios(rows: Sequence[Lancamento], cadastro: Cadastro, operadora: Operadora) -> GuiaHonorarios:
    def team(row: Lancamento) -> tuple[Participacao, ...]:
        grau = row.atendimento.grau_participacao or operadora.padrao(row.kind, "grau_participacao") or "00"
        return (Participacao(grau, _who(row, cadastro)),)

    return GuiaHonorarios(
        **_head(rows),  # type: ignore[arg-type]
        guia_internacao=rows[0].numero_autorizacao,
        local=local(cadastro),
        itens=[_item(row, team(row)) for row in rows],
        emissao=max(row.data for row in rows),
    )


def _odonto(rows: Sequence[Lancamento], cadastro: Cadastro, operadora: Operadora) -> GuiaOdonto:  # noqa: ARG001
    return GuiaOdonto(
        **_head(rows),  # type: ignore[arg-type]
        profissional=_who(rows[0], cadastro),
        plano=cadastro.plano,
        itens=[ItemOdonto(_item(row, ()), dente=row.dente, faces=row.faces) for row in rows],
    )


_MAKERS: Mapping[Kind, Callable[[Sequence[Lancamento], Cadastro, Operadora], Guia]] = {
    Kind.CONSULTA: _consulta,
    Kind.EXAME: _sadt,
    Kind.PROCEDIMENTO: _sadt,
    Kind.SERIADO: _sadt,
    Kind.HONORARIO: _honorarios,
    Kind.ODONTOLOGIA: _odonto,
}


def _head(rows: Sequence[Lancamento]) -> dict[str, object]:
    first = rows[0]
    return {
        "numero": first.numero_autorizacao,
        "beneficiario": Beneficiario(first.numero_carteira),
        "autorizacao": Autorizacao(numero_operadora=first.numero_autorizacao, data=min(row.data for row in rows)),
        "observacao": first.observacao,
        "origem": first.origem,
    }


def _who(row: Lancamento, cadastro: Cadastro) -> Profissional:
    found = profissional(cadastro, row.codigo_conselho)
    assert found is not None  # `_unfit` kept the others
    return found


def _item(row: Lancamento, team: Sequence[Participacao]) -> Item:
    assert row.valor_informado is not None  # `_unfit` kept the others
    given = row.atendimento
    return Item(
        data=row.data,
        codigo=row.codigo_procedimento,
        valor_unitario=row.valor_informado // row.quantidade,
        quantidade=row.quantidade,
        hora_inicial=given.hora_inicial,
        hora_final=given.hora_final,
        via=given.via_acesso if row.kind is Kind.HONORARIO else "",
        equipe=team,
        origem=row.origem,
    )


def _atendimento(row: Lancamento, operadora: Operadora) -> Atendimento:
    def code(concept: str, default: str) -> str:
        return getattr(row.atendimento, concept) or operadora.padrao(row.kind, concept) or default

    return Atendimento(
        tipo=code("tipo_atendimento", "04" if row.kind is Kind.CONSULTA else "23"),
        regime=code("regime_atendimento", "01"),
        acidente=code("indicador_acidente", "9"),
        cobertura_especial=row.atendimento.cobertura_especial,
    )
