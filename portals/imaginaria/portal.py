"""Saúde Imaginária as a Portal: where things are on its single page. What is promised is ScreenPortal's."""

from agent.model.competencia import Competencia
from agent.model.demonstrativo import SemRetorno
from agent.model.errors import PageChanged
from agent.model.lancamento import Kind, Lancamento
from portals.screens.messages import Classe
from portals.screens.portal import Act, ScreenPortal
from portals.screens.record import Report
from portals.screens.seen import Seen


class Imaginaria(ScreenPortal):
    """One session of one login."""

    name = "imaginaria"
    package = "portals.imaginaria"
    home = "guia"
    kinds = frozenset({Kind.CONSULTA, Kind.PROCEDIMENTO})

    def show_entry(self, lancamento: Lancamento) -> Seen:
        """Lançar: the month and the guia."""
        asked = {"competencia": str(lancamento.competencia), "autorizacao": lancamento.numero_autorizacao}
        return self.ask("lancar", "guia", "lançamento", ("cobranca",), **asked)

    def show_record(self, competencia: Competencia) -> Report:
        """Conferir: an open month's list, or a closed one's."""
        seen = self.ask(
            "conferir", "conferencia", "conferência", ("abertas", "encerradas"), competencia=str(competencia)
        )
        return self._list(seen, ("abertas", "encerradas"), competencia, "conferência")

    def show_return(self, competencia: Competencia) -> Report | SemRetorno:
        """Retorno."""
        seen = self.ask("retorno", "consulta", "retorno", ("devolvidas",), competencia=str(competencia))
        if said := seen.said(Classe.SEM_RETORNO):
            return SemRetorno(said.texto)
        return self._list(seen, ("devolvidas",), competencia, "retorno")

    def deleting(self, movimento: str) -> Act:
        """Below the open month's list: the number, and Excluir cobrança."""
        where = self.screen.place("exclusão")
        form = self.screen.filled("exclusao", where, movimento=movimento)
        press = form["confirmar"].click
        return lambda: self.screen.confirm(press, Classe.EXCLUIR, "Sim, excluir", where, movimento=movimento)

    def closing(self, competencia: Competencia) -> Act:
        """Below the same list: Encerrar competência."""
        where, mes = self.screen.place("encerramento"), str(competencia)
        press = self.screen.form("encerramento", where)["confirmar"].click
        return lambda: self.screen.confirm(press, Classe.FECHAR, "Sim, encerrar", where, mes=mes)

    def _list(self, seen: Seen, panels: tuple[str, ...], competencia: Competencia, screen: str) -> Report:
        where = self.screen.place(f"{screen} {competencia}")
        self.screen.only(seen, (), where)
        shown = {name: seen.screens[name] for name in panels if seen.screens.get(name, "").endswith(f" {competencia}")}
        if len(shown) != 1:
            raise PageChanged(f"A lista de {competencia} não abriu.", where=where)
        ((name, title),) = shown.items()
        return Report(self.screen.html_of(title, where), title, where, fechado=name == "encerradas")
