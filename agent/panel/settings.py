"""The settings that an office changes: one page for each part, what does not fit told at its field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starlette.responses import RedirectResponse, Response

from agent.config.office import Office
from agent.config.problems import MISSING, Problem
from agent.ledger.opening import place_of
from agent.model.errors import Moved
from agent.panel.rendering import page
from agent.panel.settings_fields import groups
from agent.panel.settings_saving import Held, held, save
from agent.panel.settings_shape import Grupo, Secao
from agent.panel.settings_typed import texts_of, typed
from agent.panel.visit import NotHere, Visit

_LATEST = 50
_NEW = ("slug", "nome", "portal", "usuario")
_BLANK: Mapping[str, str] = dict.fromkeys(_NEW, "")
_FINE: Mapping[str, str] = {}
_NEEDED = "precisa ser preenchido"
_MEANWHILE = (
    "O faturista.toml mudou depois que você abriu esta página: nada foi gravado. "
    "O que você digitou continua aqui; onde o arquivo diz outra coisa, está dito. Confira e guarde de novo."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A section as its form shows it. `no_arquivo`: what the file says where it is not what was typed."""

    secao: Secao
    texts: Mapping[str, str]
    complaints: Mapping[str, str] = field(default_factory=dict)
    general: Sequence[str] = ()
    no_arquivo: Mapping[str, str] = field(default_factory=dict)


def show_settings(visit: Visit) -> Response:
    """What there is to change, and who changed what."""
    return _contents(visit, held(visit.house.office))


def show_group(visit: Visit) -> Response:
    """One page of fields."""
    now = held(visit.house.office)
    grupo = _group(visit, now)
    return _page(visit, now, grupo, [Shown(secao, texts_of(secao, now.data)) for secao in grupo.secoes])


def save_section(visit: Visit) -> Response:
    """Write one section as it was typed; the page again, with what does not fit, when it cannot be."""
    now = held(visit.house.office)
    grupo = _group(visit, now)
    secao = next((each for each in grupo.secoes if each.nome == visit.form.get("secao")), None)
    if secao is None:
        raise NotHere
    read = typed(secao, now.data, visit.form)
    if visit.form.get("arquivo") != now.stamp:
        return _again(visit, now, grupo, Shown(secao, read.texts, general=[_MEANWHILE]))
    if read.complaints:
        return _again(visit, now, grupo, Shown(secao, read.texts, read.complaints))
    try:
        saved = save(visit.house, visit.ledger, read.changes, now.stamp, visit.who.nome)
    except Moved:
        return _again(visit, held(visit.house.office), grupo, Shown(secao, read.texts, general=[_MEANWHILE]))
    if saved.problems:
        at, general = _at_their_fields(secao, saved.problems)
        return _again(visit, now, grupo, Shown(secao, read.texts, at, general))
    said = "sim" if saved.mudou else "nada"
    return RedirectResponse(f"/configuracoes/{grupo.nome}?feito={said}", status_code=303)


def add_clinic(visit: Visit) -> Response:
    """A new clinic with its first access; the rest on its own page."""
    form = {name: visit.form.get(name, "").strip() for name in _NEW}
    now = held(visit.house.office)
    complaints = {name: _NEEDED for name, text in form.items() if not text or not text.isprintable()}
    if form["slug"] in now.data.get("clinicas", {}):
        complaints["slug"] = "já há uma clínica com este nome curto"
    if not complaints:
        at = ("clinicas", form["slug"])
        wanted = {(*at, "nome"): form["nome"], (*at, "acessos", form["portal"], "usuario"): form["usuario"]}
        saved = save(visit.house, visit.ledger, wanted, visit.form.get("arquivo", ""), visit.who.nome)
        if saved.mudou:
            visit.house.office.entrada(form["slug"]).mkdir(parents=True, exist_ok=True)
            return RedirectResponse(f"/configuracoes/clinica.{form['slug']}?feito=sim", status_code=303)
        complaints = _of_a_clinic(form, saved.problems)
    return _contents(visit, now, form, complaints)


