"""What the portal has truly recorded: protocolos, their lote and one conta per guia, in a journalled store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from portals.cassind.mock.auto_glosas import AutoGlosas, auto_glosa
from portals.cassind.mock.seed import Guia, Seed
from portals.mock.store import Commit, Key, Row, Store, applied

RECEBIDO = "Recebido"
EM_ANALISE = "Em análise"
LIBERADO = "Liberado para pagamento"
ENCERRADO = "Encerrado sem pagamento"
PAGO = "Pago"

BILLED = "faturar"


@dataclass(frozen=True)
class Conta:
    """One billed guia, as the operadora keeps it. Values in centavos; None until the operadora analyses it."""

    number: str
    protocolo: str
    lote: str
    login: str
    guia: str
    sent_at: str
    day: str
    code: str
    description: str
    patient: str
    carteira: str
    executante: str
    quantity: int
    informado: int
    processado: int | None = None
    liberado: int | None = None
    glosado: int | None = None
    motivo: str = ""
    situacao: str = RECEBIDO
    session: str = ""
    arquivo: str = ""

    @property
    def key(self) -> Key:
        """What may stand only once: (login, guia, código), and the session's day and hour where there are several."""
        return (self.login, self.guia, self.code, *((self.session,) if self.session else ()))


@dataclass(frozen=True)
class Performed:
    """A service as a screen or a file bills it; `session` tells equal ones of one guia apart ("" otherwise)."""

    guia: Guia
    code: str
    description: str
    day: str
    value_cents: int
    quantity: int = 1
    session: str = ""


@dataclass(frozen=True)
class Glosa:
    """What the operadora takes off the conta of a guia: `valor` in centavos (None: all of it), and why."""

    guia: str
    motivo: str
    valor: int | None = None


