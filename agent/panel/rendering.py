"""Pages from templates: everything that comes from outside is escaped, and a name that is missing is an error."""

from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from agent.accounting.pack import PORTALS
from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.valor import write_valor
from agent.panel.access import Right
from agent.panel.visit import Visit

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"


@cache
def _jinja() -> Environment:
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    jinja.filters |= {
        "reais": lambda valor: write_valor(valor, symbol=True).replace(" ", "\u00a0"),
        "valor": lambda valor: write_valor(valor) if valor else "–",
        "taxa": lambda share: f"{share * 100:.1f} %".replace(".", ","),
        "dia": _day,
        "mes": lambda text: str(Competencia.read(str(text))),
        "portal": lambda name: PORTALS.get(str(name), str(name)),
        "plural": _plural,
        "endereco": lambda words: urlencode({name: word for name, word in words.items() if word}),
    }
    return jinja


def fragment(template: str, **values: object) -> str:
    """A piece of a page."""
    return _jinja().get_template(template).render(**values)


def page(visit: Visit, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """A whole page for this visit."""
    house, visitor = visit.house, visit.visitor
    common = {
        "visitor": visitor,
        "may": (lambda name: visitor.may(Right[name])) if visitor else (lambda _name: False),
        "escritorio": house.office.settings.escritorio.nome,
        "clinicas": {slug: clinica.nome for slug, clinica in house.office.settings.clinicas.items()},
        "token": house.sessions.form_token(visit.ticket),
        "path": visit.request.url.path,
        "hora": lambda at: f"{house.local(at):%d/%m/%Y %H:%M}" if at else "",
        "hora_curta": lambda at: f"{house.local(at):%H:%M}",
        "quando": lambda at: f"{house.local(at):%d/%m %H:%M}" if at else "",
        "agora": house.local(house.clock()),
        "today": house.office.today(house.clock()),
    }
    return HTMLResponse(fragment(template, **common, **values), status_code=status)


def _day(day: date | None) -> str:
    return write_data(day) if day else "—"


def _plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
