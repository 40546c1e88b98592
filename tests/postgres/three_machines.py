"""The office of the three workers: a month to launch and close now, and one before it whose return is there."""

from datetime import UTC, datetime
from pathlib import Path

from agent.config.load import load_office
from agent.model.competencia import Competencia
from agent.model.data import write_data
from tests.config.office_file import write_office
from tests.postgres.portals import CAPABILITIES

_EARLY = datetime.now(UTC).day < 15
MES = Competencia.of(datetime.now(UTC).date()).plus(-1 if _EARLY else 0)
BEFORE = MES.plus(-1)
_CLOSES = 17 if _EARLY else 1
"""The last business day for closing: still ahead for the month, long past for the month before, on any day."""
CLINICS, ROWS = 3, 6
_HEAD = """\
[escritorio]
nome = "Escritório de três máquinas"
fuso = "UTC"
cofre = "arquivo"
"""
_PORTAL = """
[portais.{name}]
endereco = "https://{name}.invalid"
sessoes = 6
acomodacao_s = 1
intervalo_leituras_s = 0.1
agenda = {{ desde = "{desde}", lancar_dia_util = 0, fechar_dia_util = {closes}, avisar_dias_uteis = 20, \
retorno_dias = 0, horario = "00:00-24:00", dias = "todos", sondar = false }}
"""
_CLINIC = """
[clinicas.c{n}]
nome = "Clínica {n}"
acessos.ipasem.usuario = "u-c{n}"
acessos.cassind.usuario = "u-c{n}"
"""


def make_office(folder: Path) -> None:
    """The folder, each clinic's two sheets in its inbox, and the vault's key beside it."""
    text = _HEAD + "".join(_PORTAL.format(name=name, desde=BEFORE, closes=_CLOSES) for name in CAPABILITIES)
    office = load_office(write_office(folder, text + "".join(_CLINIC.format(n=n) for n in range(CLINICS))))
    key = folder.parent / "chave"
    key.write_bytes(b"0123456789abcdef0123456789abcdef")
    key.chmod(0o600)
    for n in range(CLINICS):
        office.entrada(f"c{n}").mkdir(parents=True)
        for month in (BEFORE, MES):
            (office.entrada(f"c{n}") / f"{month.iso}.csv").write_text(_sheet(n, month), encoding="utf-8")


def number(clinic: int, portal: str, month: Competencia, place: int) -> str:
    """The authorisation of one row."""
    return str(2_000_000 + clinic * 1000 + place + (500 if month == BEFORE else 0) + (portal == "cassind") * 5_000_000)


def _sheet(clinic: int, month: Competencia) -> str:
    lines = [f"Produção {month}", "Convênio;Autorização;Data;Paciente;Matrícula;Código;Valor;CRM"]
    for place in range(ROWS):
        for portal, code in (("ipasem", "00010014"), ("cassind", "10101012")):
            who = f"Paciente Inventado {place};{7000 + place}-4"
            what = f"{number(clinic, portal, month, place)};{write_data(month.first_day)};{who};{code};65,00;5615"
            lines.append(f"{portal.upper()};{what}")
    return "\n".join(lines) + "\n"
