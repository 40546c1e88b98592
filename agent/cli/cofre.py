"""faturista cofre: what the vault holds, the proof that it opens, and a new key for it."""

import os
from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.cli.options import Json, Pasta
from agent.cli.scope import open_office
from agent.cli.secret import typed_secret
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.model.errors import SetupError
from agent.vault.key import VARIABLE, changed_key, key_file
from agent.vault.opening import evidence_keys, keys_of, open_seal, open_vault, own_folder
from agent.vault.phrase import changed_to_phrase, place
from agent.vault.vault import Vault

DETAILS = """Abre cada senha e cada sessão guardada, sem mostrar nenhuma, e diz quais faltam. A senha se guarda com
"faturista senha". Com --trocar-chave, faz uma chave nova e cifra tudo de novo com ela; se for interrompido,
repita: nada se perde. Guarde uma cópia da chave nova fora deste computador. Com --frase, a chave sai de uma frase sua,
que não fica em disco nenhum: é pedida uma vez em cada execução. Num servidor sem ninguém ao terminal, ela vem como
credencial do systemd. --trocar-chave volta a um arquivo."""


@dataclass(frozen=True, slots=True)
class Held:
    """One login: whether its password is kept, and since when its session (ISO 8601, "" for none)."""

    clinica: str
    portal: str
    senha: bool
    sessao: str


def cofre(
    *,
    trocar_chave: Annotated[
        bool, typer.Option("--trocar-chave", help="Faz uma chave nova e cifra tudo de novo.")
    ] = False,
    frase: Annotated[
        bool, typer.Option("--frase", help="Troca a chave por uma frase, pedida no terminal a cada execução.")
    ] = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Prove that everything opens, or change the key."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    vault = open_vault(office, os.environ)
    if trocar_chave:
        return _change_key(terminal, office, vault)
    if frase:
        return _choose_phrase(terminal, office, vault)
    held = [_held(vault, c, str(p)) for c, clinica in office.settings.clinicas.items() for p in clinica.acessos]
    table = plain_table(f"Senhas: {vault.place}", ("Clínica", "Portal", "Senha", "Sessão guardada"))
    for one in held:
        add_row(table, one.clinica, one.portal, "guardada" if one.senha else "FALTA", one.sessao[:16].replace("T", " "))
    missing = [f"Falta: faturista senha {one.clinica} {one.portal}" for one in held if not one.senha]
    terminal.answer({"lugar": vault.place, "acessos": [asdict(one) for one in held]}, table, *missing)
    return ExitCode.PERSON if missing else ExitCode.DONE


def _held(vault: Vault, clinica: str, portal: str) -> Held:
    session = vault.session(clinica, portal)
    return Held(clinica, portal, vault.holds_password(clinica, portal), session.saved_at.isoformat() if session else "")


def _change_key(terminal: Terminal, office: Office, vault: Vault) -> int:
    """A new key in the user's file, whatever opened the vault before."""
    path = key_file(os.environ, own_folder())
    _refuse_empty(office, vault)
    vault.sealed.seal_anew()  # proves that the former key opens everything, before there is another
    chosen = place(office.cofre)
    former = keys_of(office, os.environ) if chosen.is_file() else ()
    with changed_key(path, former):
        chosen.unlink(missing_ok=True)
        count = _seal_anew(office)
    text = f"Chave nova em {path}; {count} segredos cifrados de novo."
    terminal.answer({"chave": str(path), "cifrados": count}, text, "Guarde uma cópia dela fora deste computador.")
    return ExitCode.DONE


def _choose_phrase(terminal: Terminal, office: Office, vault: Vault) -> int:
    """A phrase in place of the user's own key file, which goes."""
    own = key_file(os.environ, own_folder())
    if os.environ.get(VARIABLE):
        do = f"Apague a variável {VARIABLE} antes, ou fique com o arquivo que ela nomeia."
        raise SetupError("a chave vem de um arquivo nomeado.", where=VARIABLE, do=do)
    _refuse_empty(office, vault)
    vault.sealed.seal_anew()
    former = keys_of(office, os.environ)
    phrase = typed_secret("Frase nova do cofre", stdin=False).reveal()
    with changed_to_phrase(place(office.cofre), phrase, former):
        count = _seal_anew(office)
    own.unlink(missing_ok=True)
    do = "Não há outra cópia dela: esquecida, as senhas se guardam de novo e as provas antigas não abrem mais."
    terminal.answer({"frase": True, "cifrados": count}, f"{count} segredos cifrados com a frase.", do)
    return ExitCode.DONE


def _refuse_empty(office: Office, vault: Vault) -> None:
    if not vault.sealed.names():
        raise SetupError("o cofre cifrado está vazio; não há o que cifrar de novo.", where=str(office.cofre))


def _seal_anew(office: Office) -> int:
    count = open_vault(office, os.environ).sealed.seal_anew()
    evidence_keys(office, os.environ).seal_anew(what_opens=True)
    if office.evidencias.is_dir():
        open_seal(office, os.environ).renew()
    return count
