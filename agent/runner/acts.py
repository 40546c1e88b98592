"""The commands beside the month's own over an office: each pair in turn; one that stops leaves the others be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from agent.ledger.months import Mes
from agent.model.answer import Refused
from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.errors import (
    AlreadyRunning,
    InputError,
    LeaseLost,
    PersonNeeded,
    PortalError,
    SecretMissing,
    SetupError,
)
from agent.model.lancamento import Lancamento
from agent.model.registro import Registro
from agent.people.approval import Approver, Remembered, approver_for
from agent.runner.able import able, if_able
from agent.runner.alien import Alheia, alien, our_acts
from agent.runner.changes import Changes, changes_of
from agent.runner.correct import Agreed, Corrected, correct_entries
from agent.runner.desk import Desk
from agent.runner.paper import deliver
from agent.runner.reopen import Reopening, reopen_month
from agent.runner.sheets import asked_of, import_sheets, read_sheets, services
from agent.runner.three_way import Diferenca, three_way
from agent.runner.withdraw import Withdrawn, withdraw_entry
from agent.runner.work import Work
from portals.more import Consults, ListsAuthorised, Remembers

Pairs = Sequence[tuple[str, str]]
_STOPS = (PortalError, InputError, SecretMissing, AlreadyRunning, LeaseLost, SetupError)


@dataclass(frozen=True, slots=True)
class Resposta:
    """How one command ended for one clinic's month on one portal.

    `feito`: whether nothing is left for a person. `textos` are pt-BR and name no patient. `diferencas` are those of a
    comparison. `hash` is the state that an approval was asked for. `parado`: why it stopped, `codigo` what that means.
    """

    clinica: str
    portal: str
    competencia: str
    feito: bool
    textos: tuple[str, ...]
    diferencas: tuple[Diferenca, ...] = ()
    parado: str = ""
    codigo: int = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What an act has to say."""

    done: bool
    texts: tuple[str, ...]
    differences: tuple[Diferenca, ...] = field(default=())


