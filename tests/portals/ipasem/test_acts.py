"""A month on IPASEM through the product's own commands: pairs, comparison, corrections, paper, reopening, history."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser
from starlette.types import ASGIApp

from agent.model.entry import State
from agent.model.errors import PersonNeeded
from agent.people.approval import Approver
from agent.runner.acts import OfficeActs, Resposta
from agent.runner.plan import Plan
from portals.ipasem.mock.app import create_app
from portals.ipasem.mock.seed import Account, Autorizacao, Procedimento, Seed
from portals.ipasem.mock.state import Refusal, Who
from tests.journey.insurers import DOOR, MES, PASSWORD, Insurer, Service, day
from tests.journey.ipasem import _month
from tests.journey.office import CLINICA, SHEET, Office, open_office, stand

pytestmark = pytest.mark.browser

CNPJ = "11222333000181"
FONO = Procedimento("50000616", "SESSÃO DE FONOAUDIOLOGIA", "PROCEDIMENTOS", 4, 6500)
FILLING = Procedimento("2334", "RESTAURACAO COMPOSTA FOTOPOL.", "ODONTOLOGIA", 1, 8124)
XRAY = Procedimento("2110", "RADIOGRAFIA PERIAPICAL", "ODONTOLOGIA", 1, 2150)
HEAD = "Autorização;Data;Paciente;Matrícula;Código;Dente;Faces;Valor;Quantidade;CRM;Tipo"
ROWS = {
    "fono": "2988001;{d5};Ilka Brum;7002-4;50000616;;;65,00;1;5615;Procedimento",
    "filling": "2557459;{d6};Hilda Rossi;9009-0;2334;17;MO;81,24;1;;Odontologia",
    "xray": "2557459;{d6};Hilda Rossi;9009-0;2110;17;;21,50;1;;Odontologia",
}


class Aurora:
    """One clinic: a therapy, and a filling with its X-ray on one authorisation."""

    name = "ipasem"
    usuario = CNPJ
    services: tuple[Service, ...] = ()

    def __init__(self, skin: str) -> None:
        self.account = Account(document=CNPJ, password=PASSWORD, name="CLÍNICA AURORA")
        issued = (
            _issued("2988001", "ILKA BRUM", "7002-4", (FONO,)),
            _issued("2557459", "HILDA ROSSI", "9009-0", (FILLING, XRAY), odontologia=True),
            _issued("2988007", "ADA ROTH", "7006-7", (FONO,)),
        )
        self.mock = create_app(Seed(accounts=(self.account,), authorizations=issued), skin=skin, door_token=DOOR)

    @property
    def app(self) -> ASGIApp:
        return self.mock.app

    def standing(self) -> list[tuple[str, str, str, str, int, int, bool]]:
        """What truly stands there."""
        rows = self.mock.movements(CNPJ, str(MES))
        return [(m.autorizacao, m.codigo, m.dente, m.faces, m.quantidade, m.valor, m.finalizado) for m in rows]

    def launch_by_hand(self) -> None:
        """Somebody else launches the third authorisation."""
        state, who = self.mock.state, Who(self.account)
        draft = state.open(who, _month(MES), "2988007")
        assert not isinstance(draft, Refusal)
        typed = {"conselho": "1", "codigo": "50000616", "data": f"{day(9):%d/%m/%Y}", "quantidade": "1"}
        more = {"valor": "65,00", "observacao": "", "dente": "", "faces": ""}
        assert not isinstance(state.save(who, str(draft.id), {**typed, **more}, self.mock.stage.now().date()), Refusal)


def _issued(
    number: str, patient: str, matricula: str, procedures: tuple[Procedimento, ...], **more: bool
) -> Autorizacao:
    return Autorizacao(
        number=number,
        document=CNPJ,
        patient=patient,
        matricula=matricula,
        sexo="F",
        idade=36,
        issued=day(1),
        procedures=procedures,
        **more,
    )


class Ana:
    """Approves, and remembers what was shown."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def approve(self, what: str, findings: list[str], state_hash: str) -> str:
        self.shown += [what, *findings]
        return "Ana"


class Nobody:
    """There is nobody to ask."""

    def approve(self, what: str, findings: list[str], state_hash: str) -> str | None:
        raise PersonNeeded("falta a aprovação de uma pessoa.", where=what)


@dataclass
class Scene:
    """The clinic's portal and office, and the commands on them."""

    portal: Aurora
    office: Office
    lines: dict[str, str] = field(default_factory=lambda: dict(ROWS))

    def write(self) -> None:
        days = {"d5": f"{day(5):%d/%m/%Y}", "d6": f"{day(6):%d/%m/%Y}"}
        body = "\n".join(line.format(**days) for line in self.lines.values())
        self.office.write_sheet(f"Produção {MES}\n{HEAD}\n{body}\n")

    def act(self, what: str, *args: object) -> Resposta:
        with self.office.desk() as desk:
            (answer,) = getattr(OfficeActs(desk, MES, [(CLINICA, "ipasem")]), what)(*args)
            assert isinstance(answer, Resposta)
            return answer

    def states(self) -> list[tuple[str, State, int | None]]:
        with self.office.desk() as desk:
            entries = desk.ledger.entries.of(self.office.mes(desk))
        return [(e.lancamento.codigo_procedimento, e.state, e.valor_lancado) for e in entries]

    def plan(self) -> Plan:
        return self.office.planejar()


@pytest.fixture(params=["simples", pytest.param("antiga", marks=pytest.mark.long)])
def scene(browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Scene]:
    """The clinic's three rows, launched."""
    aurora = Aurora(request.param)
    with ExitStack() as stack:
        at = stack.enter_context(stand(cast(Insurer, aurora)))
        made = Scene(aurora, open_office(tmp_path / "office", browser, cast(Insurer, aurora), at.url))
        (made.office.folder.entrada(CLINICA) / SHEET).unlink()
        made.write()
        plan = made.plan()
        figures = made.office.lancar()
        assert ([item.why for item in plan.blocked], figures.lancadas, figures.avisos) == ([], 3, ())
        yield made


