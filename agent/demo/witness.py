"""What the portals' own records say at the end: each planned entry exactly once, nothing else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from agent.demo.clinics import Convenio, DemoClinic, Fate
from agent.demo.insurer import Insurers
from agent.model.competencia import Competencia

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Testimony:
    """Counts over both portals. `for_a_moment`: rows too many that a browser's own re-send made, removed since."""

    planned: int
    surplus: int
    missing: int
    drafts: int
    for_a_moment: int

    @property
    def exactly_once(self) -> bool:
        """Whether each planned entry stands there exactly once."""
        return not (self.surplus or self.missing or self.drafts)

    @property
    def sentence(self) -> str:
        """One line for the operator."""
        if self.exactly_once:
            return f"Os registros dos próprios portais têm cada um dos {self.planned} lançamentos exatamente uma vez."
        return (
            f"ATENÇÃO: nos registros dos portais há {self.surplus} lançamentos a mais, {self.missing} a menos e "
            f"{self.drafts} não finalizados, de {self.planned}."
        )


def testify(insurers: Insurers, clinics: tuple[DemoClinic, ...], mes: Competencia) -> Testimony:
    """Ask both portals' auditors; nothing of what faturista believes goes into it."""
    ipasem = insurers.ipasem.duplicates(_ipasem_plan(clinics, mes))
    cassind = insurers.cassind.duplicates(_cassind_plan(clinics))
    reports = (ipasem, cassind)
    return Testimony(
        planned=sum(_ipasem_plan(clinics, mes).values()) + sum(_cassind_plan(clinics).values()),
        surplus=sum(row["a_mais"] for report in reports for row in report["agora"]),
        missing=sum(row["quantidade"] for report in reports for row in report["faltam"]),
        drafts=sum(not movement["finalizado"] for movement in insurers.ipasem.recorded()["movimentos"]),
        for_a_moment=sum(len(report["alguma_vez"]) for report in reports),
    )


def _ipasem_plan(clinics: tuple[DemoClinic, ...], mes: Competencia) -> Counter[Key]:
    return Counter(
        (convenio.usuario, str(mes), service.numero, service.codigo, service.dia.isoformat())
        for convenio in _at(clinics, "ipasem")
        for service in convenio.atendimentos
        if service.fate is not Fate.JA_USADA
    )


def _cassind_plan(clinics: tuple[DemoClinic, ...]) -> Counter[Key]:
    return Counter(
        (convenio.usuario, service.numero, service.codigo)
        for convenio in _at(clinics, "cassind")
        for service in convenio.atendimentos
        if service.fate is not Fate.JA_USADA
    )


def _at(clinics: tuple[DemoClinic, ...], portal: str) -> Iterable[Convenio]:
    return (convenio for clinic in clinics if (convenio := clinic.at(portal)))
