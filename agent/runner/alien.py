"""Pure: the portal's own history against ours; an act there that we did not make means somebody else works there."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agent.ledger.events import Event
from agent.model.atividade import Atividade

# The portal's words for an act, folded → what it is to us. What stands nowhere here is for a person.
_ACTS = {
    "acesso ao portal": "",
    "saída do portal": "",
    "abertura de autorização": "abrir",
    "gravação de movimento": "gravar",
    "exclusão de registro": "excluir",
    "fechamento do movimento mensal": "fechar",
    "reabertura do movimento mensal": "reabrir",
}


@dataclass(frozen=True, slots=True)
class Alheia:
    """Acts of one kind that are more than ours: `count` too many. `numero_autorizacao` is "" for those of a month."""

    ato: str
    numero_autorizacao: str
    count: int


def our_acts(events: Iterable[Event], numbers: Mapping[int, str]) -> Counter[tuple[str, str]]:
    """The most acts of each kind that our own events can have made on the portal, by authorisation ("" for a month).

    `numbers`: entry id → its authorisation. A lost answer may have made two of one; an opening may be undone.
    """
    made: Counter[tuple[str, str]] = Counter()
    for event in events:
        if event.kind == "attempt.intent":
            for entry_id in event.body["entries"]:
                _opened(made, numbers.get(entry_id, ""), 2)
        elif event.kind in ("correcao.intencao", "correcao.leitura"):
            _opened(made, numbers.get(event.entity_id, ""), 2)
        elif event.kind == "removal.intent":
            _opened(made, str(event.body["numero_autorizacao"]), 2)
        elif event.kind in ("mes.fechando", "mes.reabrindo"):
            made["fechar" if event.kind == "mes.fechando" else "reabrir", ""] += 2
    return made


def _opened(made: Counter[tuple[str, str]], number: str, times: int) -> None:
    for act in ("abrir", "gravar", "excluir"):
        made[act, number] += times


def alien(activities: Sequence[Atividade], ours: Mapping[tuple[str, str], int]) -> list[Alheia]:
    """What the portal remembers beyond what we can have done, in its words; unknown words count as not ours."""
    told = Counter((a.ato, a.numero_autorizacao) for a in activities)
    found = []
    for (ato, number), count in sorted(told.items()):
        act = _ACTS.get(" ".join(ato.casefold().split()))
        if act == "":
            continue
        excess = count - (ours.get((act, number), 0) if act else 0)
        if excess > 0:
            found.append(Alheia(ato, number, excess))
    return found
