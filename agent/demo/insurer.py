"""The insurers' side of the demonstration: what their portals know beforehand, how they fail, and how they audit."""

from dataclasses import dataclass
from datetime import timedelta

from agent.demo.clinics import Atendimento, Convenio, DemoClinic, Fate
from agent.model.competencia import Competencia
from portals.cassind.mock import app as cassind_app
from portals.cassind.mock import seed as cassind_seed
from portals.cassind.mock.state import Glosa as CassindGlosa
from portals.ipasem.mock import app as ipasem_app
from portals.ipasem.mock import seed as ipasem_seed
from portals.ipasem.mock.audit import Glosa as IpasemGlosa
from portals.mock.skins import Skin

PASSWORD = "demonstracao"  # noqa: S105 - the invented portals' password, shown to whoever trains on them
_MOTIVO = "Assinatura do beneficiário ausente na autorização"
_MOTIVO_PARCIAL = "Valor cobrado acima da tabela contratada"


@dataclass(frozen=True, slots=True)
class Insurers:
    """Both mock portals, knowing the three clinics' authorisations."""

    ipasem: ipasem_app.MockIpasem
    cassind: cassind_app.MockCassind


def imitate(clinics: tuple[DemoClinic, ...], *, skin: str, door_token: str, human_clicks: bool = False) -> Insurers:
    """Both portals as the month ended: authorisations issued, nothing launched yet."""
    ipasem, cassind = _ipasem(clinics), _cassind(clinics)
    return Insurers(
        ipasem_app.create_app(ipasem, skin=Skin(skin), door_token=door_token, human_clicks=human_clicks),
        cassind_app.create_app(cassind, skin=Skin(skin), door_token=door_token),
    )


def lose_answers(insurers: Insurers, clinics: tuple[DemoClinic, ...]) -> None:
    """Arm the portals to commit and then drop the answer for the entries that are to meet that fate.

    More than once each: Chromium sends a form again by itself when the connection is cut before any answer.
    """
    for convenio in _convenios(clinics):
        for service in _with(convenio, Fate.RESPOSTA_PERDIDA):
            if convenio.portal == "ipasem":
                insurers.ipasem.faults.arm("commit_then_drop", on="gravar", number=service.numero, times=None)
            else:
                insurers.cassind.faults.arm("commit_then_drop", on="faturar", times=2)


def audit(insurers: Insurers, clinics: tuple[DemoClinic, ...], mes: Competencia) -> None:
    """Let both insurers audit the closed month: one glosa, one partial glosa, one entry left without an answer."""
    for convenio in _convenios(clinics):
        if convenio.portal == "ipasem":
            glosas = [
                *(IpasemGlosa(motivo=_MOTIVO, autorizacao=s.numero) for s in _with(convenio, Fate.GLOSA)),
                *(
                    IpasemGlosa(motivo=_MOTIVO_PARCIAL, autorizacao=s.numero, valor=1500)
                    for s in _with(convenio, Fate.GLOSA_PARCIAL)
                ),
            ]
            silent = [s.numero for s in _with(convenio, Fate.SEM_RETORNO)]
            insurers.ipasem.auditar(convenio.usuario, str(mes), glosas, silent)
        else:
            _analyse(insurers.cassind, convenio)


def _analyse(cassind: cassind_app.MockCassind, convenio: Convenio) -> None:
    full = {s.numero: CassindGlosa(s.numero, _MOTIVO, s.valor) for s in _with(convenio, Fate.GLOSA)}
    partial = {s.numero: CassindGlosa(s.numero, _MOTIVO_PARCIAL, 2050) for s in _with(convenio, Fate.GLOSA_PARCIAL)}
    glosas = {**full, **partial}
    silent = {s.numero for s in _with(convenio, Fate.SEM_RETORNO)}
    contas = cassind.state.contas(login=convenio.usuario)
    for protocolo in dict.fromkeys(conta.protocolo for conta in contas):
        guias = [conta.guia for conta in contas if conta.protocolo == protocolo]
        cut = [glosas[guia] for guia in guias if guia in glosas]
        cassind.state.analisar(protocolo, cut, [guia for guia in guias if guia in silent])
        cassind.state.pagar(protocolo)


def _ipasem(clinics: tuple[DemoClinic, ...]) -> ipasem_seed.Seed:
    pairs = [(clinic, convenio) for clinic in clinics if (convenio := clinic.at("ipasem"))]
    return ipasem_seed.Seed(
        accounts=tuple(
            ipasem_seed.Account(document=convenio.usuario, password=PASSWORD, name=clinic.nome)
            for clinic, convenio in pairs
        ),
        authorizations=tuple(
            _autorizacao(convenio, service) for _, convenio in pairs for service in convenio.atendimentos
        ),
    )


def _autorizacao(convenio: Convenio, service: Atendimento) -> ipasem_seed.Autorizacao:
    tipo = "CONSULTAS" if service.descricao.startswith("CONSULTA") else "PROCEDIMENTOS"
    return ipasem_seed.Autorizacao(
        number=service.numero,
        document=convenio.usuario,
        patient=service.paciente.upper(),
        matricula=service.carteira,
        sexo="F" if service.paciente.split()[0].endswith("a") else "M",
        idade=6 + len(service.paciente),
        issued=service.dia - timedelta(days=7),
        procedures=(ipasem_seed.Procedimento(service.codigo, service.descricao, tipo, 1, service.valor),),
        used_in=str(Competencia.of(service.dia).plus(-1)) if service.fate is Fate.JA_USADA else None,
    )


def _cassind(clinics: tuple[DemoClinic, ...]) -> cassind_seed.Seed:
    pairs = [(clinic, convenio) for clinic in clinics if (convenio := clinic.at("cassind"))]
    return cassind_seed.Seed(
        accounts=[
            cassind_seed.Account(convenio.usuario, PASSWORD, clinic.nome, str(9000 + place))
            for place, (clinic, convenio) in enumerate(pairs)
        ],
        guias=[
            cassind_seed.Guia(
                number=service.numero,
                login=convenio.usuario,
                patient=service.paciente.upper(),
                carteira=f"0041{service.carteira.replace('-', '')}",
                date=service.dia.isoformat(),
                code=service.codigo,
                description=service.descricao,
                executante=clinic.nome.upper(),
                value_cents=service.valor,
            )
            for clinic, convenio in pairs
            for service in convenio.atendimentos
            if service.fate is not Fate.JA_USADA
        ],
    )


def _convenios(clinics: tuple[DemoClinic, ...]) -> list[Convenio]:
    return [convenio for clinic in clinics for convenio in clinic.convenios]


def _with(convenio: Convenio, fate: Fate) -> list[Atendimento]:
    return [service for service in convenio.atendimentos if service.fate is fate]
