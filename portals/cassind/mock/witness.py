"""What CASSIND's auditor may see and do: the true records, and the operadora's and other people's acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, TypeAlias

from portals.cassind.mock.state import Conta, Glosa, State

Data: TypeAlias = Mapping[str, Any]


class Witness:
    """The part of the auditor's door that only this portal has."""

    def __init__(self, state: State, end_sessions: Callable[[], None]) -> None:
        self._state = state
        self._end_sessions = end_sessions
        self._commands: Mapping[str, Callable[[Data], list[Conta]]] = {
            "analisar": self._analisar,
            "pagar": lambda data: state.pagar(data["protocolo"]),
            "faturar": self._faturar,
            "recusar": self._recusar,
            "glosa-automatica": self._auto_glosa,
            "desbloquear": self._desbloquear,
            "encerrar-sessoes": self._encerrar,
        }

    def recorded(self) -> dict[str, Any]:
        """Every conta with its protocolo, and the guias still open per login."""
        return {
            "contas": [asdict(conta) for conta in self._state.contas()],
            "em_aberto": {
                account.login: [guia.number for guia in self._state.open_guias(account.login)]
                for account in self._state.seed.accounts
            },
        }

    def advance(self, command: str, data: Data) -> dict[str, Any]:
        """What the operadora or somebody else does meanwhile; answers with the contas it touched.

        analisar {protocolo, glosas: [{guia, motivo, valor}], sem_retorno: [guia]}; pagar {protocolo};
        faturar {login, guias}: by another session; recusar {guia, texto}; desbloquear {login};
        encerrar-sessoes {}; glosa-automatica {nome, guia, ligada}.
        """
        act = self._commands.get(command)
        if act is None:
            raise ValueError(f'O comando "{command}" não existe.')
        try:
            with self._state.store.lock:
                return {"contas": [asdict(conta) for conta in act(data)]}
        except (KeyError, TypeError) as error:
            raise ValueError(f'O comando "{command}" recebeu dados errados: {error}.') from error

    def _analisar(self, data: Data) -> list[Conta]:
        glosas = [Glosa(**glosa) for glosa in data.get("glosas", [])]
        return self._state.analisar(data["protocolo"], glosas, data.get("sem_retorno", []))

    def _faturar(self, data: Data) -> list[Conta]:
        return self._state.bill(data["login"], [self._state.guias[number] for number in data["guias"]])

    def _recusar(self, data: Data) -> list[Conta]:
        self._state.refuse(data["guia"], data["texto"])
        return []

    def _auto_glosa(self, data: Data) -> list[Conta]:
        self._state.auto_glosas.switch(data["nome"], data.get("guia", ""), on=data.get("ligada", True))
        return []

    def _desbloquear(self, data: Data) -> list[Conta]:
        self._state.failed(data["login"], 0)
        return []

    def _encerrar(self, _data: Data) -> list[Conta]:
        self._end_sessions()
        return []
