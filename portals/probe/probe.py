"""The whole look at one portal: each screen opened, surveyed, judged, and painted without what it contains."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from time import monotonic

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Frame

from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.errors import PageChanged, PortalError, PortalUnavailable, SessionExpired
from portals.browser.session import Session
from portals.browser.translate import portal_errors
from portals.drift.painel import Painel, painel_of
from portals.grid import folded
from portals.locate.find import Search
from portals.locate.labels import PanelLabels
from portals.probe.check import Found, Survey, judged, looked_for
from portals.probe.coluna import Lista
from portals.probe.fingerprint import Digital, digital
from portals.probe.item import Cor, Item
from portals.probe.read_only import ReadOnly
from portals.probe.sondagem import Known, Tela
from portals.probe.walk import Walk

_DAYS = timedelta(days=60)
# What PageChanged says was there instead may be more than labels.
_SEEN_INSTEAD = " Na tela há:"
_WORDS = "() => document.body?.innerText ?? ''"
_EVERYTHING = ""
# So tall that a portal's inner frames need not be scrolled; pixels.
_WINDOW = 1600


@dataclass(frozen=True, slots=True)
class Vista:
    """One screen as it was seen: `figura` is a JPEG; `digital` is None where the screen itself was not there.

    `paineis`: each panel with a title that was there once, as those who work in it depend on it.
    """

    nome: str
    itens: tuple[Item, ...]
    figura: bytes
    digital: Digital | None = None
    paineis: Mapping[str, Painel] = field(default_factory=dict, compare=False)


def probe(
    session: Session, gate: ReadOnly, known: Known, competencia: Competencia, *, today: date, timeout_s: float
) -> tuple[Vista, ...]:
    """Every screen of the sondagem, on a signed-in session. Raises PortalUnavailable when the portal is gone."""
    make_tall(session)
    walk = Walk(session, gate, known, walk_values(competencia, today), timeout_s)
    return tuple(_seen(session, walk, known, tela) for tela in known.sondagem.telas)


def make_tall(session: Session) -> None:
    """Have a window in which inner frames need not be scrolled."""
    size = session.page.viewport_size
    assert size is not None
    session.page.set_viewport_size({"width": size["width"], "height": max(size["height"], _WINDOW)})


def walk_values(competencia: Competencia, today: date) -> dict[str, str]:
    """What the texts of a sondagem's steps stand for."""
    return {
        "mes": f"{competencia.mes:02d}",
        "ano": f"{competencia.ano:04d}",
        "inicio": write_data(today - _DAYS),
        "fim": write_data(today),
    }


def _seen(session: Session, walk: Walk, known: Known, tela: Tela) -> Vista:
    where = f"{known.labels.portal}, {tela.nome}"
    try:
        walk.go(tela, where)
    except (PortalUnavailable, SessionExpired):
        raise
    except PortalError as error:
        why = error.what.partition(_SEEN_INSTEAD)[0]
        return Vista(tela.nome, (Item("", tela.nome, Cor.VERMELHO, f"não abriu: {why}"),), picture_of_labels(session))
    with portal_errors(where):
        survey, itens = surveyed(session, walk, known, tela, where)
        if survey is None:
            return Vista(tela.nome, itens, picture_of_labels(session))
        paineis = _panels(known, tela, survey)
        return Vista(tela.nome, itens, picture_of_labels(session), digital(tela, survey), paineis)


def _panels(known: Known, tela: Tela, survey: Survey) -> dict[str, Painel]:
    return {
        name: painel_of(survey.panels[name][0].report, known.labels.panels[name], known.needed.get(name, ()))
        for name in tela.paineis
        if name in known.labels.panels and known.labels.panels[name].titles and len(survey.panels[name]) == 1
    }


def surveyed(
    session: Session, walk: Walk, known: Known, tela: Tela, where: str
) -> tuple[Survey | None, tuple[Item, ...]]:
    """The screen once all is there, or as it is when it has had its time; None where the portal has nothing to show."""
    deadline = monotonic() + walk.drawing_s
    while True:
        last = monotonic() > deadline
        try:
            survey = survey_of(session, known, tela, where)
            itens = judged(known, tela, survey)
            if last or all(item.cor is not Cor.VERMELHO for item in itens):
                return survey, itens
            if said := _nothing(session, tela):
                return None, (Item("", tela.nome, Cor.CINZA, f'o portal não tem o que mostrar hoje ("{said}")'),)
        except PlaywrightError:  # the page went on to the next one while it was looked at
            if last:
                raise
        walk.glance()


def _nothing(session: Session, tela: Tela) -> str:
    """The words of the sondagem by which the portal says that there is nothing to show; "" when it does not."""
    said = " ".join(folded(frame.evaluate(_WORDS)) for frame in session.frames())
    return next((words for words in tela.vazia if folded(words) in said), "")


def survey_of(session: Session, known: Known, tela: Tela, where: str) -> Survey:
    """What the screen shows at this moment. Raises Playwright's errors, PageChanged for a frame that goes."""
    panels: Mapping[str, PanelLabels] = {**looked_for(known, tela), _EVERYTHING: PanelLabels()}
    search = Search(panels, where, {"heads": known.heads, "words": known.words})
    reports = search.reports(search.answers(session.frames()))
    everything = [report for _, report in reports.pop(_EVERYTHING)]
    corners = {frame: _corner(frame, session) for places in reports.values() for frame, _ in places}
    return Survey(
        panels={alvo: [Found(r, *corners[frame]) for frame, r in places] for alvo, places in reports.items()},
        controls=tuple((role, name) for report in everything for role, name in report["controls"]),
        titles=tuple(title for report in everything for title in report["titles"]),
        lists=tuple(
            Lista(tuple(head), tuple(forms))
            for report in everything
            for head, forms in zip(report["columns"], report["forms"], strict=True)
        ),
    )


def _corner(frame: Frame, session: Session) -> tuple[float, float]:
    """Where a frame begins on the picture, in pixels."""
    if frame is session.page.main_frame:
        return (0.0, 0.0)
    try:
        box = frame.frame_element().bounding_box()
    except PlaywrightError as error:
        raise PageChanged("A tela mudou enquanto era olhada.", where=frame.name) from error
    return (box["x"], box["y"]) if box else (0.0, 0.0)


def picture_of_labels(session: Session) -> bytes:
    """The picture of the screen with its labels and nothing else: values, cells, names and images are not painted."""
    with portal_errors("figura"):
        return session.page.screenshot(
            type="jpeg", quality=60, full_page=True, animations="disabled", style=_labels_only()
        )


@cache
def _labels_only() -> str:
    return files("portals.probe").joinpath("labels_only.css").read_text(encoding="utf-8")
