"""Detalhado, Honorário individual and Seriado múltiplo: one guia looked up, compared, filled, read back and billed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from playwright.sync_api import ElementHandle

from agent.model.answer import Conferido, Refused, Unknown
from agent.model.data import read_data, write_data
from agent.model.errors import PageChanged
from agent.model.lancamento import Lancamento
from portals.browser.translate import portal_errors
from portals.grid import read_grid
from portals.locate.find import Form
from portals.solus.guiado import Echo, Saldo, Typing, grau_and_via, rows_by_tab
from portals.solus.messages import Classe, of
from portals.solus.operadora import Operadora
from portals.solus.outcome import Billed, guia_outcome
from portals.solus.pages.access import Access
from portals.solus.pages.choices import Choices, NotOffered
from portals.solus.pages.codigos import Codigos
from portals.solus.pages.final import FinalPress
from portals.solus.pages.rows import Rows
from portals.solus.pages.screen import Screen
from portals.solus.ways import TITLES, Way

_REFUSING = (Classe.NAO_ABERTA, Classe.RECUSA, Classe.DUPLICADA, Classe.CAMPO)
# What tells that the answer came, on a portal that changes only part of its page.
_FOUND = ("Dados do beneficiário",)
_CHECKED = ("Faturamentos da guia",)
# What a person reads in a field: the words of the choice, not its value.
_SHOWN = """(fields) => fields.map((field) => {
  if (field.type === "radio") return (field.closest("label") || field.parentElement).innerText.trim();
  return field.tagName === "SELECT" ? field.selectedOptions[0].label.trim() : field.value;
})"""
_VALUES = "(fields) => fields.map((field) => field.type === 'radio' ? String(field.checked) : field.value)"


@dataclass(slots=True)
class _Filled:
    """Every field that was filled: what it must still hold when it is read back, its name, what the sheet says."""

    fields: list[ElementHandle] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)

    def put(self, field: ElementHandle, text: str, name: str) -> None:
        field.fill(text)
        self.note(field, text, name, text)

    def note(self, field: ElementHandle, held: str, name: str, planilha: str) -> None:
        self.fields.append(field)
        self.expected.append(held)
        self.told.append((name, planilha))


class Guiado:
    """One of the three screens. After `fill`, `bill` presses the one button that cannot be taken back."""

    def __init__(self, screen: Screen, access: Access, way: Way, operadora: Operadora) -> None:
        self._screen = screen
        self._access = access
        self._way = way
        self._operadora = operadora
        self._where = screen.place(TITLES[way])
        self._choices = Choices(screen, self._where)
        self._rows = Rows(screen, self._where)
        self._codigos = Codigos(screen, self._where)
        self._filled = _Filled()

    def look_up(self, guia: str) -> Echo | Refused:
        """Open the screen and ask for the guia; what it then shows, or the portal's own words why it shows none."""
        self._filled = _Filled()
        self._access.open(self._way, self._way)
        form = self._screen.form(self._way, self._where)
        with portal_errors(self._where):
            form["autorizacao"].fill(guia)
            held = form["autorizacao"].input_value()
        if held != guia:
            raise PageChanged(f"A tela guardou {held!r} como número da autorização, e não {guia!r}.", where=self._where)
        seen = self._screen.click(form["listar"], self._where, _FOUND)
        said = self._screen.calm(seen, self._where, _REFUSING)
        refused = [mensagem.texto for classe in _REFUSING for mensagem in of(classe, said)]
        if refused:
            return Refused(" ".join(refused))
        shown = self._form().shown
        return Echo(shown["beneficiario"], shown.get("carteira", ""), shown.get("executante", ""))

    def saldos(self) -> tuple[tuple[Saldo, ...], tuple[date, ...]]:
        """Seriado only: press "Conferir faturamento guia"; what is authorised and used, and the days billed already."""
        form = self._form()
        seen = self._screen.click(form["conferir"], self._where, _CHECKED)
        self._screen.calm(seen, self._where)
        html = self._screen.html_of(self._title, self._where)
        billed = read_grid(html, self._screen.columns("sessoes_faturadas"), where=self._where)
        found = self._rows.read("linhas_seriado")
        saldos = tuple(
            Saldo(row["codigo"].text, self._count(row["autorizado"].text), self._count(row["utilizado"].text))
            for row in found
        )
        return saldos, tuple(self._day(row.text("data")) for row in billed.rows)

    def fill(self, typing: Typing) -> Refused | None:
        """Fill everything and read it back. Refused where a code is not among those that the portal offers.

        Raises PageChanged where the screen does not hold what was typed.
        """
        self._filled = _Filled()
        try:
            with portal_errors(self._where):
                self._fill_head(typing)
                if self._way is Way.SERIADO:
                    self._fill_sessions(typing.rows)
                else:
                    self._fill_rows(typing.rows)
        except NotOffered as why:
            return Refused(f"A guia {typing.rows[0].numero_autorizacao}: {why}")
        self._check()
        return None

    def compared(self) -> tuple[Conferido, ...]:
        """Every field as it was read back before the press, for the person who watches."""
        filled = self._filled
        with portal_errors(self._where):
            frame = filled.fields[0].owner_frame() if filled.fields else None
            shown = frame.evaluate(_SHOWN, filled.fields) if frame else []
        return tuple(Conferido(name, text, seen) for (name, text), seen in zip(filled.told, shown, strict=True))

    def bill(self) -> Billed | Refused | Unknown:
        """Look once more, press "Faturar guia" once, and name the outcome. Raises PortalError only before the press."""
        self._check()
        button = self._screen.form(f"guia_{self._way}", self._where, keys=("faturar",))["faturar"]
        return FinalPress(self._screen, self._where).press(button, guia_outcome)

    @property
    def _title(self) -> str:
        return self._screen.labels.panels[self._way].titles[0]

    def _form(self) -> Form:
        return self._screen.form(f"guia_{self._way}", self._where)

    def _fill_head(self, typing: Typing) -> None:
        keys = (*typing.texts, *typing.selects)
        form = self._screen.form(f"guia_{self._way}", self._where, keys=keys) if keys else None
        given = typing.rows[0].atendimento
        for key, text in typing.texts.items():
            assert form is not None
            self._filled.put(form[key], text, self._named(f"guia_{self._way}", key))
        for key, code in typing.selects.items():
            assert form is not None
            chosen = self._choices.select(form[key], key, code)
            self._filled.note(form[key], chosen, self._named(f"guia_{self._way}", key), getattr(given, key))
        for key, code in typing.radios.items():
            self._filled.note(self._choices.press(key, code), "true", self._named("escolhas", key), getattr(given, key))

    def _fill_sessions(self, sessions: Sequence[Lancamento]) -> None:
        fields = self._rows.repeated("sessoes")
        if min(map(len, fields.values())) < len(sessions):
            raise PageChanged(
                f"A tela tem lugar para {len(fields['data'])} sessões, e não para {len(sessions)}.", where=self._where
            )
        for place, session in enumerate(sessions):
            given = session.atendimento
            typed = {
                "data": write_data(session.data),
                "hora_inicial": given.hora_inicial,
                "hora_final": given.hora_final,
            }
            for key, text in typed.items():
                self._filled.put(fields[key][place], text, f"sessão {place + 1}, {self._named('sessoes', key)}")
        [row] = [r for r in self._rows.read("linhas_seriado") if r["codigo"].text == sessions[0].codigo_procedimento]
        self._filled.put(row["quantidade"].input(self._where), str(len(sessions)), "Quantidade")

    def _fill_rows(self, rows: Sequence[Lancamento]) -> None:
        tabs = rows_by_tab(rows)
        for tab, wanted in tabs.items():
            if self._way is Way.DETALHADO:
                self._screen.form("abas", self._where, keys=(tab,))[tab].click()
            table = f"linhas_{self._way}"
            for _ in range(len(wanted) - len(self._rows.read(table))):
                self._screen.form("adicionar", self._where, keys=(tab,))[tab].click()
            shown = self._rows.read(table)
            if len(shown) != len(wanted):
                raise PageChanged(f"A aba tem {len(shown)} linhas, e não {len(wanted)}.", where=self._where)
            for row, lancamento in zip(shown, wanted, strict=True):
                self._fill_row(row, lancamento)

    def _fill_row(self, row: Mapping[str, Any], lancamento: Lancamento) -> None:
        code, in_window = row["codigo"].input(self._where), self._operadora.codigos == "janela"
        if in_window:
            self._codigos.choose(code, lancamento.codigo_procedimento)
            self._filled.note(code, lancamento.codigo_procedimento, "Código", lancamento.codigo_procedimento)
        else:
            self._filled.put(code, lancamento.codigo_procedimento, "Código")
        if self._way is Way.DETALHADO and not in_window:
            described = row["descricao"].input(self._where)
            self._described(described, code, lancamento)
            self._filled.note(described, described.input_value(), "Descrição", "")
        if self._way is not Way.DETALHADO:
            grau, via = grau_and_via(lancamento, self._operadora)
            given = lancamento.atendimento
            for key, wanted, said in (("grau", grau, given.grau_participacao), ("via", via, given.via_acesso)):
                chosen = row[key].input(self._where)
                self._filled.note(chosen, self._choices.select(chosen, key, wanted), key.capitalize(), said)
        self._filled.put(row["quantidade"].input(self._where), str(lancamento.quantidade), "Quantidade")

    def _named(self, panel: str, key: str) -> str:
        """What a person calls a field."""
        return self._screen.labels.panels[panel].fields[key].names[0]

    def _described(self, shown: ElementHandle, code: ElementHandle, lancamento: Lancamento) -> None:
        """Leave the code, and wait for the portal's own description of it; without one it is not in its list."""
        code.press("Tab")
        text = self._rows.awaited(shown)
        if not text or "nao encontrado" in text:
            raise NotOffered(f"o portal não conhece o código {lancamento.codigo_procedimento}.")

    def _check(self) -> None:
        """Every field that was filled still holds it."""
        filled = self._filled
        if not filled.fields:
            raise PageChanged("A tela não está preenchida.", where=self._where)
        with portal_errors(self._where):
            frame = filled.fields[0].owner_frame()
            held = frame.evaluate(_VALUES, filled.fields) if frame else []
        if held != filled.expected:
            wrong = sum(a != b for a, b in zip(held, filled.expected, strict=False)) or len(filled.expected)
            raise PageChanged(
                f"A tela não guardou o que foi digitado ({wrong} campos).", where=self._where, do="Nada foi faturado."
            )

    def _count(self, text: str) -> int:
        if not text.isdecimal():
            raise PageChanged(f"A tela mostra {text!r} onde era esperada uma quantidade.", where=self._where)
        return int(text)

    def _day(self, text: str) -> date:
        try:
            return read_data(text)
        except ValueError as error:
            raise PageChanged(f"{error}.", where=self._where) from None
