"""A small faturista.toml that is right, to be spoilt line by line."""

from pathlib import Path

RIGHT = """\
[escritorio]
nome = "Escritório Modelo"
cofre = "arquivo"

[portais.ipasem]
endereco = "https://ipasem.exemplo/"

[portais.cassind]
endereco = "http://127.0.0.1:8000/prestador"
acomodacao_s = 0.5

[clinicas.sorriso]
nome = "Clínica Sorriso"
acessos = { ipasem = { usuario = "11111111111" }, cassind = { usuario = "sorriso", valor_divergente = "digitar" } }

[clinicas.passo-firme]
nome = "Fisioterapia Passo Firme"
planilhas = ["entrada/passo-firme", "avulsa.csv"]
acessos.ipasem.usuario = "22222222222"
"""


def write_office(folder: Path, text: str = RIGHT) -> Path:
    """Write faturista.toml into `folder` (made when absent) and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "faturista.toml").write_text(text, encoding="utf-8")
    return folder
