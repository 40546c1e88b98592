"""Whatever an office writes, in any layout, comes back equal or is asked about; no row disappears."""

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.model.valor import write_valor
from tests.spreadsheets.reading.sheet_file import read, xlsx

TITLES = {
    "autorizacao": ["Autorização", "Nº Autorização", "AUT.", "Autoriz.", "Nº da Guia", "Guia/Autorização"],
    "data": ["Data", "Dt. Atendimento", "DATA DA SESSÃO", "Data atend.", "Realizado em"],
    "paciente": ["Paciente", "Nome do Paciente", "Beneficiário", "Segurado", "PAC."],
    "codigo": ["Código", "Cód. TUSS", "AMB", "Cód. Procedimento", "Procedimento (código)"],
    "valor": ["Valor", "Vlr R$", "VALOR (R$)", "Valor da sessão", "R$"],
}
DATES = ["{0:%d/%m/%Y}", "{0:%d/%m/%y}", "{0:%d-%m-%Y}", "{0:%Y-%m-%d}", "{0:%d.%m.%Y}", "{0:%d%m%Y}", " {0:%d/%m/%Y} "]
NAMES = ["Adelina Prokop Vargas", "BENÍCIO TAUBER NUNES", "Heitor Sant'Anna Krug", "João Pedro Möllmann"]
CODES = ["50000616", "50000470", "00010014"]


@dataclass(frozen=True)
class Service:
    """One service and how each of its cells is written."""

    autorizacao: str
    data: date
    paciente: str
    codigo: str
    centavos: int
    date_shape: str
    money_shape: int

    def cells(self) -> dict[str, str]:
        text = write_valor(self.centavos)
        shapes = [text, f"R$ {text}", f"R$\u00a0{text}", text.replace(".", ""), f"{text} "]
        return {
            "autorizacao": self.autorizacao,
            "data": self.date_shape.format(self.data),
            "paciente": self.paciente,
            "codigo": self.codigo,
            "valor": shapes[self.money_shape],
        }


SERVICES = st.lists(
    st.builds(
        Service,
        autorizacao=st.integers(1_000_000, 9_999_999).map(str),
        data=st.integers(0, 30).map(lambda n: date(2026, 10, 1) + timedelta(days=n)),
        paciente=st.sampled_from(NAMES),
        codigo=st.sampled_from(CODES),
        centavos=st.integers(1, 500_000),
        date_shape=st.sampled_from(DATES),
        money_shape=st.integers(0, 4),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda service: service.autorizacao,
)
LAYOUTS = st.tuples(
    st.permutations(list(TITLES)),
    st.tuples(*(st.sampled_from(titles) for titles in TITLES.values())),
    st.booleans(),
    st.booleans(),
)


def written(folder: Path, services: list[Service], layout: tuple[list[str], tuple[str, ...], bool, bool]) -> Path:
    order, titles, preamble, as_text = layout
    heading = dict(zip(TITLES, titles, strict=True))
    rows = [["CLÍNICA SÃO JERÔNIMO"], []] if preamble else []
    rows += [[heading[field] for field in order]]
    rows += [[service.cells()[field] for field in order] for service in services]
    total = {next(field for field in order if field != "valor"): "TOTAL", "valor": "9.999,99"}
    rows += [[total.get(field, "") for field in order]] if preamble else []
    if not as_text:
        return xlsx(folder, *rows)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    path = folder / "IPASEM 10-2026.csv"
    path.write_bytes(text.getvalue().encode("cp1252"))
    return path


@settings(max_examples=60, deadline=None)
@given(SERVICES, LAYOUTS)
def test_every_service_comes_back_equal_or_is_asked_about(
    services: list[Service], layout: tuple[list[str], tuple[str, ...], bool, bool]
) -> None:
    with TemporaryDirectory() as folder:
        leitura = read(written(Path(folder), services, layout))
    facts = {
        (e.numero_autorizacao, e.data, e.beneficiario, e.codigo_procedimento, e.valor_informado)
        for e in leitura.lancamentos
    }
    wanted = {(s.autorizacao, s.data, s.paciente, s.codigo, s.centavos) for s in services}
    assert facts <= wanted
    assert len(facts) + leitura.linhas_rejeitadas == len(services)
    assert (leitura.questions, leitura.rejeitadas) == ((), ())
