"""Primeiro acesso and recuperar senha with a person beside: the portal's screens, the link by e-mail, the vault."""

from collections.abc import Callable

from agent.model.answer import Confirmed, Outcome, Unknown
from agent.model.errors import PersonNeeded
from agent.runner.able import able
from agent.runner.desk import Desk
from agent.vault.generate import new_password
from portals.more import RecoversPassword

Ask = Callable[[str], str]
TITLE = "Ipasem Relatórios – Restaurar Senha"


def recover_password(desk: Desk, clinica: str, portal: str, ask: Ask, say: Callable[[str], None]) -> str:
    """Lead the person through it; the new password is made here, typed twice and stored once the portal confirmed it.

    Gives the portal's words. Raises PersonNeeded with them where it did not take the password: then nothing is stored.
    """
    user = desk.office.acesso(clinica, portal).usuario
    presence = desk.presence(clinica)
    desk.vault.delete_session(clinica, portal)
    with desk.open_door(clinica, portal).connect() as bare:

        def emails(p: RecoversPassword) -> tuple[str, ...]:
            return p.ask_new_password(user, presence)

        chosen = _chosen(able(bare, RecoversPassword, "ask_new_password", emails), ask, say)

        def send(p: RecoversPassword) -> str:
            return p.send_link(chosen, presence)

        say(able(bare, RecoversPassword, "send_link", send))
        link = ask(f'Abra o e-mail "{TITLE}", copie o link e cole aqui: ').strip()
        password = new_password()

        def change(p: RecoversPassword) -> Outcome:
            return p.new_password(link, password.reveal(), presence)

        outcome = able(bare, RecoversPassword, "new_password", change)
    if not isinstance(outcome, Confirmed):
        what = outcome.why if isinstance(outcome, Unknown) else str(outcome)
        raise PersonNeeded(what, where=f"{portal}, nova senha", do="Nada foi guardado. Rode recuperar-senha de novo.")
    desk.vault.set_password(clinica, portal, password)
    return outcome.text


def _chosen(emails: tuple[str, ...], ask: Ask, say: Callable[[str], None]) -> str:
    """The e-mail that the person picks by its number. Raises PersonNeeded when none was picked."""
    for number, email in enumerate(emails, start=1):
        say(f"  {number}. {email}")
    picked = ask(f"Para qual e-mail mandar o link? (1 a {len(emails)}): ").strip()
    if not (picked.isdecimal() and 1 <= int(picked) <= len(emails)):
        raise PersonNeeded("nenhum e-mail foi escolhido; nada foi enviado.", where="recuperar senha")
    return emails[int(picked) - 1]
