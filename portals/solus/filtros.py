"""The filters of Faturamento Simplificado beside its period, in the words that the screen offers."""

from collections.abc import Iterator
from dataclasses import dataclass

from portals.solus.periodo import Periodo

_WORDS = ("previsao", "contratado", "executante", "tipo", "regime", "documento", "laudos", "congeneres", "ordenacao")
_TEXTS = ("autorizacao", "cid")


@dataclass(frozen=True, slots=True)
class Filtros:
    """What the list is narrowed to; "" filters nothing.

    `regime` is urgência or eletiva here; `documento`: whether paper must be sent.
    """

    previsao: str = ""
    contratado: str = ""
    executante: str = ""
    execucao: Periodo | None = None
    autorizacao: str = ""
    cid: str = ""
    tipo: str = ""
    regime: str = ""
    documento: str = ""
    laudos: str = ""
    congeneres: str = ""
    ordenacao: str = ""

    def words(self) -> Iterator[tuple[str, str]]:
        """The filters that are lists, with the word to choose."""
        return ((key, word) for key in _WORDS if (word := getattr(self, key)))

    @property
    def keys(self) -> tuple[str, ...]:
        """The filters that are used."""
        words = (*self.words(), *self.texts())
        return (*(key for key, _ in words), *(("execucao",) if self.execucao else ()))

    def texts(self) -> Iterator[tuple[str, str]]:
        """The filters that are typed."""
        return ((key, text) for key in _TEXTS if (text := getattr(self, key)))


NO_FILTER = Filtros()
