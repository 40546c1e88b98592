"""What the rules say of pairs: asked once for each kind of pair, however many there are."""

from datetime import date
from typing import Any

from agent.model.match import JudgedEntry, JudgedLine, Match, Verdicts
from agent.model.pair import Pair, PairKind
from agent.reconcile.reconcile import reconcile
from agent.reconcile.rows import EntryView, LineView


class Judge:
    """The verdicts on pairs, as `reconcile` gives them on the whole account that they are of."""

    def __init__(self) -> None:
        self._samples: dict[PairKind, Verdicts] = {}

    def entry(self, pair: Pair) -> JudgedEntry:
        """The verdict on its entry."""
        like = self._like(pair).entries[0]
        match = self.match(pair)
        return JudgedEntry(
            *(pair.entry_id, like.verdict, like.totals, (match,)), motivo=pair.motivo, why=like.why, corte=like.corte
        )

    def line(self, pair: Pair) -> JudgedLine:
        """The verdict on its line."""
        like = self._like(pair).lines[0]
        return JudgedLine(pair.line_id, like.verdict, (pair.entry_id,), like.why)

    def match(self, pair: Pair) -> Match:
        """The match that ties the two."""
        like = self._like(pair).entries[0].matches[0]
        amounts = (like.allocated, like.liberado, like.glosa)
        return Match(pair.entry_id, pair.line_id, like.pass_no, like.confidence, like.why, *amounts)

    def _like(self, pair: Pair) -> Verdicts:
        """The verdicts on a pair of that kind which is the whole account."""
        if pair.kind not in self._samples:
            self._samples[pair.kind] = _sample(pair.kind)
        return self._samples[pair.kind]


def _sample(kind: PairKind) -> Verdicts:
    item: dict[str, Any] = {
        "id": 1,
        "numero_autorizacao": "1",
        "codigo_procedimento": "1",
        "data": date(2000, 1, 1),
        "quantidade": kind.quantidade,
        "valor_informado": kind.informado,
        "movimento": "1" if kind.movimento else "",
        "dente": "1" if kind.dente else "",
        "faces": "1" if kind.faces else "",
    }
    line = LineView(**item, valor_liberado=kind.liberado, valor_glosa=kind.informado - kind.liberado)
    return reconcile([EntryView(**item)], [line])
