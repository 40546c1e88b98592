"""Pure: which entries of one guia its screen may bill, what is typed for them, and what the screen must echo."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from agent.model.answer import Batch, Blocked, Conferido, Difference, Mismatch, Prepared, Refused
from agent.model.atendimento import Atendimento
from agent.model.data import write_data
from agent.model.lancamento import Kind, Lancamento
from portals.grid import folded
from portals.solus.operadora import Operadora
from portals.solus.ways import TITLES, Way

# Where each field of an Atendimento is typed, by the keys of labels.toml; what a screen has not is not asked of it.
_SELECTS = {
    Way.DETALHADO: ("tipo_atendimento", "regime_atendimento", "tipo_faturamento", "cobertura_especial", "tipo_doenca"),
    Way.HONORARIO: (),
    Way.SERIADO: ("tipo_atendimento", "regime_atendimento"),
}
_RADIOS = {
    Way.DETALHADO: ("indicador_acidente", "tipo_saida"),
    Way.HONORARIO: (),
    Way.SERIADO: ("tipo_saida",),
}
ABAS = {"procedimento": "procedimentos", "pacote": "pacotes", "taxa": "taxas", "opme": "opmes"}
_MOST_CIDS = {Way.DETALHADO: 4, Way.SERIADO: 1}


@dataclass(frozen=True, slots=True)
class Echo:
    """What the screen shows of a guia before anything is typed; "" where it shows no such thing."""

    beneficiario: str
    carteira: str = ""
    executante: str = ""


@dataclass(frozen=True, slots=True)
class Saldo:
    """A row of Seriado's list: how many sessions are authorised and how many are used."""

    codigo: str
    autorizado: int
    utilizado: int


@dataclass(frozen=True, slots=True)
class Typing:
    """Everything that one guia's screen is filled with. Codes are already those that this portal shows."""

    texts: Mapping[str, str]
    selects: Mapping[str, str]
    radios: Mapping[str, str]
    rows: Sequence[Lancamento]


def presented(batch: Batch, way: Way, today: date) -> Prepared:
    """The whole guia, or none of it: what its screen cannot bill is told before a browser opens."""
    why = next(filter(None, (_unfit(lancamento, way, today) for lancamento in batch)), "") or _together(batch, way)
    if not why:
        return Prepared(tuple(batch))
    return all_blocked(batch, Refused(why))


def all_blocked(batch: Batch, answer: Refused | Mismatch) -> Prepared:
    """Nothing of the guia is billed, for one reason."""
    return Prepared((), tuple(Blocked(lancamento, answer) for lancamento in batch))


def mismatch(batch: Batch, echo: Echo) -> Mismatch | None:
    """What the screen shows otherwise than the sheet says; a beneficiario whom the sheet does not name is one, too."""
    found = tuple(
        Difference(field, expected, seen, private)
        for field, expected, seen, private in _echoed(batch[0], echo)
        if (expected and seen and folded(expected) != folded(seen))
        or (field == "Beneficiário" and not (expected and seen))
    )
    return Mismatch(found) if found else None


def compared(batch: Batch, echo: Echo) -> tuple[Conferido, ...]:
    """What the screen showed of the guia before anything was typed, beside the sheet, for the person who watches."""
    return tuple(Conferido(field, expected, seen) for field, expected, seen, _ in _echoed(batch[0], echo) if seen)


def _echoed(first: Lancamento, echo: Echo) -> tuple[tuple[str, str, str, bool], ...]:
    return (
        ("Beneficiário", first.beneficiario, echo.beneficiario, True),
        ("Código do Cartão", first.numero_carteira, echo.carteira, True),
        ("Executante", first.profissional, echo.executante, False),
    )


def over_used(batch: Batch, saldos: Sequence[Saldo], billed: Sequence[date]) -> Refused | None:
    """Why the sessions do not fit what the guia still has: another code, too many, or a day that is billed already."""
    guia, code = batch[0].numero_autorizacao, batch[0].codigo_procedimento
    mine = [saldo for saldo in saldos if saldo.codigo == code]
    if len(mine) != 1:
        seen = ", ".join(saldo.codigo for saldo in saldos) or "nenhum"
        return Refused(f"A guia {guia} autoriza {seen}, e não {code}.")
    left = mine[0].autorizado - mine[0].utilizado
    if len(batch) > left:
        return Refused(
            f"A guia {guia} tem {mine[0].autorizado} autorizadas e {mine[0].utilizado} utilizadas; "
            f"não cabem {len(batch)} sessões."
        )
    again = sorted({lancamento.data for lancamento in batch} & set(billed))
    if again:
        days = ", ".join(map(write_data, again))
        return Refused(f"A guia {guia} já tem sessão faturada em {days}. Confira com a clínica.")
    return None