class OfficeActs:
    """The verbs for `pairs` of (clinica, portal) in one month."""

    def __init__(self, desk: Desk, competencia: Competencia, pairs: Pairs) -> None:
        self._desk = desk
        self._competencia = competencia
        self._pairs = pairs

    def reabrir(self, reason: str, approver: Approver) -> list[Resposta]:
        """Open each closed month again that a person approves."""

        def act(mes: Mes) -> Told:
            what = f"Reabrir {mes.clinica} em {mes.portal}, {mes.competencia}"
            why, once = self._desk.without_people(mes, reason), Remembered(_of(approver, mes, "reabrir"))

            def reopen(work: Work) -> Reopening:
                return reopen_month(work, why, lambda summary, state: once.approve(what, [summary, why], state))

            end = self._desk.working(mes, reopen)
            return Told(end.reopened, (end.text,))

        return self._each(act)

    def corrigir(self, approver: Approver) -> list[Resposta]:
        """Send what the sheets say anew of launched entries, when a person approves the list."""

        def act(mes: Mes) -> Told:
            leituras = read_sheets(self._desk, mes.clinica, mes.competencia)
            files = asked_of(leituras, mes, self._desk.ledger.entries.of(mes))
            asked, held = services(files), {row.chave.without_ocorrencia for each in files for row in each.held}

            def settled(entries: Sequence[Entry]) -> list[Entry]:
                """Without what the sheets do not say yet: a row is held of it."""
                return [entry for entry in entries if entry.lancamento.chave.without_ocorrencia not in held]

            if mes.state != "aberta":
                where = f"a competência {mes.competencia} está {mes.state}"
                return Told(done=False, texts=(f"{where}: rode reabrir antes de corrigir; nada foi mudado",))
            changes = changes_of(settled(self._desk.ledger.entries.of(mes)), asked)
            if changes == Changes():
                return Told(done=True, texts=("a planilha diz o mesmo que foi lançado: nada a corrigir",))
            if any(change.of_key for change in changes.found):
                import_sheets(self._desk, mes, leituras)  # what a row is to become is an entry of its own
            what = f"Corrigir {mes.clinica} em {mes.portal}, {mes.competencia}"
            yes = _of(approver, mes, "corrigir")
            agreed = Agreed(lambda texts, state: yes.approve(what, texts, state))

            def correct(work: Work) -> list[Corrected]:
                return correct_entries(work, changes_of(settled(work.entries()), asked).found, agreed)

            ends = self._desk.working(mes, correct) if changes.found else []
            texts = (*(f"{e.change.text}: {e.text}" for e in ends), *changes.unclear)
            return Told(all(e.done for e in ends) and not changes.unclear, texts)

        return self._each(act)

    def excluir(self, numero: str, movimento: str, reason: str, approver: Approver) -> list[Resposta]:
        """Delete one launched entry of ours, named by its authorisation (and row number where it has several)."""

        def act(mes: Mes) -> Told:
            entry = self._the_one(mes, numero, movimento)
            what = f"Excluir de {mes.clinica} em {mes.portal}, {mes.competencia}"
            why, once = self._desk.without_people(mes, reason), Remembered(_of(approver, mes, "excluir"))

            def withdraw(work: Work) -> Withdrawn:
                now = work.ledger.entries.get(entry.id)
                return withdraw_entry(work, now, why, lambda shown, state: once.approve(what, [shown, why], state))

            end = self._desk.working(mes, withdraw)
            return Told(end.gone, (end.text,))

        return self._each(act)

    def consultar(self, numbers: Sequence[str]) -> list[Resposta]:
        """What the portal says of each authorisation."""

        def act(mes: Mes) -> Told:
            answers: dict[str, object] = {}

            def consult(work: Work) -> None:
                for number in (n for n in numbers if n not in answers):
                    answers[number] = able(work.portal, Consults, "consult", _consult(number))

            self._desk.working(mes, consult)
            texts = tuple(f"{number}: {answers[number]}" for number in numbers)
            return Told(not any(isinstance(answer, Refused) for answer in answers.values()), texts)

        return self._each(act)

    def atividades(self) -> list[Resposta]:
        """The portal's own history of the month, and what of it we did not do."""

        def act(mes: Mes) -> Told:
            def remembered(portal: Remembers) -> object:
                return portal.activities(mes.competencia)

            activities = self._desk.working(mes, lambda work: able(work.portal, Remembers, "activities", remembered))
            assert isinstance(activities, tuple)
            strange = alien(activities, self._ours(mes))
            texts = (f"{len(activities)} atividades no portal", *map(_sentence, strange))
            return Told(not strange, texts)

        return self._each(act)

    def relatorio(self, order: str) -> list[Resposta]:
        """The printed report and the checklist for the envelope, into the office's output folder."""
        return self._each(lambda mes: Told(done=True, texts=deliver(self._desk, mes, order)))

    def comparar(self) -> list[Resposta]:
        """Sheets, ledger and portal side by side; nothing changes on any of them."""

        def act(mes: Mes) -> Told:
            leituras = read_sheets(self._desk, mes.clinica, mes.competencia)
            sheet = [row for leitura in leituras for row in leitura.lancamentos]
            mine = [row for row in sheet if (row.portal, row.competencia) == (mes.portal, mes.competencia)]
            registro, stray = self._desk.working(mes, lambda work: _seen(work, mine))
            self._desk.ledger.records.save(mes, registro)
            found = tuple(three_way(mine, self._desk.ledger.entries.of(mes), registro))
            trust = () if registro.trusted else ("o relatório do portal não fecha com os próprios totais",)
            counts = f"{len(mine)} na planilha, {len(registro.finalizados)} no portal, {len(found)} diferenças"
            closed = _of_closed(registro, self._desk.ledger.months.get(mes.id))
            return Told(not (found or trust or stray), (*closed, counts, *trust, *stray), found)

        return self._each(act)

    def _ours(self, mes: Mes) -> dict[tuple[str, str], int]:
        """What our own history can have done on this login, in whatever month of the clinic."""
        ledger = self._desk.ledger
        months = [m for m in ledger.months.all() if (m.portal, m.account) == (mes.portal, mes.account)]
        numbers = {e.id: e.lancamento.numero_autorizacao for m in months for e in ledger.entries.of(m)}
        return dict(our_acts((event for m in months for event in ledger.events.all(m.id)), numbers))

    def _the_one(self, mes: Mes, numero: str, movimento: str) -> Entry:
        """The launched entry meant. Raises InputError naming those there are."""
        entries = self._desk.ledger.entries.of(mes, State.LANCADA, State.FECHADA)
        found = [e for e in entries if e.lancamento.numero_autorizacao == numero and movimento in ("", e.movimento)]
        if len(found) == 1:
            return found[0]
        there = "; ".join(f"movimento {e.movimento}, código {e.lancamento.codigo_procedimento}" for e in found)
        raise InputError(
            f"a autorização {numero} tem {len(found)} lançamentos nossos neste mês{f': {there}' if there else ''}.",
            where="--autorizacao",
            do="Indique --movimento." if found else "Confira o número e o mês.",
        )

    def _each(self, act: Callable[[Mes], Told]) -> list[Resposta]:
        return [self._one(self._desk.mes(clinica, portal, self._competencia), act) for clinica, portal in self._pairs]

    def _one(self, mes: Mes, act: Callable[[Mes], Told]) -> Resposta:
        home = (mes.clinica, mes.portal, mes.competencia.iso)
        try:
            with self._desk.progress.start(f"{mes.clinica} em {mes.portal}"):
                told = act(mes)
        except PersonNeeded as error:
            return Resposta(*home, feito=False, textos=(self._desk.without_people(mes, str(error)),))
        except _STOPS as error:
            text = self._desk.without_people(mes, str(error))
            return Resposta(*home, feito=False, textos=(), parado=text, codigo=error.exit_code)
        texts = tuple(self._desk.without_people(mes, text) for text in told.texts)
        return Resposta(*home, feito=told.done, textos=texts, diferencas=told.differences)