def _contents(
    visit: Visit, now: Held, fresh: Mapping[str, str] = _BLANK, complaints: Mapping[str, str] = _FINE
) -> Response:
    return page(
        visit,
        "configuracoes.html",
        status=409 if complaints else 200,
        grupos=groups(now.data),
        latest=visit.ledger.configuring.latest(_LATEST),
        outside=_outside(visit, now),
        portais=list(now.data.get("portais", {})),
        stamp=now.stamp,
        fresh=fresh,
        complaints=complaints,
    )


def _group(visit: Visit, now: Held) -> Grupo:
    wanted = visit.request.path_params["grupo"]
    found = next((grupo for grupo in groups(now.data) if grupo.nome == wanted), None)
    if found is None:
        raise NotHere
    return found


def _again(visit: Visit, now: Held, grupo: Grupo, wrong: Shown) -> Response:
    """The same page with one section as it was typed, and what the file says of it now."""
    there = texts_of(wrong.secao, now.data)
    told = {name: there[name] or "(em branco)" for name, text in wrong.texts.items() if there[name] != text}
    marked = Shown(wrong.secao, wrong.texts, wrong.complaints, wrong.general, told)
    shown = [
        marked if secao.nome == wrong.secao.nome else Shown(secao, texts_of(secao, now.data)) for secao in grupo.secoes
    ]
    return _page(visit, now, grupo, shown, status=409)


def _page(visit: Visit, now: Held, grupo: Grupo, shown: Sequence[Shown], *, status: int = 200) -> Response:
    kind, _, name = grupo.nome.partition(".")
    clinica = now.data["clinicas"][name] if kind == "clinica" else {}
    return page(
        visit,
        "configuracao.html",
        status=status,
        grupo=grupo,
        shown=shown,
        stamp=now.stamp,
        done=visit.asked("feito"),
        clinica=name if kind == "clinica" else "",
        acessos=[str(portal) for portal in clinica.get("acessos", {})],
        lugares=places(visit.house.office) if kind == "escritorio" else (),
        outside=_outside(visit, now),
    )


def places(office: Office) -> Sequence[tuple[str, str]]:
    """Where everything is kept, to be read: what moves it moves it whole, with nothing at work."""
    vault = "o chaveiro do sistema, onde há um" if office.settings.escritorio.cofre == "automatico" else office.cofre
    return (
        ("Livro", place_of(office)),
        ("Diário de intenções", str(office.diario.parent)),
        ("Senhas", str(vault)),
        ("Provas", str(office.evidencias)),
    )


def _outside(visit: Visit, now: Held) -> bool:
    """Whether the file says something else than what the panel goes by."""
    office = visit.house.office
    try:
        return type(office.settings).model_validate(dict(now.data)) != office.settings
    except ValueError:
        return True


def _at_their_fields(secao: Secao, problems: Sequence[Problem]) -> tuple[dict[str, str], list[str]]:
    at: dict[str, str] = {}
    general = []
    names = [campo.chave for campo in secao.campos]
    for problem in problems:
        own = problem.path[: len(secao.path)] == secao.path
        rest = problem.path[len(secao.path) :]
        if own and rest and rest[0] in names:
            at.setdefault(rest[0], _words(problem))
        else:
            general.append(_words(problem) if own else f"{'.'.join(problem.path)}: {_words(problem)}")
    return at, general


def _of_a_clinic(form: Mapping[str, str], problems: Sequence[Problem]) -> dict[str, str]:
    told: dict[str, str] = {}
    for problem in problems:
        last: str = problem.path[-1]
        name = last if last in form else {form["portal"]: "portal"}.get(last, "slug")
        told.setdefault(name, _words(problem))
    return told


def _words(problem: Problem) -> str:
    return _NEEDED if problem.what == MISSING else problem.what.rstrip(".")
