"""A file that may be another's, another month's, a part, or told before: asked or refused before anything is kept."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agent.config.office import Office
from agent.ledger.months import Mes
from agent.ledger.returns import ImportedReturn
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.counted import counted
from agent.model.data import write_data
from agent.model.demonstrativo import Demonstrativo
from agent.model.errors import InputError
from portals.tiss.guias import Contratado

_NAMED = 6
_SURE = "repita com --mesmo-assim"


@dataclass(frozen=True, slots=True)
class Arquivo:
    """What a file tells of itself before it is kept.

    `numbers`: the authorisations it speaks of, one for each line; `whole`: it tells the whole return of its month;
    `registros`: the ANS numbers of the operadoras whose it is, and `prestadores`: whom it was written for, where it
    tells them, as TISS does.
    """

    name: str
    numbers: tuple[str, ...]
    whole: bool
    registros: tuple[str, ...] = ()
    prestadores: tuple[Contratado, ...] = ()


def ask_first(office: Office, ledger: Ledger, mes: Mes, file: Arquivo) -> Callable[[ImportedReturn], None]:
    """What is to be looked at before `file` is kept as the return of `mes`.

    It raises InputError (nothing is kept) where the file is another operadora's or another prestador's; where no line
    is of the clinic's entries at the insurer, or none of them is of this month; and where a whole one drops
    authorisations that the file before it told.
    """

    def ask(told: ImportedReturn) -> None:
        _ask_operadora(office, mes, file)
        _ask_prestador(office, mes, file)
        bare = {number.lstrip("0") for number in file.numbers}  # one that comes with its zeros now is not gone
        dropped = [number for number in told.dropped if number.lstrip("0") not in bare]
        if file.whole and dropped:
            raise InputError(
                f"o arquivo não traz {_many(dropped)} que o lido antes trazia.",
                where=file.name,
                do="Nada foi gravado. Se ele é só uma parte do retorno, repita com --parte; se o convênio as retirou, "
                f"{_SURE}.",
            )
        if told.new or not told.known:
            _ask_whose(ledger, mes, file.numbers, file.name)

    return ask


def refuse_paid_twice(ledger: Ledger, mes: Mes, report: Demonstrativo, name: str, *, sure: bool) -> None:
    """Raise InputError for a statement of payment whose deductions another month of the account has: they count once.

    Of the same day of payment it is the same one: who is `sure` has them moved to this month (see move_paid). Of
    another day it may be a number that the operadora used again: that is asked.
    """
    if sure:
        return
    for number in filter(None, report.pagamentos):
        told = ledger.returns.withheld.told_of(mes.clinica, mes.portal, number)
        if not told or any(month == mes.competencia for month, _ in told):
            continue
        days = {deducao.data for deducao in report.deducoes if deducao.demonstrativo == number}
        month, day = next((each for each in told if each[1] in days), told[0])
        if day in days:
            raise InputError(
                f"as deduções do demonstrativo de pagamento {number}, de {write_data(day)}, já estão em {month}, e "
                "contariam duas vezes.",
                where=name,
                do=f"Nada foi gravado: elas ficam em {month}. Um demonstrativo corrigido se lê com --competencia "
                f"{month}; se foi lido lá por engano, {_SURE}, e elas passam para {mes.competencia}.",
            )
        raise InputError(
            f"o demonstrativo de pagamento {number} já está em {month}, pago em {write_data(day)}.",
            where=name,
            do=f"Nada foi gravado. Se é o mesmo, corrigido, leia-o com --competencia {month}; se a operadora deu o "
            f"mesmo número a outro pagamento, {_SURE}.",
        )


def move_paid(ledger: Ledger, mes: Mes, report: Demonstrativo, fonte: str) -> None:
    """Take the deductions of the report's payments, which `mes` has by now, back from any other month of the account.

    The same number on another day of payment is another payment, and stays where it is.
    """
    for number in filter(None, report.pagamentos):
        days = {deducao.data for deducao in report.deducoes if deducao.demonstrativo == number}
        for month, day in ledger.returns.withheld.told_of(mes.clinica, mes.portal, number):
            other = ledger.months.find(mes.clinica, mes.portal, month)
            if other is not None and other.id != mes.id and day in days:
                gone = Demonstrativo(mes.portal, month, (), 0, 0, 0, report.evidence, pagamentos=(number,))
                ledger.returns.import_(other, gone, fonte)


def _ask_operadora(office: Office, mes: Mes, file: Arquivo) -> None:
    ours = office.contrato(mes.portal).registro_ans
    for theirs in file.registros:
        if ours and theirs and theirs.zfill(len(ours)) != ours:
            raise InputError(
                f"o arquivo é da operadora de registro ANS {theirs}, e o contrato de {mes.portal} tem {ours}.",
                where=file.name,
                do=f"Nada foi gravado. Confira o convênio e, em faturista.toml, contratos.{mes.portal}.registro_ans; "
                f"se o arquivo é mesmo dele, {_SURE}.",
            )


def _ask_prestador(office: Office, mes: Mes, file: Arquivo) -> None:
    """A CPF is compared with nothing: the settings have none of a prestador."""
    clinica = office.settings.clinicas.get(mes.clinica)
    known = {str(portal): acesso.xml for portal, acesso in clinica.acessos.items()} if clinica else {}
    if (cadastro := known.get(mes.portal)) is None:
        return
    shown = {each.lstrip("0") for each in cadastro.known_by}
    for told in file.prestadores:
        for kind, theirs, ours in (("código", told.codigo, cadastro.codigo), ("CNPJ", told.cnpj, cadastro.cnpj)):
            if theirs and ours and theirs.lstrip("0") not in shown:
                raise InputError(
                    f"o arquivo é do prestador de {kind} {theirs}, e o de {mes.clinica} em {mes.portal} é {ours}.",
                    where=file.name,
                    do=f"Nada foi gravado. Confira se ele é desta clínica; se é, {_SURE}.",
                )


def _ask_whose(ledger: Ledger, mes: Mes, numbers: Sequence[str], name: str) -> None:
    elsewhere: Counter[Competencia] = Counter()
    for number in numbers:
        months = {entry.mes_id for entry in ledger.entries.by_authorization(mes.clinica, mes.portal, number)}
        if mes.id in months:
            return
        elsewhere.update(ledger.months.get(each).competencia for each in months)
    if not numbers:
        return
    if not elsewhere:
        raise InputError(
            f"nenhuma autorização do arquivo é de lançamento de {mes.clinica} em {mes.portal}.",
            where=name,
            do=f"Nada foi gravado. Confira se ele é desta clínica e deste convênio; se é, {_SURE}.",
        )
    found = ", ".join(f"{counted(n, 'é', 'são')} de {month}" for month, n in sorted(elsewhere.items()))
    raise InputError(
        f"nenhuma linha do arquivo é de lançamento de {mes.competencia}: {found}.",
        where=name,
        do=f"Nada foi gravado. Se é o retorno de outro mês, diga qual com --competencia; se o convênio responde aqui "
        f"por aqueles meses, {_SURE}.",
    )


def _many(numbers: Sequence[str]) -> str:
    shown = ", ".join(numbers[:_NAMED])
    more = f" e mais {len(numbers) - _NAMED}" if len(numbers) > _NAMED else ""
    return f"{counted(len(numbers), 'autorização', 'autorizações')} ({shown}{more})"
