"""Billing by a file: a lote built and checked before a browser opens it, sent once, found again if nobody answered."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from agent.config.cadastro import Cadastro
from agent.model.answer import Batch, Blocked, Conferido, Prepared, Refused, Unknown
from agent.model.arquivo import Arquivo
from agent.model.errors import PortalError
from agent.model.lancamento import Lancamento
from agent.model.registro import Evidence
from agent.model.valor import write_valor
from portals.solus.cadastro import contratado
from portals.solus.criticas import refused
from portals.solus.operadora import Operadora
from portals.solus.outcome import Billed
from portals.solus.pages.envio_xml import EnvioXml, Historico, refused_file
from portals.solus.suporte import draft
from portals.solus.xml_guias import guias_of
from portals.tiss.critica import Celula, criticise, graves
from portals.tiss.guias import Lote
from portals.tiss.lote import build
from portals.tiss.numeracao import Numeracao


@dataclass(frozen=True, slots=True)
class EnvioPorXml:
    """What billing by XML needs beside the portal: who bills, and the folder of the lotes and their numbers."""

    cadastro: Cadastro
    folder: Path


class ByXml:
    """The way XML. Each lote is evidence of its entries before it leaves; in the folder only its number is taken.

    A file there, unsealed, is what the cadastro asks for (`copia_aberta`). `celula` tells where a field of a row stands
    in the clinic's sheet ("C12"); None where nobody knows.
    """

    def __init__(self, given: EnvioPorXml, operadora: Operadora, pages: tuple[EnvioXml, Historico]) -> None:
        self.celula: Celula | None = None
        self._given = given
        self._operadora = operadora
        self._envio, self._historico = pages
        self._numbers = Numeracao(given.folder)
        self._lote: Lote | None = None
        self._entries: tuple[Lancamento, ...] = ()
        self._xml = b""
        self._refused = ""

    def prepare(self, batch: Batch, now: datetime, today: date) -> Prepared:
        """Build the lote, check it by the standard's schema and rules, and put it into the upload's screen.

        What has a grave critique stays here, each entry with its own; the others go in a lote without it, which is the
        evidence of what is prepared.
        """
        self._lote, self._refused = None, ""
        found = guias_of(batch, self._given.cadastro, self._operadora, today)
        blocked = list(found.blocked)
        guias, entries = found.guias, found.entries
        if guias:
            wrong = self._wrong(Lote("1", contratado(self._given.cadastro), "0" * 6, _iso(now), guias))
            blocked += [
                Blocked(entry, Refused(wrong[entry.numero_autorizacao]))
                for entry in entries
                if entry.numero_autorizacao in wrong
            ]
            entries = tuple(entry for entry in entries if entry.numero_autorizacao not in wrong)
            guias = tuple(guia for guia in guias if guia.numero not in wrong)
        if not guias:
            return Prepared((), tuple(blocked))
        self._chosen(
            Lote(
                self._numbers.reserve(),
                contratado(self._given.cadastro),
                self._operadora.registro_ans,
                _iso(now),
                guias,
                self._operadora.versao,
            )
        )
        self._entries = entries
        lote = (Evidence("xml", self._title, self._xml),)
        return Prepared(entries, tuple(blocked), evidence=lote, compared=self._compared())

    def send(self) -> Billed | Refused | Unknown:
        """Send the file once. Without an answer the Histórico is asked: what it holds is the answer, else Unknown."""
        lote = self._lote
        assert lote is not None
        outcome = self._envio.send(self._name, self._xml)
        if isinstance(outcome, Refused):
            outcome = refused(outcome.text, lote, self._entries, self.celula)
        if isinstance(outcome, Unknown) and not outcome.unclassified:
            outcome = self._looked_up(outcome, lote)
        if not isinstance(outcome, Billed):
            self._refused = outcome.text if isinstance(outcome, Refused) else outcome.why
        return outcome

    def with_draft(self, seen: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        """What the screen shows, and once after a file that was not taken the e-mail that the operadora asks for."""
        said, self._refused = self._refused, ""
        if not (said and self._lote and self._operadora.suporte):
            return seen
        mail = draft(self._operadora, self._lote.prestador.nome, self._lote.numero, said, seen)
        return (*seen, Evidence("eml", f"{self._title}, e-mail ao suporte", mail))

    def files(self) -> tuple[Arquivo, ...]:
        """What the Histórico shows of the lotes that were numbered here; another system's are not ours."""
        return tuple(each for each in self._historico.all() if self._numbers.taken(each.lote))

    @property
    def _title(self) -> str:
        return f"lote {self._lote.numero}" if self._lote else ""

    @property
    def _name(self) -> str:
        return f"lote_{self._lote.numero}.xml" if self._lote else ""

    def _wrong(self, trial: Lote) -> dict[str, str]:
        """The grave critiques of each guia, told by row and cell."""
        trial = Lote(
            trial.numero,
            trial.prestador,
            self._operadora.registro_ans,
            trial.quando,
            trial.guias,
            self._operadora.versao,
        )
        criticas = graves(criticise(build(trial), trial))
        texts: dict[str, list[str]] = {}
        for critica in criticas:
            for number in [critica.guia] if critica.guia else [guia.numero for guia in trial.guias]:
                texts.setdefault(number, []).append(critica.told(self.celula))
        return {number: "; ".join(told_ones) for number, told_ones in texts.items()}

    def _chosen(self, lote: Lote) -> None:
        self._lote, self._xml = lote, build(lote)
        if self._given.cadastro.copia_aberta:
            (self._given.folder / f"{lote.numero}.xml").write_bytes(self._xml)
        self._envio.choose(self._name, self._xml)

    def _compared(self) -> tuple[Conferido, ...]:
        """The file that stands in the screen's field, for the person who watches: it shows nothing of the guias."""
        assert self._lote is not None
        count = len(self._lote.guias)
        valor = write_valor(sum(entry.valor_informado or 0 for entry in self._entries), symbol=True)
        told = f"lote {self._lote.numero}, {count} {'guia' if count == 1 else 'guias'}, {valor}"
        return (Conferido("Arquivo", told, self._envio.held()),)

    def _looked_up(self, lost: Unknown, lote: Lote) -> Billed | Refused | Unknown:
        try:
            files = self._historico.of_lote(lote.numero)
        except PortalError as error:
            return Unknown(f"{lost.why}; o Histórico não pôde ser lido ({error})")
        taken = [each for each in files if each.protocolo]
        shown = ", ".join(repr(each.situacao) for each in files) or "nenhum arquivo"
        text = f"o Histórico mostra do lote {lote.numero}: {shown}"
        if len(taken) == 1 and all(refused_file(each) for each in files if each not in taken):
            return Billed(text, taken[0].protocolo, frozenset())
        if files and all(map(refused_file, files)):
            return Refused(f"{lost.why}; {text}")
        return Unknown(f"{lost.why}; {text}")


def _iso(now: datetime) -> str:
    return now.replace(tzinfo=None).isoformat(timespec="seconds")