def typing(batch: Batch, way: Way, operadora: Operadora) -> Typing:
    """What is typed for the guia: the sheet's own where it says, else what the operadora's settings say."""
    first = batch[0]
    given = first.atendimento

    def code(concept: str) -> str:
        return operadora.shown(concept, getattr(given, concept) or operadora.padrao(first.kind, concept))

    texts = _cids(given, way)
    if way is not Way.SERIADO:
        texts |= {"data": write_data(first.data), "hora_inicial": given.hora_inicial, "hora_final": given.hora_final}
    if way is Way.DETALHADO:
        texts["tempo_doenca"] = given.tempo_doenca
    return Typing(
        texts={key: text for key, text in texts.items() if text},
        selects={key: code(key) for key in _SELECTS[way] if code(key)},
        radios={key: code(key) for key in _RADIOS[way] if code(key)},
        rows=tuple(sorted(batch, key=_session if way is Way.SERIADO else _main_first)),
    )


def rows_by_tab(rows: Sequence[Lancamento]) -> dict[str, list[Lancamento]]:
    """The rows of Detalhado, by the tab that each goes to, in their order."""
    tabs: dict[str, list[Lancamento]] = {}
    for lancamento in rows:
        tabs.setdefault(ABAS[lancamento.atendimento.aba], []).append(lancamento)
    return tabs


def grau_and_via(lancamento: Lancamento, operadora: Operadora) -> tuple[str, str]:
    """The grau de participação and via de acesso of one row of a honorário, by the codes of TISS."""
    given = lancamento.atendimento
    grau = given.grau_participacao or operadora.padrao(lancamento.kind, "grau_participacao")
    via = given.via_acesso or operadora.padrao(lancamento.kind, "via_acesso")
    return operadora.shown("grau_participacao", grau), operadora.shown("via_acesso", via)


def _unfit(lancamento: Lancamento, way: Way, today: date) -> str:
    guia, given = lancamento.numero_autorizacao, lancamento.atendimento
    rules: tuple[tuple[bool, str], ...] = (
        (lancamento.data > today, f"é de {write_data(lancamento.data)}, uma data que ainda não chegou"),
        (not lancamento.beneficiario, "não diz quem é o beneficiário, e sem isso não há como conferir"),
        (not (given.hora_inicial and given.hora_final), "está sem hora inicial ou final"),
        (_hours_wrong(given, way), f"termina ({given.hora_final}) antes de começar ({given.hora_inicial})"),
        (given.aba not in ABAS, f"pede a aba {given.aba!r}, que não existe"),
        (len(given.cids) > _MOST_CIDS.get(way, 9), f"tem {len(given.cids)} CIDs; a tela só tem lugar para menos"),
        (way is Way.SERIADO and not given.cids, "está sem CID, que esta tela exige"),
        (way is Way.SERIADO and lancamento.quantidade != 1, _one_date(lancamento)),
    )
    why = next((text for wrong, text in rules if wrong), "")
    return f"A guia {guia} {why} ({TITLES[way]})." if why else ""


def _hours_wrong(given: Atendimento, way: Way) -> bool:
    """Only a surgery may end on the next day."""
    return given.hora_final == given.hora_inicial or (
        way is not Way.HONORARIO and given.hora_final < given.hora_inicial
    )


def _one_date(lancamento: Lancamento) -> str:
    return f"tem quantidade {lancamento.quantidade} numa só data; cada sessão precisa da sua"


def _together(batch: Batch, way: Way) -> str:
    """What is wrong with the rows as a whole."""
    guia = batch[0].numero_autorizacao
    ones: Sequence[tuple[str, Callable[[Lancamento], object]]] = (
        ("beneficiário", lambda each: folded(each.beneficiario)),
        ("carteira", lambda each: each.numero_carteira),
        ("atendimento", lambda each: _shared(each.atendimento)),
    )
    differs = next((name for name, fact in ones if len({fact(each) for each in batch}) > 1), "")
    if differs:
        return f"As linhas da guia {guia} não dizem o mesmo de {differs}."
    if way is Way.SERIADO and len({each.codigo_procedimento for each in batch}) > 1:
        return f"A guia {guia} tem sessões de códigos diferentes."
    twice = [key for key, times in Counter(map(_session, batch)).items() if times > 1]
    if way is Way.SERIADO and twice:
        return f"A guia {guia} tem duas sessões em {write_data(twice[0][0])}, às {twice[0][1]}."
    return ""


def _shared(given: Atendimento) -> tuple[object, ...]:
    """What a screen has only once for all rows of a guia."""
    own = {"hora_inicial", "hora_final", "grau_participacao", "via_acesso", "aba"}
    return tuple(value for name, value in given if name not in own)


def _session(lancamento: Lancamento) -> tuple[date, str]:
    return lancamento.data, lancamento.atendimento.hora_inicial


def _main_first(lancamento: Lancamento) -> int:
    """The manual: "o código do procedimento principal ou de maior porte" goes into the first row."""
    return -(lancamento.valor_informado or 0) if lancamento.kind is Kind.HONORARIO else 0


def _cids(given: Atendimento, way: Way) -> dict[str, str]:
    if way is Way.SERIADO:
        return {"cid": "".join(given.cids[:1])}
    return {f"cid{place}": cid for place, cid in enumerate(given.cids, start=1)} if way is Way.DETALHADO else {}
