"""The people of the office who use the panel, and the append-only record of what each of them saw."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from agent.ledger.events import Events
from agent.ledger.transaction import Writer
from agent.model.errors import InputError, LedgerError


@dataclass(frozen=True, slots=True)
class Member:
    """`papel`: operador, aprovador, contador, clinica (then `clinica` is which) or administrador.

    `epoch` grows whenever all that a member has open must end. `senha` is the password's argon2 hash.
    """

    id: int
    nome: str
    papel: str
    clinica: str
    ativo: bool
    epoch: int
    senha: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sight:
    """`who` saw or tried `what` at `at` (ISO 8601, UTC); `clinica` "" where it is of no one clinic."""

    at: str
    who: str
    what: str
    clinica: str
    ref: str


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be written down of one look: as Sight, with the `place` that it came from; no patient in any of it."""

    who: str
    what: str
    clinica: str = ""
    ref: str = ""
    place: str = ""


class Members:
    """Who may look, and who looked."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def add(self, nome: str, papel: str, clinica: str, senha: str, *, by: str) -> Member:
        """Somebody new; `senha` is a hash. Raises InputError when the name is taken or empty."""
        nome = " ".join(nome.split())
        if not nome or self.called(nome) is not None:
            raise InputError("este nome está vazio ou já é de outra pessoa.", where="pessoa", do="Escolha outro nome.")
        values = {"nome": nome, "chave": nome.casefold(), "papel": papel, "clinica": clinica, "senha": senha}
        with self._writer.transaction("members.add") as at:
            number = self._writer.insert("member_insert", made_at=at, **values)
            body = {"nome": nome, "papel": papel, "clinica": clinica}
            self._events.append(at, "membro.criado", "membro", number, body, actor=by)
        return self.get(number)

    def get(self, number: int) -> Member:
        """One of them. Raises LedgerError when there is none."""
        row = self._writer.one("member_get", id=number)
        if row is None:
            raise LedgerError(f"o livro não tem a pessoa {number}")
        return _member(row)

    def called(self, nome: str) -> Member | None:
        """The one of that name, however it is written in capitals."""
        row = self._writer.one("member_called", chave=" ".join(nome.split()).casefold())
        return _member(row) if row else None

    def all(self) -> list[Member]:
        """All of them, by name."""
        return [_member(row) for row in self._writer.rows("member_all")]

    def change(self, member: Member, papel: str, clinica: str, *, ativo: bool, by: str) -> None:
        """What they may do from now on; they have to sign in anew."""
        with self._writer.transaction("members.change") as at:
            values = {"papel": papel, "clinica": clinica, "ativo": int(ativo)}
            self._writer.move("member_role", what=member.nome, id=member.id, **values)
            self._events.append(at, "membro.mudado", "membro", member.id, values, actor=by)

    def set_secret(self, member: Member, senha: str, *, by: str) -> None:
        """Another password, as its hash; they have to sign in anew."""
        with self._writer.transaction("members.set_secret") as at:
            self._writer.move("member_secret", what=member.nome, id=member.id, senha=senha)
            self._events.append(at, "membro.senha", "membro", member.id, {}, actor=by)

    def rehash(self, member: Member, senha: str) -> None:
        """The same password under newer parameters; nothing else changes."""
        with self._writer.transaction("members.rehash"):
            self._writer.change("member_rehash", id=member.id, senha=senha)

    def end_all(self, member: Member) -> None:
        """End whatever they have open, on every machine."""
        with self._writer.transaction("members.end_all"):
            self._writer.change("member_end", id=member.id)

    def saw(self, who: str, what: str, *, clinica: str = "", ref: str = "", place: str = "") -> None:
        """Write down that `who` saw or tried `what`; no patient in any of it."""
        self.saw_together([Look(who, what, clinica, ref, place)])

    def saw_together(self, looks: Sequence[Look]) -> None:
        """Write down what several people saw, in their order, all or nothing."""
        with self._writer.transaction("members.saw") as at:
            for look in looks:
                self._writer.change("seen_insert", at=at, **asdict(look))

    def how_often(self, what: str, since: str, *, who: str, place: str) -> tuple[int, int]:
        """How often `what` was done since a moment: by one name, and from one place."""
        by_name = self._writer.one("seen_count", what=what, who=who, since=since)
        return int(by_name), int(self._writer.one("seen_from", what=what, place=place, since=since))

    def sights(self, most: int) -> list[Sight]:
        """What was seen last, the newest first."""
        return [Sight(*row) for row in self._writer.rows("seen_latest", most=most)]


def _member(row: tuple[int, str, str, str, int, int, str]) -> Member:
    number, nome, papel, clinica, ativo, epoch, senha = row
    return Member(number, nome, papel, clinica, bool(ativo), epoch, senha)
