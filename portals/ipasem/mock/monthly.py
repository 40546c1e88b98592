"""The pages to read: conference, closing and return reports, activities, one authorisation."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from starlette.responses import Response

from portals.ipasem.mock import rules
from portals.ipasem.mock.desk import Desk, Notice, number_of, typed
from portals.ipasem.mock.home import Home
from portals.ipasem.mock.month import Month
from portals.ipasem.mock.reports import ORDERS, report, return_report
from portals.mock.exchange import Asked
from portals.mock.store import Commit

_ACTS = {
    "entrar": "Acesso ao portal",
    "sair": "Saída do portal",
    "abrir": "Abertura de autorização",
    "gravar": "Gravação de movimento",
    "excluir": "Exclusão de registro",
    "fechar": "Fechamento do movimento mensal",
    "reabrir": "Reabertura do movimento mensal",
}


class Monthly:
    """Reports of a month of the signed-in credenciado."""

    def __init__(self, desk: Desk, home: Home) -> None:
        self._desk = desk
        self._home = home

    def conference(self, asked: Asked) -> Response:
        """RELATÓRIO DE CONFERÊNCIA: only while the month is open."""
        return self._report(asked, "conferencia", needs_closed=False)

    def closing(self, asked: Asked) -> Response:
        """RELATÓRIO DE FECHAMENTO: only once the month is closed."""
        return self._report(asked, "fechamento", needs_closed=True)

    def _report(self, asked: Asked, kind: str, *, needs_closed: bool) -> Response:
        month = self._desk.month(asked)
        if isinstance(month, dict):
            return self._home.show(asked, card=kind, errors=month)
        document = self._desk.who(asked).account.document
        if self._desk.records.closed(document, month) != needs_closed:
            refused = rules.not_closed(month) if needs_closed else rules.already_closed(month)
            return self._home.show(asked, notice=Notice(refused))
        order = typed(asked, "ordem")
        order = order if order in ORDERS else "data"
        entries = self._desk.records.movements(document, month, before_last=self._stale(asked))
        made = report(month, entries, self._desk.records.authorisation, order)
        cut = self._desk.stage.faults.take("truncated_report", asked.action)
        return self._desk.page(
            "relatorio.html",
            asked,
            relatorio=made if cut is None else made.truncated(cut.rows),
            tipo=kind,
            ordem=ORDERS[order],
            chave_ordem=order,
            imprimindo=bool(typed(asked, "imprimir")),
        )

    def _stale(self, asked: Asked) -> int:
        fault = self._desk.stage.faults.take("stale_report", asked.action)
        return 0 if fault is None else fault.commits

    def returned(self, asked: Asked) -> Response:
        """RELATÓRIO DE RETORNO DO FATURAMENTO: only after the insurer's audit."""
        month = self._desk.month(asked)
        if isinstance(month, dict):
            return self._home.show(asked, card="retorno", errors=month)
        document = self._desk.who(asked).account.document
        audit = self._desk.records.audit(document, month)
        if audit is None:
            return self._home.show(asked, notice=Notice(rules.NO_RETURN_YET))
        made = return_report(
            month,
            self._desk.records.movements(document, month),
            audit,
            self._desk.records.authorisation,
            glosado=typed(asked, "glosado") == "1",
        )
        return self._desk.page("retorno.html", asked, relatorio=made)

    def activities(self, asked: Asked) -> Response:
        """REGISTRO DE ATIVIDADES: what this login did in the month."""
        month = self._desk.month(asked)
        if isinstance(month, dict):
            return self._home.show(asked, card="atividades", errors=month)
        document = self._desk.who(asked).account.document
        acts = [
            _act(commit)
            for commit in self._desk.records.store.journal()
            if commit.user == document and commit.action in _ACTS and _within(commit, month)
        ]
        return self._desk.page("atividades.html", asked, mes=month, atividades=acts)

    def authorisation(self, asked: Asked) -> Response:
        """CONSULTAR AUTORIZAÇÃO: whose it is, whether and when it was used."""
        number = number_of(asked)
        if number is None:
            blank = {"autorizacao": "Número da autorização não pode ficar em branco."}
            return self._home.show(asked, card="consultar", errors=blank)
        found = self._desk.records.authorisation(number)
        if found is None:
            return self._home.show(asked, notice=Notice(rules.NOT_FOUND))
        who = self._desk.who(asked)
        if found.document not in who.documents:
            return self._home.show(asked, notice=Notice(rules.NOT_YOURS))
        used = [m.mes for m in self._desk.records.all_movements() if m.autorizacao == number and m.finalizado]
        return self._desk.page(
            "autorizacao.html", asked, autorizacao=found, uso=found.used_in or next(iter(used), None)
        )


def _act(commit: Commit) -> dict[str, Any]:
    at = datetime.fromisoformat(commit.at)
    return {"quando": f"{at:%d/%m/%Y %H:%M:%S}", "ato": _ACTS[commit.action], "autorizacao": commit.number or ""}


def _within(commit: Commit, month: Month) -> bool:
    at = datetime.fromisoformat(commit.at)
    return (at.year, at.month) == month
