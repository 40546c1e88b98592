"""The office's calendar and its plan of the month in faturista.toml, right or told with its line."""

from pathlib import Path

import pytest

from agent.config.agenda import Agenda, Calendario
from agent.config.load import load_office
from agent.model.errors import ConfigError
from tests.config.office_file import RIGHT, write_office

PLAN = (
    RIGHT
    + """
[calendario]
uf = "RS"
feriados = ["05/04", "20/02/2027"]

[portais.ipasem.agenda]
desde = "10/2026"
fechar_dia_util = 5

[clinicas.passo-firme.acessos.ipasem.agenda]
desde = "11/2026"
fechar_dia_util = 3
horario = "09:00-17:30"
"""
)


def test_the_portal_s_agenda_is_every_clinic_s_that_has_none_of_its_own(tmp_path: Path) -> None:
    office = load_office(write_office(tmp_path, PLAN))

    assert office.settings.calendario == Calendario(uf="RS", feriados=("05/04", "20/02/2027"))
    assert office.agenda("sorriso", "ipasem") == Agenda(desde="10/2026", fechar_dia_util=5)
    assert office.agenda("passo-firme", "ipasem") == Agenda(desde="11/2026", fechar_dia_util=3, horario="09:00-17:30")
    assert office.agenda("sorriso", "cassind") is None


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ('uf = "RS"', 'uf = "RG"', 'calendario.uf: está "RG".'),
        ('"05/04"', '"31/04"', 'deve ser um dia, como "25/07" (todo ano) ou "20/02/2027"; está "31/04".'),
        ('desde = "10/2026"', 'desde = "outubro"', 'agenda.desde: deve ser um mês, como "10/2026"; está "outubro".'),
        ("fechar_dia_util = 5", "fechar_dia_util = 23", "fechar_dia_util: deve ficar entre 1 e 20; está 23."),
        ("fechar_dia_util = 5", 'fechar_dia_util = "5"', "deve ser um número inteiro, sem aspas;"),
        (
            "fechar_dia_util = 5",
            "fechar_dia = 5",
            'fechar_dia: esta chave não existe. Você quis dizer "fechar_dia_util"?',
        ),
        ('"09:00-17:30"', '"17:30-09:00"', 'deve ser um intervalo de horas, como "08:00-18:00"; está "17:30-09:00".'),
    ],
)
def test_a_wrong_agenda_is_told(tmp_path: Path, right: str, wrong: str, sentence: str) -> None:
    assert right in PLAN

    with pytest.raises(ConfigError) as caught:
        load_office(write_office(tmp_path, PLAN.replace(right, wrong, 1)))

    assert sentence in "\n".join(caught.value.problems)