def _of(approver: Approver, mes: Mes, act: str) -> Approver:
    return approver_for(approver, mes.clinica, mes.portal, mes.competencia.iso, act)


def _consult(numero: str) -> Callable[[Consults], object]:
    return lambda portal: portal.consult(numero)


def _of_closed(registro: Registro, mes: Mes) -> tuple[str, ...]:
    """That the month is closed on the portal, so that its closing report was read, and what the ledger holds of it."""
    if not registro.fechado:
        return ()
    ledger = "" if mes.state in ("fechada", "conciliada") else f"; no livro ele está {mes.state}: rode fechar"
    return (f"o mês está fechado no portal: foi lido o relatório de fechamento{ledger}",)


def _seen(work: Work, mine: Sequence[Lancamento]) -> tuple[Registro, tuple[str, ...]]:
    """The portal's record, and what it has authorised in the month and no sheet names, where it shows that."""
    known, competencia = {row.numero_autorizacao for row in mine}, work.mes.competencia

    def asked(portal: ListsAuthorised) -> tuple[str, ...]:
        return portal.not_launched(competencia, known)

    registro = work.portal.observe(competencia)
    return registro, if_able(work.portal, ListsAuthorised, "not_launched", asked, ())


def _sentence(strange: Alheia) -> str:
    which = f" na autorização {strange.numero_autorizacao}" if strange.numero_autorizacao else ""
    return f"alarme: {strange.count} × {strange.ato!r}{which} que o faturista não fez: outra pessoa trabalha neste mês"
