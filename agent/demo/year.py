"""Twelve invented months of two clinics in a ledger, without a portal: `python -m agent.demo.year PASTA`."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from agent.config.load import load_office
from agent.config.office import FILE_NAME, Office
from agent.demo.year_papers import line_of, record_of, report_of, write_accounts
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.answer import Confirmed, Recibo
from agent.model.competencia import Competencia
from agent.model.demonstrativo import LinhaRetorno
from agent.model.entry import Entry, State
from agent.model.lancamento import Kind, Lancamento, Origem
from agent.runner.conciliation import post_returns

SETTINGS = """# Um ano de um escritório inventado: clínicas, pessoas, números e valores.

[escritorio]
nome = "Escritório de demonstração"
cofre = "arquivo"

[portais.ipasem]
endereco = "https://ipasem.exemplo"

[portais.cassind]
endereco = "https://cassind.exemplo"

[contratos.ipasem]
prazo_recurso = 30
pagamento_dias = 30

[clinicas.aurora]
nome = "Consultório Dra. Aurora Lindner"
acessos.ipasem = { usuario = "11222333000181" }
acessos.cassind = { usuario = "aurora.lindner" }
repasses = [
  { profissional = "Dra. Aurora Lindner", percentual = 70 },
  { profissional = "Davi Luca Horbach", procedimentos = ["50000616"], valor = "38,00" },
  { percentual = "62,5", quando = "pago" },
]

