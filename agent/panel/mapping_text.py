"""A clinic's mapping as its own text: judged as the plan would read it, the former one kept beside it."""

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.responses import RedirectResponse, Response

from agent.config.office import Office
from agent.ledger.configuring import Mudanca
from agent.model.errors import ConfigError
from agent.panel.rendering import page
from agent.panel.visit import NotHere, Visit
from mappings.sheet import load_mapping
from spreadsheets.proposing.toml_text import save_mapping

_LONGEST = 20_000
_MEANWHILE = "o arquivo mudou desde que você abriu a página; o que você escreveu continua aqui"


def show_mapping(visit: Visit) -> Response:
    """The text, to be changed."""
    file, text = _file(visit)
    return _page(visit, file, text, _stamp(text))


def save_text(visit: Visit) -> Response:
    """Keep another text. The page again, with what does not fit, when it is no mapping or the file changed."""
    file, before = _file(visit)
    text = visit.form.get("texto", "").replace("\r\n", "\n").rstrip() + "\n"
    if visit.form.get("arquivo") != _stamp(before):
        return _page(visit, file, text, _stamp(before), problems=(_MEANWHILE,), now=before)
    problems = _problems(text)
    if problems:
        return _page(visit, file, text, _stamp(before), problems=problems)
    if text != before:
        told = [_lines_changed(before, text)]
        visit.ledger.configuring.changed(
            f"mapeamento {file.stem}", told, who=visit.who.nome, write=lambda: save_mapping(file, text)
        )
    return RedirectResponse(f"/configuracoes/clinica.{visit.about}?feito={'sim' if text != before else 'nada'}", 303)


def _file(visit: Visit) -> tuple[Path, str]:
    """The clinic's own file, and its text: where it has none yet, that of the mapping that holds for it."""
    office, clinica = visit.house.office, str(visit.request.path_params["clinica"])
    if clinica not in office.settings.clinicas:
        raise NotHere
    visit.about = clinica
    file = _own(office, clinica)
    held = office.mapeamento(clinica) if not file.is_file() else file
    return file, held.read_text(encoding="utf-8-sig") if held else ""


def _own(office: Office, clinica: str) -> Path:
    named = office.clinica(clinica).mapeamento
    return office.mapeamentos / f"{named or clinica}.toml"


def _problems(text: str) -> tuple[str, ...]:
    if len(text) > _LONGEST:
        return ("o texto é longo demais para um mapeamento",)
    with TemporaryDirectory() as folder:
        draft = Path(folder) / "mapeamento.toml"
        draft.write_text(text, encoding="utf-8")
        try:
            load_mapping(draft)
        except ConfigError as error:
            return error.problems
    return ()


def _lines_changed(before: str, after: str) -> Mudanca:
    """Which lines went and which came; headings of a sheet, no patient."""
    old, new = before.splitlines(), after.splitlines()
    gone = [line for line in old if line not in new]
    come = [line for line in new if line not in old]
    return Mudanca("linhas", "\n".join(gone), "\n".join(come))


def _stamp(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _page(
    visit: Visit, file: Path, text: str, stamp: str, *, problems: tuple[str, ...] = (), now: str | None = None
) -> Response:
    return page(
        visit,
        "mapeamento.html",
        status=409 if problems else 200,
        clinica=visit.about,
        nome=file.name,
        text=text,
        stamp=stamp,
        problems=problems,
        now=now,
    )