def test_a_pair_is_launched_with_both_legs_and_everything_agrees_three_ways(scene: Scene) -> None:
    assert scene.portal.standing() == [
        ("2988001", "50000616", "", "", 1, 6500, True),
        ("2557459", "2334", "17", "MO", 1, 8124, True),
        ("2557459", "2110", "17", "", 1, 2150, True),
    ]
    compared = scene.act("comparar")
    assert (compared.feito, compared.textos) == (True, ("3 na planilha, 3 no portal, 0 diferenças",))


def test_what_somebody_else_does_is_an_alarm_and_a_difference_and_our_own_is_none(scene: Scene) -> None:
    ours = scene.act("atividades")
    scene.portal.launch_by_hand()
    compared = scene.act("comparar")
    assert (ours.feito, ours.parado, len(ours.textos)) == (True, "", 1)
    assert [(d.achado, d.numero_autorizacao) for d in compared.diferencas] == [("a mais no portal", "2988007")]
    assert scene.act("consultar", ["2988007", "1"]).textos == (
        f"2988007: situação Utilizada no movimento {MES}, emitida em {day(1):%d/%m/%Y}, "
        "procedimentos 50000616 - SESSÃO DE FONOAUDIOLOGIA",
        "1: Autorização não encontrada. Confira o número na autorização em papel: um dígito trocado é o mais comum.",
    )


def test_what_the_sheet_changed_is_corrected_on_the_portal_once_and_read_back(scene: Scene) -> None:
    scene.lines["fono"] = scene.lines["fono"].replace("65,00;1;", "130,00;2;")
    scene.write()
    ana = Ana()
    answer = scene.act("corrigir", cast(Approver, ana))
    again = scene.act("corrigir", cast(Approver, Nobody()))
    changed = f"{SHEET}!3: quantidade 1 → 2, valor 65,00 → 130,00"
    assert answer.textos == (f"{changed}: corrigido e conferido no relatório",)
    assert ana.shown == [f"Corrigir {CLINICA} em ipasem, {MES}", changed]
    assert (scene.portal.standing()[0], len(scene.portal.standing())) == (
        ("2988001", "50000616", "", "", 2, 13000, True),
        3,
    )
    assert scene.states()[0] == ("50000616", State.LANCADA, 13000)
    assert again.textos == ("a planilha diz o mesmo que foi lançado: nada a corrigir",)


def test_an_entry_is_taken_off_only_with_an_approval_and_half_a_pair_is_told_until_it_is_whole(scene: Scene) -> None:
    row = next(m for m in scene.portal.mock.movements(CNPJ, str(MES)) if m.codigo == "2110")
    refused = scene.act("excluir", "2988001", "", "teste", cast(Approver, Nobody()))
    several = scene.act("excluir", "2557459", "", "teste", cast(Approver, Ana()))
    assert (refused.feito, len(scene.portal.standing())) == (False, 3)
    assert several.parado.startswith("--autorizacao: a autorização 2557459 tem 2 lançamentos nossos neste mês")

    answer = scene.act("excluir", "2557459", str(row.id), "radiografia de outro dente", cast(Approver, Ana()))
    assert (answer.feito, answer.textos) == (True, ("Registro excluído com sucesso.",))
    assert [line[1] for line in scene.portal.standing()] == ["50000616", "2334"]
    assert scene.states()[2] == ("2110", State.RECUSADA, None)
    scene.plan()
    assert scene.office.lancar().avisos == (
        "autorização 2557459: 2334 está no portal e 2110 (recusada) não; o par não está completo",
    )

    scene.lines["xray"] = scene.lines["xray"].replace(";21,50;", ";;")
    scene.write()
    scene.plan()
    figures = scene.office.lancar()
    assert (figures.lancadas, figures.avisos) == (3, ())
    assert [line[1] for line in scene.portal.standing()] == ["50000616", "2334", "2110"]


def test_a_closed_month_gives_its_papers_in_order_and_is_corrected_only_after_it_was_reopened(scene: Scene) -> None:
    closing = scene.office.fechar()
    papers = scene.act("relatorio", "paciente")
    checklist = scene.office.folder.saida / f"envelope-{CLINICA}-ipasem-{MES.iso}.xlsx"
    pdf = scene.office.folder.saida / f"relatorio-{CLINICA}-ipasem-{MES.iso}.pdf"
    sheet = load_workbook(checklist)["Autorizações"]
    numbers = [line[2].value for line in sheet.iter_rows(min_row=5)]
    assert (closing.fechado, papers.feito, pdf.read_bytes()[:5]) == (True, True, b"%PDF-")
    assert numbers == ["2557459", "2557459", "2988001"]

    scene.lines["fono"] = scene.lines["fono"].replace("65,00;1;", "130,00;2;")
    scene.write()
    kept = scene.act("corrigir", cast(Approver, Nobody()))
    assert kept.textos == (f"a competência {MES} está fechada: rode reabrir antes de corrigir; nada foi mudado",)

    ana = Ana()
    reopened = scene.act("reabrir", "valor errado de Ilka Brum", cast(Approver, ana))
    corrected = scene.act("corrigir", cast(Approver, Ana()))
    assert (reopened.feito, reopened.textos) == (True, (f"Movimento {MES} reaberto com sucesso.",))
    assert ana.shown[-1] == "valor errado de •••"
    assert (corrected.feito, scene.portal.standing()[0][4:6]) == (True, (2, 13000))