class State:
    """The records of one portal, over `store`; each change is one journalled commit."""

    def __init__(self, seed: Seed, now: Callable[[], datetime], store: Store) -> None:
        self.seed = seed
        self.now = now
        self.store = store
        self.auto_glosas = AutoGlosas(store)
        self.rows_per_page = 0
        self.pages_stand_still = False
        self.guias: Mapping[str, Guia] = {guia.number: guia for guia in seed.guias}
        if not self.store.journal():
            self._bill_by_hand()

    def contas(self, *, login: str = "", protocolo: str = "", before_last: int = 0) -> list[Conta]:
        """The contas, oldest first; `before_last` shows them as before that many last batches."""
        rows = self._tables_before(before_last) if before_last else self.store.rows("conta")
        contas = [Conta(**row) for row in rows.values()]
        return [conta for conta in contas if login in {"", conta.login} and protocolo in {"", conta.protocolo}]

    def billed_in(self, number: str) -> str:
        """The protocolo that first held the guia; "" where none does."""
        return next((conta.protocolo for conta in self.contas() if conta.guia == number), "")

    def open_guias(self, login: str, *, before_last: int = 0) -> list[Guia]:
        """The prestador's guias that no protocolo holds yet, or held before that many last batches."""
        billed = {conta.guia for conta in self.contas(before_last=before_last)}
        own = (guia for guia in self.seed.guias if guia.login == login and guia.way == "simplificado")
        return [guia for guia in own if guia.number not in billed]

    def used(self, number: str, code: str) -> int:
        """How many of a code are billed on a guia."""
        return sum(conta.quantity for conta in self.contas() if (conta.guia, conta.code) == (number, code))

    def bill(
        self,
        login: str,
        guias: Sequence[Guia],
        *,
        session: str = "",
        sent_at: str = "",
    ) -> list[Conta]:
        """Record a protocolo with its lote and one conta per guia; final."""
        performed = [Performed(guia, guia.code, guia.description, guia.day, guia.value_cents) for guia in guias]
        return self.record(login, performed, session=session, sent_at=sent_at)

    def record(
        self,
        login: str,
        performed: Sequence[Performed],
        *,
        session: str = "",
        sent_at: str = "",
        arquivo: str = "",
    ) -> list[Conta]:
        """Record a protocolo with its lote and one conta per service; final. `arquivo`: the lote of the XML."""
        with self.store.lock:
            standing = self.contas()
            protocolos = len({conta.protocolo for conta in standing})
            moment = sent_at or self.now().isoformat(timespec="seconds")
            contas = [
                Conta(
                    number=str(880001 + len(standing) + place),
                    protocolo=str(240101 + protocolos),
                    lote=str(55001 + protocolos),
                    sent_at=moment,
                    arquivo=arquivo,
                    **_copied(each, login),
                )
                for place, each in enumerate(performed)
            ]
            self._commit(BILLED, contas, session, counts=[(conta.key, 1) for conta in contas])
            return contas

    def analisar(self, protocolo: str, glosas: Sequence[Glosa] = (), sem_retorno: Sequence[str] = ()) -> list[Conta]:
        """Analyse a protocolo as the operadora does; the guias in `sem_retorno` stay Em análise.

        What no glosa names is cut by the switches of `auto_glosas`.

        Raises ValueError for an unknown protocolo or guia, or a glosa above the informed value.
        """
        contas = self._of(protocolo)
        _check(contas, glosas, sem_retorno)
        cuts = {glosa.guia: glosa for glosa in glosas}
        analysed = [_analysed(conta, cuts.get(conta.guia) or self._automatic(conta), sem_retorno) for conta in contas]
        self._commit("analisar", analysed)
        return analysed

    def _automatic(self, conta: Conta) -> Glosa | None:
        guia = self.guias[conta.guia]
        one = next((each.value_cents for each in guia.procedures if each.code == conta.code), guia.value_cents)
        cut = auto_glosa(self.auto_glosas.of(conta.guia), conta.informado, one * conta.quantity)
        return Glosa(conta.guia, cut.motivo, cut.valor) if cut else None

    def pagar(self, protocolo: str) -> list[Conta]:
        """Pay what was released of a protocolo: Liberado para pagamento becomes Pago."""
        released = [conta for conta in self._of(protocolo) if conta.situacao == LIBERADO]
        paid = [replace(conta, situacao=PAGO) for conta in released]
        self._commit("pagar", paid)
        return paid

    def arquivo(self, login: str, lote: str, protocolo: str, status: str, lote_operadora: str = "") -> None:
        """Keep what became of a file; the same one sent again is a file of its own."""
        row = {
            "login": login,
            "lote": lote,
            "protocolo": protocolo,
            "lote_operadora": lote_operadora,
            "status": status,
            "sent_at": self.now().isoformat(timespec="seconds"),
        }
        key = f"{login}/{len(self.store.rows('arquivo')) + 1:06d}"
        self.store.commit("arquivo", user=login, number=lote, patch={"arquivo": {key: row}})

    def file_stands(self, lote: str, status: str) -> None:
        """The operadora goes on with a file that it took."""
        rows = self.store.rows("arquivo").items()
        patch = {key: {**row, "status": status} for key, row in rows if row["lote"] == lote and row["protocolo"]}
        self.store.commit("andamento", number=lote, patch={"arquivo": patch})

    def arquivos(self, login: str) -> list[Row]:
        """The files of a prestador, oldest first."""
        return [row for row in self.store.rows("arquivo").values() if row["login"] == login]

    def criticise(self, name: str, number: str = "", *, on: bool = True) -> None:
        """From now on the operadora finds this fault in the guia (in any file where it names none), or no more."""
        key = f"{name}/{number}"
        row = {"name": name, "number": number} if on else None
        self.store.commit("criticar", number=number, patch={"critica": {key: row}})

    def criticas(self, number: str) -> set[str]:
        """The faults that are armed for a guia, or for every file ("")."""
        return {str(row["name"]) for row in self.store.rows("critica").values() if row["number"] == number}

    def refuse(self, number: str, text: str) -> None:
        """From now on refuse to bill this guia, in these words; "" takes it back."""
        self.store.commit("recusar", number=number, patch={"recusa": {number: {"text": text} if text else None}})

    def refusal(self, number: str) -> str:
        """The words armed by `refuse`, "" if none."""
        return str(self.store.rows("recusa").get(number, {}).get("text", ""))

    def failures(self, login: str) -> int:
        """Wrong passwords in a row for this login."""
        return int(self.store.rows("falha").get(login, {}).get("count", 0))

    def failed(self, login: str, count: int) -> None:
        """Record `count` wrong passwords in a row; 0 after a right one or when the operadora unblocks."""
        if count != self.failures(login):
            patch = {"falha": {login: {"count": count} if count else None}}
            self.store.commit("senha", user=login, patch=patch)

    def _of(self, protocolo: str) -> list[Conta]:
        contas = self.contas(protocolo=protocolo)
        if not contas:
            raise ValueError(f'O protocolo "{protocolo}" não existe.')
        return contas

    def _commit(
        self, action: str, contas: Sequence[Conta], session: str = "", counts: Sequence[tuple[Key, int]] = ()
    ) -> None:
        if contas:
            patch = {"conta": {conta.number: asdict(conta) for conta in contas}}
            first = contas[0]
            self.store.commit(
                action, session=session, user=first.login, number=first.protocolo, patch=patch, counts=counts
            )

    def _tables_before(self, batches: int) -> dict[str, Row]:
        journal: tuple[Commit, ...] = self.store.journal()
        places = [place for place, commit in enumerate(journal) if commit.action == BILLED]
        cut = places[-batches] if batches <= len(places) else 0
        return applied(journal[:cut]).get("conta", {})

    def _bill_by_hand(self) -> None:
        groups: dict[tuple[str, str], list[Guia]] = {}
        for guia in self.seed.guias:
            if guia.billed:
                groups.setdefault((guia.login, guia.date), []).append(guia)
        for (login, day), guias in sorted(groups.items(), key=lambda group: group[0][1]):
            self.bill(login, guias, sent_at=f"{day}T18:00:00")


def _copied(each: Performed, login: str) -> Row:
    guia = each.guia
    return {
        "login": login,
        "guia": guia.number,
        "day": each.day,
        "code": each.code,
        "description": each.description,
        "patient": guia.patient,
        "carteira": guia.carteira,
        "executante": guia.executante,
        "quantity": each.quantity,
        "informado": each.value_cents * each.quantity,
        "session": each.session,
    }


def _check(contas: Sequence[Conta], glosas: Sequence[Glosa], sem_retorno: Sequence[str]) -> None:
    informed = {conta.guia: conta.informado for conta in contas}
    for number in (*(glosa.guia for glosa in glosas), *sem_retorno):
        if number not in informed:
            raise ValueError(f'A guia "{number}" não está no protocolo.')
    for glosa in glosas:
        if glosa.valor is not None and not 0 <= glosa.valor <= informed[glosa.guia]:
            raise ValueError(
                f'A guia "{glosa.guia}" não admite glosa de {glosa.valor} centavos: informado {informed[glosa.guia]}.'
            )


def _analysed(conta: Conta, glosa: Glosa | None, sem_retorno: Sequence[str]) -> Conta:
    if conta.guia in sem_retorno:
        return replace(conta, situacao=EM_ANALISE)
    cut = 0 if glosa is None else conta.informado if glosa.valor is None else glosa.valor
    return replace(
        conta,
        processado=conta.informado,
        liberado=conta.informado - cut,
        glosado=cut,
        motivo=glosa.motivo if glosa else "",
        situacao=LIBERADO if cut < conta.informado else ENCERRADO,
    )