[clinicas.vale-sereno]
nome = "Clínica Vale Sereno"
acessos.ipasem = { usuario = "44555666000172" }
repasses = [{ percentual = 60 }]
"""
FIRST = Competencia(2025, 11)
MONTHS = 12
LAST = FIRST.plus(MONTHS - 1)

_CODES = (("50000616", 6500, Kind.SERIADO), ("00010014", 8000, Kind.CONSULTA), ("10101012", 12050, Kind.CONSULTA))
_STAFF = (("Dra. Aurora Lindner", "31207"), ("Davi Luca Horbach", "5615"), ("Eneida Brusch", "27755"))
_PEOPLE = ("Adelina Prokop", "Benício Tauber", "Clotilde Wiest", "Fabrício Goularte", "Gislaine Ferrazzo")
_REASONS = (
    "1705 - Valor apresentado a maior",
    "3169 - Assinatura do beneficiário inexistente",
    "1818 - Cobrança de procedimento que exige autorização prévia",
    "2506 - Quantidade de sessões diferente da autorizada",
)
_WHY = {
    "1705": "O valor é o da tabela contratada, vigente na data do atendimento.",
    "3169": "Segue a ficha com a assinatura do beneficiário.",
    "1818": "Segue a autorização prévia, emitida antes do atendimento.",
    "2506": "Segue a autorização com todas as sessões.",
}
# What an appeal wins, in percent, one after the other.
_WINS = (100, 50, 0)
_PAIRS = (("aurora", "ipasem", 24), ("aurora", "cassind", 14), ("vale-sereno", "ipasem", 18))


@dataclass
class YearClock:
    """The clock of the invented year, turned by hand."""

    now: datetime = field(default_factory=lambda: _morning(date(2025, 11, 1)))

    def __call__(self) -> datetime:
        """Each look is a second later, so that no two events share a time."""
        self.now += timedelta(seconds=1)
        return self.now

    def go_to(self, day: date) -> None:
        """Forward to the morning of a day, never back."""
        self.now = max(self.now, _morning(day))


def make_year(folder: Path, *, seed: int = 1, durable: bool = True, others: int = 0, simple: bool = False) -> Office:
    """Write the office into `folder`, its twelve months launched, closed, returned and reconciled; always the same.

    `others`: how many further clinics it has, all on IPASEM. `simple`: nothing was appealed, and each entry is told
    in one line: what a test may begin from that does either itself.
    """
    folder.mkdir(parents=True, exist_ok=True)
    slugs = [f"clinica-{number:03d}" for number in range(1, others + 1)]
    (folder / FILE_NAME).write_text(SETTINGS + "".join(map(_section, slugs)), encoding="utf-8")
    office = load_office(folder)
    for place in (office.livro.parent, office.diario.parent, office.contas):
        place.mkdir(exist_ok=True)
    clock = YearClock()
    with Ledger.open(
        office.livro, journal=office.diario, evidence_dir=office.evidencias, clock=clock, durable=durable
    ) as ledger:
        pairs = (*_PAIRS, *((slug, "ipasem", 18) for slug in slugs))
        year = _Year(ledger, clock, Random(seed), pairs, simple=simple)  # noqa: S311 - invented, the same each time
        year.live()
        write_accounts(office, ledger)
    return office


def _section(slug: str) -> str:
    return f'\n[clinicas.{slug}]\nnome = "Clínica inventada {slug[-3:]}"\nacessos.ipasem = {{ usuario = "{slug}" }}\n'


class _Year:
    def __init__(
        self, ledger: Ledger, clock: YearClock, random: Random, pairs: Sequence[tuple[str, str, int]], *, simple: bool
    ) -> None:
        self._ledger = ledger
        self._simple = simple
        self._pairs = pairs
        self._clock = clock
        self._random = random
        self._late: dict[tuple[str, str], list[LinhaRetorno]] = {}
        self._appealed: dict[tuple[str, str], list[int]] = {}

    def live(self) -> None:
        for number in range(MONTHS):
            month = FIRST.plus(number)
            for clinica, portal, count in self._pairs:
                self._clock.go_to(month.plus(1).first_day + timedelta(days=2))
                mes = self._ledger.months.open(clinica, portal, f"{clinica}-{portal}", month)
                self._launch(mes, count + self._random.randint(-3, 3))
            for clinica, portal, _ in self._pairs:
                found = self._ledger.months.find(clinica, portal, month)
                if found is not None and number < MONTHS - 1:  # the last month has no return yet
                    self._clock.go_to(month.plus(2).first_day + timedelta(days=4))
                    self._hear(found)
                    self._return(found)
                    if not self._simple:
                        self._appeal(found, last=number == MONTHS - 2)

    def _launch(self, mes: Mes, count: int) -> None:
        rows = [self._row(mes, number) for number in range(1, count + 1)]
        name = f"{mes.clinica}-{mes.competencia.iso}.xlsx"
        self._ledger.entries.import_(mes, rows, arquivo=name, sha256="", lidas=len(rows), rejeitadas=(), ignoradas=0)
        lease = self._ledger.leases.take(mes.portal, mes.account, "ano inventado", timedelta(hours=2))
        entries = self._ledger.entries.of(mes, State.PENDENTE)
        protocolo = f"P{mes.competencia.ano}{mes.competencia.mes:02d}" if mes.portal == "cassind" else ""
        for start in range(0, len(entries), 20):
            some = entries[start : start + 20]
            recibos = [
                Recibo(
                    e.lancamento,
                    movimento=f"{mes.id}{e.id:05d}",
                    valor=e.lancamento.valor_informado or 0,
                    protocolo=protocolo,
                )
                for e in some
            ]
            intent = self._ledger.attempts.open(lease, some)
            self._ledger.attempts.confirm(intent, Confirmed("Gravado com sucesso", tuple(recibos)))
        state = f"{mes.id:064d}"
        mes = self._ledger.months.get(mes.id)
        self._ledger.plans.approve(mes, "fechar", state, "Ana")
        self._ledger.months.begin_close(lease, mes, state)
        self._ledger.months.closed(mes, "Movimento fechado", None)
        if mes.portal == "cassind":
            self._ledger.records.save(mes, record_of(mes, self._ledger.entries.of(mes), self._clock()))
        self._ledger.leases.release(lease)

    def _row(self, mes: Mes, number: int) -> Lancamento:
        codigo, valor, kind = _CODES[2] if mes.portal == "cassind" else self._random.choice(_CODES[:2])
        profissional, conselho = self._random.choice(_STAFF)
        quantidade = self._random.choice((1, 1, 1, 1, 4)) if kind is Kind.SERIADO else 1
        return Lancamento(
            clinica=mes.clinica,
            portal=mes.portal,
            kind=kind,
            competencia=mes.competencia,
            numero_autorizacao=f"{mes.id:03d}{number:05d}",
            codigo_procedimento=codigo,
            data=mes.competencia.first_day + timedelta(days=self._random.randint(0, 27)),
            quantidade=quantidade,
            valor_informado=valor * quantidade,
            beneficiario=self._random.choice(_PEOPLE),
            numero_carteira=f"{7000 + number}-{number % 10}",
            codigo_conselho=conselho,
            profissional=profissional,
            origem=Origem(arquivo=f"{mes.clinica}-{mes.competencia.iso}.xlsx", aba="Plan1", linha=number + 1),
        )

    def _return(self, mes: Mes) -> None:
        """What the insurer says: most paid, some refused, some silent, some late, taken back, or nobody's."""
        account = (mes.clinica, mes.portal)
        lines = [*self._late.pop(account, [])]
        for entry in self._ledger.entries.of(mes):
            lines += self._answers(account, entry)
        numbered = [replace(line, linha=number) for number, line in enumerate(lines, start=1)]
        self._ledger.returns.import_(mes, report_of(mes, numbered))
        post_returns(self._ledger, mes)

    def _hear(self, mes: Mes) -> None:
        """The operadora answers last month's appeals; what they won is paid in the return that comes now."""
        account = (mes.clinica, mes.portal)
        for number in self._appealed.pop(account, []):
            appeal = self._ledger.appeals.get(number)
            won = appeal.valor * _WINS[number % len(_WINS)] // 100
            self._ledger.appeals.answer(number, self._clock.now.date(), won, who="Ana")
            if won:
                self._late[account].append(line_of(self._ledger.entries.get(appeal.entry_id), won, 0))
            else:
                text = "a clínica não achou o documento"
                self._ledger.appeals.accept(appeal.entry_id, appeal.valor, who="Ana", reason=text)

    def _appeal(self, mes: Mes, *, last: bool) -> None:
        """The two greatest refusals are appealed, unless they are paid without; of the `last` month one is a draft."""
        account, saldos = (mes.clinica, mes.portal), self._ledger.returns.balances(mes)
        paid = {line.numero_autorizacao for line in self._late[account]}
        refused = [e for e in self._ledger.entries.of(mes) if e.lancamento.numero_autorizacao not in paid]
        greatest = sorted(refused, key=lambda entry: -saldos[entry.id].glosado)[:2]
        lines = {line.linha.numero_autorizacao: line.linha.motivo for line in self._ledger.returns.lines(mes)}
        for place, entry in enumerate(e for e in greatest if saldos[e.id].glosado):
            code = lines[entry.lancamento.numero_autorizacao][:4]
            appeals, valor = self._ledger.appeals, saldos[entry.id].glosado
            number = appeals.draft(entry.id, valor, motivo=code, justificativa=_WHY[code], who="Ana")
            if not (last and place):
                appeals.send(number, self._clock.now.date(), f"R-{number:04d}", who="Ana")
                self._appealed.setdefault(account, []).append(number)

    def _answers(self, account: tuple[str, str], entry: Entry) -> Iterator[LinhaRetorno]:
        fate, valor = self._random.random(), entry.valor_lancado or 0
        late = self._late.setdefault(account, [])
        if fate < 0.80:
            yield from self._paid(entry)
            if fate < 0.01:
                late.append(line_of(entry, -valor, 0))
        elif fate < 0.86:
            yield line_of(entry, 0, valor, self._random.choice(_REASONS))
            if fate < 0.82:
                late.append(line_of(entry, valor, 0))
        elif fate < 0.92:
            quarter = entry.lancamento.quantidade == 4
            glosa = valor // 4 if quarter else self._random.randint(100, valor - 100)
            yield line_of(entry, valor - glosa, glosa, _REASONS[3] if quarter else _REASONS[0])
        elif fate < 0.94:
            yield line_of(entry, valor + 500, 0)
        elif fate < 0.96:
            late.append(line_of(entry, valor, 0))
        elif fate < 0.97:
            yield line_of(entry, valor, 0, code="99999999")
        elif fate < 0.98:
            yield line_of(entry, valor, 0)
            yield line_of(entry, valor, 0, number=f"9{entry.id:07d}")

    def _paid(self, entry: Entry) -> list[LinhaRetorno]:
        """All of it, in one line; of some treatments each session in its own."""
        valor, sessions = entry.valor_lancado or 0, entry.lancamento.quantidade
        if self._simple or sessions == 1 or entry.id % 3:
            return [line_of(entry, valor, 0)]
        return [replace(line_of(entry, valor // sessions, 0), quantidade=1) for _ in range(sessions)]


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


if __name__ == "__main__":
    sys.stdout.write(f"{make_year(Path(sys.argv[1])).folder}\n")
