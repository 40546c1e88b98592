"""A clinic with a therapy and a dental pair before its own portal, and the product's own commands on its month."""

from dataclasses import dataclass, field

from starlette.types import ASGIApp

from agent.model.entry import State
from agent.model.errors import PersonNeeded
from agent.model.figures import Figures
from agent.runner.acts import OfficeActs, Resposta
from agent.runner.plan import Plan
from portals.ipasem.mock.app import create_app
from portals.ipasem.mock.seed import Account, Autorizacao, Procedimento, Seed
from portals.ipasem.mock.state import Refusal, Who
from tests.journey.insurers import DOOR, MES, PASSWORD, Service, day
from tests.journey.ipasem import _month
from tests.journey.office import CLINICA, Office

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

    def fetched(self) -> Figures:
        """faturista retorno."""
        with self.office.desk() as desk:
            (figures,) = self.office.runs(desk).retorno()
            return figures

    def plan(self) -> Plan:
        return self.office.planejar()
