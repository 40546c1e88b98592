"""A login's password: it goes into the vault and is never shown; that it was changed is on record."""

from starlette.responses import RedirectResponse, Response

from agent.ledger.configuring import Mudanca
from agent.model.errors import InputError
from agent.panel.visit import NotHere, Visit
from agent.vault.vault import Password

_LONGEST = 200


def keep_password(visit: Visit) -> Response:
    """Keep it. Raises InputError when the two words differ or are none, SetupError when the vault does not open."""
    clinica, portal = str(visit.request.path_params["clinica"]), visit.form.get("portal", "")
    known = visit.house.office.settings.clinicas.get(clinica)
    if known is None or portal not in map(str, known.acessos):
        raise NotHere
    visit.about = clinica
    secret = visit.form.get("senha", "")
    where = f"senha de {clinica} em {portal}"
    if not secret or len(secret) > _LONGEST or not secret.isprintable():
        raise InputError("a senha está vazia, ou não é uma senha; nada foi guardado.", where=where)
    if secret != visit.form.get("de_novo"):
        raise InputError("as duas senhas não são iguais; nada foi guardado.", where=where, do="Digite de novo.")
    vault = visit.house.vault()
    visit.ledger.configuring.changed(
        f"senha {clinica} {portal}",
        [Mudanca("senha", "", "trocada")],
        who=visit.who.nome,
        write=lambda: vault.set_password(clinica, portal, Password(secret)),
    )
    return RedirectResponse(f"/configuracoes/clinica.{clinica}?feito=senha", status_code=303)
