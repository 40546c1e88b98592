"""The imagined insurer's portal as one object: its ASGI app, its rules, its switches and its auditor."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from starlette.responses import Response

from portals.imaginaria.mock.seed import Guia, Seed
from portals.mock.exchange import Asked
from portals.mock.monthly import Entry
from portals.mock.single_page import SinglePage
from portals.mock.stage import Settings


class MockImaginaria(SinglePage):
    """One imitation. `app` is served; everything else is the auditor's and the tests'."""

    def __init__(self, seed: Seed, settings: Settings) -> None:
        passwords = {conta.usuario: conta.senha for conta in seed.contas}
        super().__init__(settings, Path(__file__).parent, "Saúde Imaginária", passwords)
        self._guias = {guia.numero: guia for guia in seed.guias}
        acts = {"abrir": self.open, "gravar": self.save, "excluir": self.delete, "fechar": self.close}
        reads = {"conferencia": self.listed, "retorno": self.returned}
        self.app = self.built(self, {**acts, **reads}, self._about)

    def recorded(self) -> dict[str, Any]:
        """Everything recorded."""
        return {
            "lancamentos": [entry.model_dump() for entry in self.months.entries()],
            "fechados": sorted(self.stage.store.rows("fechados")),
        }

    def advance(self, command: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """The auditor's one command, `auditar`: login, mes, glosas by guia, sem_retorno."""
        if command != "auditar":
            raise ValueError(f'O comando "{command}" não existe.')
        self.months.audit(data["login"], data["mes"], data.get("glosas", {}), data.get("sem_retorno", ()))
        return {"feito": command}

    def open(self, asked: Asked) -> Response:
        """A guia in a month: its draft, and whose it is."""
        guia, mes = self._guias.get(asked.text("guia")), asked.text("competencia")
        if self.months.closed(self.who(asked), mes):
            return self.answer(asked, recusa=f"A competência {mes} está encerrada.")
        if guia is None:
            return self.answer(asked, recusa="Guia não encontrada.")
        if guia.usuario != self.who(asked):
            return self.answer(asked, recusa="Esta guia é de outro prestador.")
        draft = self.months.open(self.who(asked), mes, guia.numero, asked.session.label)
        swapped = self.stage.faults.take("swapped_patient", "abrir", guia.numero)
        shown = next(g for g in self._guias.values() if g != guia) if swapped else guia
        return self.answer(asked, cobranca={**guia.model_dump(), "numero": draft.id, "de": shown.model_dump()})

    def save(self, asked: Asked) -> Response:
        """Salvar cobrança."""
        entry = self.months.entry(self.who(asked), asked.text("numero"))
        if entry is None:
            return self.answer(asked, recusa="Cobrança não encontrada.")
        values = _values(asked)
        if refused := _refusal(values, self._guias[entry.guia], entry.mes):
            return self.answer(asked, recusa=refused)
        if changed := self.stage.faults.take("value_changed", "gravar", entry.guia):
            values["valor"] += changed.centavos
        self.months.save(entry, asked.session.label, **values)
        return self.answer(asked, feito=f"Cobrança {entry.id} salva.")

    def delete(self, asked: Asked) -> Response:
        """Excluir cobrança: a draft's or a finished one's."""
        entry = self.months.entry(self.who(asked), asked.text("numero"))
        if entry is None:
            return self.answer(asked, recusa="Cobrança não encontrada.")
        if self.months.closed(entry.login, entry.mes):
            return self.answer(asked, recusa=f"A competência {entry.mes} está encerrada.")
        self.months.delete(entry, asked.session.label)
        return self.answer(asked, feito=f"Cobrança {entry.id} excluída.")

    def listed(self, asked: Asked) -> Response:
        """The month's record."""
        who, mes = self.who(asked), asked.text("competencia")
        stale = self.stage.faults.take("stale_report", "conferencia")
        entries = self.months.entries(who, mes, before_last=stale.commits if stale else 0)
        done = [entry for entry in entries if entry.finalizada]
        cut = self.stage.faults.take("truncated_report", "conferencia")
        rows = [self._row(entry) for entry in (entries[: cut.rows] if cut else entries)]
        total = {"quantidade": len(done), "valor": sum(entry.valor for entry in done)}
        return self.answer(asked, linhas=rows, total=total, fechada=self.months.closed(who, mes))

    def close(self, asked: Asked) -> Response:
        """Encerrar competência."""
        who, mes = self.who(asked), asked.text("competencia")
        entries = self.months.entries(who, mes)
        if self.months.closed(who, mes):
            return self.answer(asked, recusa=f"A competência {mes} está encerrada.")
        if not all(entry.finalizada for entry in entries):
            return self.answer(asked, recusa="Há cobranças em digitação: salve ou exclua antes de encerrar.")
        if not entries:
            return self.answer(asked, recusa="Não há cobranças nesta competência.")
        self.months.close(who, mes, asked.session.label)
        return self.answer(asked, feito=f"Competência {mes} encerrada.")

    def returned(self, asked: Asked) -> Response:
        """The audited month."""
        mes = asked.text("competencia")
        rows = self.months.returned(self.who(asked), mes)
        if rows is None:
            return self.answer(asked, recusa=f"Ainda não há retorno da competência {mes}.")
        return self.answer(asked, linhas=rows)

    def _row(self, entry: Entry) -> dict[str, Any]:
        return {**entry.model_dump(), "beneficiario": self._guias[entry.guia].beneficiario}

    def _about(self, asked: Asked) -> str | None:
        entry = self.months.entry(self.who(asked), asked.text("numero"))
        return asked.text("guia") or (entry.guia if entry else None)


def create_app(seed: Seed, **settings: Any) -> MockImaginaria:
    """A new imitation; `settings` are those of portals.mock.stage.Settings."""
    return MockImaginaria(seed, Settings(**settings))


def _values(asked: Asked) -> dict[str, Any]:
    """What was typed, as it is stored; 0 and "" for what cannot be read."""
    day, count, amount = asked.text("data"), asked.text("quantidade"), asked.text("valor").replace(".", "")
    reais, _, centavos = amount.partition(",")
    valor = int(reais + centavos) if (reais + centavos).isdecimal() and len(centavos) == 2 else 0
    try:
        data = datetime.strptime(day, "%d/%m/%Y").date().isoformat()  # noqa: DTZ007 - a day, not a moment
    except ValueError:
        data = ""
    return {"codigo": asked.text("codigo"), "data": data, "quantidade": int(count) if count.isdecimal() else 0,
            "valor": valor}  # fmt: skip


def _refusal(values: Mapping[str, Any], guia: Guia, mes: str) -> str | None:
    month, _, year = mes.partition("/")
    if values["codigo"] != guia.codigo:
        return "Procedimento não autorizado nesta guia."
    if not values["data"].startswith(f"{year}-{month}-"):
        return "Dia do atendimento fora da competência."
    if not 0 < values["quantidade"] <= guia.quantidade:
        return f"Quantidade acima da autorizada ({guia.quantidade})."
    return None if values["valor"] > 0 else "Valor cobrado inválido."
