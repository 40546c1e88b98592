"""The appeal as a document to print or attach: one page per clinic, insurer and month, an item for each entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, StrictUndefined, TemplateError

from agent.model.data import write_data
from agent.model.errors import SetupError
from agent.model.valor import Centavos, write_valor

TEMPLATE = Path(__file__).with_name("recurso.html")


@dataclass(frozen=True, slots=True)
class Appealed:
    """One item: what was billed, what was refused and why it should be paid. No patient: the authorisation names it."""

    numero: int
    autorizacao: str
    codigo: str
    data: date
    quantidade: int
    informado: Centavos
    valor: Centavos
    motivo: str
    justificativa: str


@dataclass(frozen=True, slots=True)
class Letter:
    """All items of one clinic, insurer and month."""

    clinica: str
    operadora: str
    competencia: str
    feita_em: date
    itens: Sequence[Appealed]

    @property
    def total(self) -> Centavos:
        """What is asked for."""
        return sum(item.valor for item in self.itens)


def write_letter(letter: Letter, path: Path, own: Path) -> None:
    """Fill the template (the office's `own` where it exists) into `path`. Raises SetupError for a broken template."""
    template = own if own.is_file() else TEMPLATE
    jinja = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    jinja.filters |= {"reais": lambda valor: write_valor(valor, symbol=True), "dia": write_data}
    try:
        text = jinja.from_string(template.read_text(encoding="utf-8")).render(carta=letter)
    except TemplateError as error:
        raise SetupError(
            f"o modelo do recurso tem um erro ({error})", where=str(template), do="Corrija-o ou apague-o."
        ) from error
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
