"""Pure: entries of one authorisation that wait for each other: a treatment and its X-ray, a row and what it becomes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from agent.model.data import write_data
from agent.model.entry import Entry, State
from agent.model.lancamento import Kind, Lancamento

_THERE = {State.LANCADA, State.FECHADA, State.RETORNADA, State.QUITADA}
_TEETH = (("1234", "12345678"), ("5678", "12345"), ("12345678", "9"))  # permanent, deciduous, supernumerary
_LETTERS = "DILMOPV"


def impossible_tooth(asked: Lancamento) -> str:
    """Why no tooth is like that, in pt-BR; "" when it may be. Only for odontologia.

    FDI numbers; lingual is of the lower arch and palatal of the upper, incisal of the front teeth and oclusal of the
    others.
    """
    if asked.kind is not Kind.ODONTOLOGIA:
        return ""
    dente, faces = asked.dente, asked.faces
    if faces and not dente:
        return f"há faces ({faces}) sem o dente"
    if unknown := set(faces) - set(_LETTERS):
        return f"não há face {', '.join(sorted(unknown))}"
    if len(dente) != 2 or not dente.isdigit():
        return f"há faces ({faces}) em {dente!r}, que não é um dente" if faces else ""
    if not any(dente[0] in quadrants and dente[1] in teeth for quadrants, teeth in _TEETH):
        return f"o dente {dente} não existe"
    upper, front = dente[0] in "1256", dente[1] in "123"
    wrong = {"L": upper, "P": not upper, "I": not front, "O": front}
    bad = [face for face in faces if wrong.get(face)]
    return f"a face {', '.join(bad)} não existe no dente {dente}" if bad else ""


def parted(entries: Iterable[Entry]) -> list[str]:
    """The dental authorisations of which only some legs are on the portal: none of them is complete (pt-BR)."""
    legs: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.lancamento.kind is Kind.ODONTOLOGIA and entry.state is not State.CANCELADA:
            legs[entry.lancamento.numero_autorizacao].append(entry)
    return [_sentence(number, group) for number, group in legs.items() if _is_parted(group)]


def held_legs(entries: Sequence[Entry], blocked: Iterable[int]) -> dict[int, str]:
    """Entries that wait because another leg of their authorisation is blocked: entry id → why (pt-BR)."""
    stopped = {e.lancamento.numero_autorizacao: e for e in entries if e.id in set(blocked) and _dental(e)}
    return {
        e.id: f"a outra parte desta autorização ({stopped[number].lancamento.codigo_procedimento}) não pode ser lançada"
        for e in entries
        if _dental(e)
        and e.state is State.PENDENTE
        and (number := e.lancamento.numero_autorizacao) in stopped
        and stopped[number].id != e.id
    }


def held_by_waiting(entries: Sequence[Entry], waiting: Mapping[str, str]) -> dict[int, str]:
    """Dental entries that wait because a row held back in the sheet asks for another leg of their authorisation.

    `waiting`: authorisation → place of that row. Entry id → why (pt-BR).
    """
    return {
        e.id: f"a outra parte desta autorização ({waiting[number]}) espera correção na planilha"
        for e in entries
        if _dental(e) and e.state is State.PENDENTE and (number := e.lancamento.numero_autorizacao) in waiting
    }


def held_by_unasked(entries: Sequence[Entry], unasked: Iterable[Entry]) -> dict[int, str]:
    """Entries that wait because the portal holds another one of their authorisation that no sheet asks for any more.

    They may be what that row is to become: sent anew, both would stand there. Entry id → why (pt-BR).
    """
    left = {entry.lancamento.numero_autorizacao: entry.lancamento for entry in unasked}
    return {
        e.id: f"está no portal, e saiu da planilha, {old.codigo_procedimento} de {write_data(old.data)} desta "
        "autorização: rode corrigir, ou excluir"
        for e in entries
        if e.state is State.PENDENTE and (old := left.get(e.lancamento.numero_autorizacao)) is not None
    }


def _dental(entry: Entry) -> bool:
    return entry.lancamento.kind is Kind.ODONTOLOGIA


def _is_parted(group: Sequence[Entry]) -> bool:
    return 0 < sum(entry.state in _THERE for entry in group) < len(group)


def _sentence(number: str, group: Sequence[Entry]) -> str:
    there = ", ".join(e.lancamento.codigo_procedimento for e in group if e.state in _THERE)
    rest = ", ".join(f"{e.lancamento.codigo_procedimento} ({e.state})" for e in group if e.state not in _THERE)
    return f"autorização {number}: {there} está no portal e {rest} não; o par não está completo"
