"""The invented office folder of the demonstration: settings, spreadsheets as the clinics sent them, passwords."""

from pathlib import Path

from agent.config.load import load_office
from agent.config.office import FILE_NAME, Office
from agent.demo.clinics import DemoClinic
from agent.demo.insurer import PASSWORD
from agent.demo.sheets import write_sheets
from agent.model.competencia import Competencia
from agent.model.errors import SetupError
from agent.vault.vault import Password, Vault

_HEAD = """# Escritório de demonstração: clínicas, pessoas e portais inventados.

[escritorio]
nome = "Escritório de demonstração"
cofre = "arquivo"

[navegador]
mostrar = {shown}

[portais.ipasem]
endereco = "{ipasem}"
acomodacao_s = 1
intervalo_leituras_s = 0.2

[portais.cassind]
endereco = "{cassind}"
acomodacao_s = 1
intervalo_leituras_s = 0.2
"""


def make_office(
    folder: Path, clinics: tuple[DemoClinic, ...], mes: Competencia, *, ipasem: str, cassind: str, shown: bool
) -> Office:
    """Write the office into `folder`, which must be new or empty; `ipasem` and `cassind` are the portals' addresses."""
    if folder.exists() and any(folder.iterdir()):
        raise SetupError(
            "a pasta não está vazia.", where=str(folder), do="Escolha outra pasta; a demonstração não apaga nada."
        )
    folder.mkdir(parents=True, exist_ok=True)
    head = _HEAD.format(shown=str(shown).lower(), ipasem=ipasem, cassind=cassind)
    text = head + "".join(_section(clinic) for clinic in clinics)
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    office = load_office(folder)
    for clinic in clinics:
        write_sheets(clinic, mes, office.entrada(clinic.slug))
        _write_mapping(office, clinic)
    return office


def _write_mapping(office: Office, clinic: DemoClinic) -> None:
    """What the clinic's sheets never say and a biller knows: the professional's council number."""
    office.mapeamentos.mkdir(exist_ok=True)
    conselho = clinic.convenios[0].conselho
    text = f'# O que as planilhas desta clínica não dizem.\n[padroes]\ncodigo_conselho = "{conselho}"\n'
    (office.mapeamentos / f"{clinic.slug}.toml").write_text(text, encoding="utf-8")


def keep_passwords(vault: Vault, clinics: tuple[DemoClinic, ...]) -> None:
    """Store the invented logins' password, as `faturista senha` does."""
    for clinic in clinics:
        for convenio in clinic.convenios:
            vault.set_password(clinic.slug, convenio.portal, Password(PASSWORD))


def _section(clinic: DemoClinic) -> str:
    accesses = "".join(f'acessos.{c.portal} = {{ usuario = "{c.usuario}" }}\n' for c in clinic.convenios)
    return f'\n[clinicas.{clinic.slug}]\nnome = "{clinic.nome}"\nmapeamento = "{clinic.slug}"\n{accesses}'
