"""Pure: what happened to one entry, from the ledger's events, in words (pt-BR)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from agent.ledger.events import Event
from agent.model.valor import write_valor

Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened; `at` ISO 8601 in UTC, `seq` the event's number in the chain."""

    seq: int
    at: str
    actor: str
    text: str


def story_of(entry_id: int, events: Iterable[Event]) -> list[Moment]:
    """All that happened to an entry, and to its month where that moved it, in order."""
    return list(_moments(entry_id, events))


def _moments(entry_id: int, events: Iterable[Event]) -> Iterator[Moment]:
    batches: set[int] = set()
    answer: object = None
    for event in events:
        if event.kind == "attempt.intent" and entry_id in event.body["entries"]:
            batches.add(event.entity_id)
        if _concerns(entry_id, event, batches) and (text := _told(event)):
            if event.kind == "lancamento.retorno":
                before, answer = answer, event.body.get("ties", ())
                if answer == before:
                    continue  # an appeal or a loss moved money; the return answers what it answered
            yield Moment(event.seq, event.at, event.actor, text)


def _concerns(entry_id: int, event: Event, batches: set[int]) -> bool:
    body = event.body
    if event.kind == "planilha.lida":
        read = [number for number, _ in body.get("pendentes", ())]
        return entry_id in read or entry_id in body.get("canceladas", ())
    if event.entity == "lancamento":
        return event.entity_id == entry_id
    if event.kind == "attempt.confirmed":
        return event.entity_id in batches
    if event.entity == "batch":
        return entry_id in body.get("entries", ())
    if event.entity == "recurso" or event.kind == "decisao.tomada":
        return bool(body.get("entry") == entry_id)
    return event.kind in _OF_THE_MONTH


def _returned(body: Body) -> str:
    ties = body.get("ties", ())
    if not ties:
        return "Nenhuma linha do retorno responde por este lançamento."
    paid, refused = (sum(tie[n] for tie in ties) for n in (3, 4))
    return (
        f"O retorno responde: liberado {write_valor(paid, symbol=True)}, glosado {write_valor(refused, symbol=True)}."
    )


def _launched(body: Body) -> str:
    where = ", ".join(f"{name} {body[name]}" for name in ("movimento", "protocolo") if body.get(name))
    return f"Está no portal{f' ({where})' if where else ''}, por {write_valor(body['valor'], symbol=True)}."


def _day(text: str) -> str:
    year, month, day = text.split("-")
    return f"{day}/{month}/{year}"


_TEXTS: dict[str, Callable[[Body], str]] = {
    "planilha.lida": lambda _: "Lida da planilha.",
    "attempt.intent": lambda _: "Intenção de enviar gravada, antes do clique.",
    "attempt.confirmed": lambda body: f"O portal respondeu: “{body['text']}”.",
    "attempt.uncertain": lambda body: (
        f"Enviada, e a resposta não chegou ({body.get('why', '')}). Não se reenvia: procura-se."
    ),
    "attempt.recovered": lambda _: "A execução parou no meio do envio. Não se reenvia: procura-se no portal.",
    "attempt.restored": lambda _: "O diário guardava um envio que o livro não conhecia: procura-se no portal.",
    "attempt.released": lambda body: f"Nada chegou a ser enviado ({body.get('why', '')}); volta à espera.",
    "lancamento.lancada": _launched,
    "lancamento.recusada": lambda body: f"O portal recusou: “{body['why']}”.",
    "lancamento.ausente": lambda body: f"As leituras do portal não mostram o envio: fica {body['state']}.",
    "correcao.intencao": lambda _: "Intenção de corrigir no portal gravada.",
    "lancamento.corrigida": lambda body: f"Corrigida no portal: agora {write_valor(body['valor'], symbol=True)}.",
    "correcao.sem_efeito": lambda body: f"A correção não teve efeito: {body['why']}.",
    "correcao.leitura": lambda _: "A linha foi relida na tela de Alterar.",
    "lancamento.trocada": lambda body: f"Alterada no portal para outro lançamento: {body['why']}.",
    "lancamento.excluida": lambda body: f"Excluída do portal: {body['why']}.",
    "lancamento.retorno": _returned,
    "recurso.rascunho": lambda body: f"Recurso redigido, de {write_valor(body['valor'], symbol=True)}.",
    "recurso.enviado": lambda body: (
        f"Recurso enviado em {_day(body['sent_on'])}, protocolo {body['protocolo'] or '—'}."
    ),
    "recurso.respondido": lambda body: (
        f"O convênio respondeu ao recurso: recuperado {write_valor(body['recuperado'], symbol=True)}, "
        f"mantido {write_valor(body['mantido'], symbol=True)}."
    ),
    "recurso.desistido": lambda _: "O recurso não será feito.",
    "recurso.desfeito": lambda body: f"O recurso volta de {body['was']} a {body['state']}: {body['reason']}.",
    "perda.desfeita": lambda body: (
        f"A glosa não é mais dada por perdida, e {write_valor(body['valor'], symbol=True)} voltam a ser glosa: "
        f"{body['reason']}."
    ),
    "perda.aceita": lambda body: (
        f"A glosa de {write_valor(body['valor'], symbol=True)} foi dada por perdida: {body['reason']}."
    ),
    "decisao.tomada": lambda body: (
        f"Decidido que a linha {body['line']} do retorno é deste lançamento: {body['reason']}."
    ),
}
_OF_THE_MONTH: dict[str, Callable[[Body], str]] = {
    "mes.fechada": lambda body: f"O mês foi fechado: “{body['text']}”." if body.get("text") else "O mês foi fechado.",
    "mes.reabrindo": lambda _: "Uma pessoa mandou reabrir o mês.",
    "plan.approved": lambda body: (
        "Aprovado: um envio deste mês." if body["what"] == "faturar" else f"Aprovado: {body['what']} o mês."
    ),
}


def _told(event: Event) -> str:
    write = _TEXTS.get(event.kind) or _OF_THE_MONTH.get(event.kind)
    return write(event.body) if write else ""
