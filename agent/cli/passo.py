"""The person at the terminal of `lancar --passo-a-passo`: sees each filled entry, says yes, or what a text means."""

from collections.abc import Callable, Sequence
from datetime import datetime

from agent.cli.person import who
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.model.answer import Conferido, Prepared
from agent.model.data import write_data
from agent.model.errors import SetupError
from agent.model.lancamento import Lancamento
from agent.model.point import Clock, utc_now
from agent.model.valor import write_valor
from agent.people.presence import Say
from agent.runner.mensagens import Entendida, keep_mensagens, read_mensagens
from portals.learned import Significado, objection, without_data

_NAMES = {"codigo": "código", "matricula": "matrícula", "observacao": "observação", "face": "faces"}
_YES, _REST = ("s", "sim"), ("r", "resto")
_MEANINGS = (
    ("1", Significado.RECUSA, "recusa: o portal disse não a este lançamento"),
    ("2", Significado.AVISO, "aviso: não diz nada sobre o lançamento"),
    ("3", Significado.SUCESSO, "sucesso: o lançamento foi gravado"),
    ("4", Significado.SESSAO, "sessão: o portal quer que se entre de novo"),
    ("5", Significado.PARAR, "parar: seja o que for, pare sempre aqui"),
)


class TerminalHand:
    """See agent.runner.by_hand.Hand."""

    def __init__(self, office: Office, say: Say, ask: Callable[[str], str], clock: Clock = utc_now) -> None:
        self._office = office
        self._say = say
        self._ask = ask
        self._clock = clock
        self._rest: set[tuple[str, str]] = set()

    def goes(self, portal: str, like: str, prepared: Prepared) -> bool:
        """See Hand."""
        if (portal, like) in self._rest:
            return True
        for line in shown(prepared):
            self._say(line)
        answer = self._ask(f"Gravar? s = sim · r = sim, e o resto assim ({like}) · só Enter = não, parar: ")
        if (word := answer.strip().lower()) in _REST:
            self._rest.add((portal, like))
        return word in (*_YES, *_REST)

    def classify(self, portal: str, text: str, sent: Sequence[Lancamento]) -> None:
        """See Hand. Only what a person answers is kept, and only without the patient's data."""
        texto = without_data(text, _people(sent))
        self._say(f"O portal disse o que o faturista não conhece: {text!r}")
        self._say(f"  Seria guardado assim, sem dados de paciente: {texto!r}")
        for key, _, meaning in _MEANINGS:
            self._say(f"  {key} = {meaning}")
        answer = self._ask("O que significa? (só Enter = decidir depois): ").strip()
        chosen = next((significado for key, significado, _ in _MEANINGS if key == answer), None)
        if chosen is None:
            self._say("  Não foi guardado; o lançamento espera por você.")
        elif why := objection(texto, chosen, _people(sent)):
            self._say(f"  Não foi guardado: {why}")
        else:
            self._keep(portal, Entendida(texto=texto, significado=chosen, quem=who(), quando=self._now()))

    def _keep(self, portal: str, entendida: Entendida) -> None:
        path = keep_mensagens(self._office, read_mensagens(self._office, portal).also(entendida))
        self._say(f"  Guardado em {path}; vale a partir da próxima entrada no portal. Este lançamento espera.")

    def _now(self) -> datetime:
        return self._clock().astimezone()


def hand_of(terminal: Terminal, office: Office) -> TerminalHand:
    """The person who sits there. Raises SetupError where nobody does."""
    if terminal.ask is None:
        what = "para ir passo a passo é preciso uma pessoa no terminal"
        raise SetupError(what, where="--passo-a-passo", do="Rode num terminal, sem --json.")
    return TerminalHand(office, terminal.say, terminal.ask)


def shown(prepared: Prepared) -> list[str]:
    """What is on the screen, before its save: each entry, and each field with the sheet's and the screen's text."""
    first = prepared.ready[0]
    title = f"Conferido com a tela, {first.origem}" if len(prepared.ready) == 1 else "Conferidos com a tela"
    lines = [f"{title}:"]
    if not prepared.compared:
        return [*lines, *(f"  {_line(lancamento)}" for lancamento in prepared.ready)]
    if len(prepared.ready) > 1 and not any(one.guia for one in prepared.compared):
        lines += [f"  {_line(lancamento)}" for lancamento in prepared.ready]
        return [*lines, *(f"  {_field(one)}" for one in prepared.compared)]
    guia = ""
    for one in prepared.compared:
        if (of := one.guia or first.numero_autorizacao) != guia:
            guia = of
            lines.append(f"  guia {guia}")
        lines.append(f"  {_field(one)}")
    return lines


def _field(one: Conferido) -> str:
    return f"{_NAMES.get(one.field, one.field)}: planilha {one.planilha or '(não diz)'} · tela {one.tela or '(vazio)'}"


def _line(lancamento: Lancamento) -> str:
    valor = "" if lancamento.valor_informado is None else f", {write_valor(lancamento.valor_informado)}"
    return (
        f"guia {lancamento.numero_autorizacao}, {lancamento.codigo_procedimento}, {write_data(lancamento.data)}, "
        f"{lancamento.quantidade} ×{valor}, {lancamento.beneficiario}"
    )


def _people(sent: Sequence[Lancamento]) -> dict[str, str]:
    names = {lancamento.beneficiario: "paciente" for lancamento in sent}
    return {**names, **{lancamento.numero_carteira: "carteira" for lancamento in sent}}
