"""What of faturista.toml the panel changes: every page of the settings, for the portals and clinics that there are."""

from collections.abc import Iterator, Mapping
from typing import Any

from agent.accounting.pack import PORTALS
from agent.config.agenda import Agenda
from agent.config.contas import Contrato, usual_of
from agent.config.settings import Acesso, Clinica, PortalSettings
from agent.config.toml_edit import value_at
from agent.config.toml_lines import KeyPath
from agent.panel.settings_office import OFFICE
from agent.panel.settings_shape import Campo, Control, Grupo, Secao


def groups(data: Mapping[str, Any]) -> list[Grupo]:
    """Every page of the settings, for a file that says `data`."""
    portals = [str(name) for name in data.get("portais", {})]
    others = [name for name in PORTALS if name not in portals]
    clinics = {str(slug): value for slug, value in data.get("clinicas", {}).items()}
    return [
        *OFFICE,
        *map(_portal, portals),
        *map(_new_portal, others),
        *(_clinic(slug, one, portals) for slug, one in clinics.items()),
    ]


def _portal(name: str) -> Grupo:
    titulo, at = PORTALS.get(name, name), ("portais", name)
    secoes = (
        Secao(at, "Acesso e limites", PortalSettings, _PORTAL),
        Secao((*at, "agenda"), "O que faz sozinho", Agenda, _AGENDA, _EMPTY_AGENDA, optional=True),
        Secao(
            ("contratos", name),
            "Prazos do contrato",
            Contrato,
            _CONTRATO,
            "Confira no contrato. O que ficar em branco é o costume do convênio.",
            optional=True,
            blank=usual_of(name),
        ),
    )
    return Grupo(f"portal.{name}", titulo, "Endereço, limites, agenda e prazos.", secoes)


def _new_portal(name: str) -> Grupo:
    about = "O escritório ainda não trabalha neste portal; preencha o endereço para começar."
    secao = Secao(("portais", name), "Acesso e limites", PortalSettings, _PORTAL, about, optional=True)
    return Grupo(f"portal.{name}", PORTALS[name], "Ainda não usado.", (secao,))


def _clinic(slug: str, clinica: Mapping[str, Any], portals: list[str]) -> Grupo:
    at = ("clinicas", slug)
    return Grupo(
        f"clinica.{slug}",
        str(clinica.get("nome", slug)),
        "Nome, planilhas, acessos e senhas.",
        (Secao(at, "Clínica", Clinica, _CLINICA), *_accesses(at, clinica, portals)),
    )


def _accesses(at: KeyPath, clinica: Mapping[str, Any], portals: list[str]) -> Iterator[Secao]:
    for portal in portals:
        name, path = PORTALS.get(portal, portal), (*at, "acessos", portal)
        there = value_at(clinica, ("acessos", portal)) is not None
        about = "" if there else "A clínica ainda não tem acesso a este portal; preencha o usuário para criar um."
        yield Secao(path, f"Acesso: {name}", Acesso, _ACESSO, about, optional=not there)
        if there:
            own = "No lugar da agenda do portal; em branco, vale a do portal."
            yield Secao((*path, "agenda"), f"Agenda própria: {name}", Agenda, _AGENDA, own, optional=True)


_EMPTY_AGENDA = "Em branco, nada é feito sozinho neste portal. Dias úteis do mês seguinte."
_PORTAL = (
    Campo("endereco", "Endereço da página de entrada"),
    Campo("sessoes", "Clínicas por vez", Control.NUMERO),
    Campo("intervalo_s", "Tempo mínimo entre dois pedidos (s)", Control.SEGUNDOS),
    Campo("espera_captcha_s", "Esperar a pessoa na entrada (s)", Control.SEGUNDOS),
    Campo("espera_resposta_s", "Esperar uma resposta (s)", Control.SEGUNDOS),
    Campo("acomodacao_s", "Depois de resposta perdida, esperar (s)", Control.SEGUNDOS),
    Campo("intervalo_leituras_s", "Entre duas leituras (s)", Control.SEGUNDOS),
)
_AGENDA = (
    Campo("desde", "Desde o mês", ajuda="como 10/2026"),
    Campo("fechar_dia_util", "Fechar até o dia útil", Control.NUMERO, "o prazo do escritório"),
    Campo("lancar_dia_util", "Lançar a partir do dia útil", Control.NUMERO, "0: assim que a planilha chega"),
    Campo("avisar_dias_uteis", "Avisar antes (dias úteis)", Control.NUMERO),
    Campo("retorno_dias", "Buscar o retorno depois de (dias)", Control.NUMERO),
    Campo("retorno_ate_dias", "Desistir do retorno depois de (dias)", Control.NUMERO),
    Campo("horario", "Só entre as horas", ajuda="como 07:00-20:00"),
    Campo("dias", "Trabalha", Control.ESCOLHA, opcoes={"uteis": "em dias úteis", "todos": "todos os dias"}),
    Campo("sondar", "Ver todo dia se as telas mudaram", Control.SIM_NAO),
)
_CONTRATO = (
    Campo(
        "prazo_envio",
        "Do atendimento ao faturamento (dias)",
        Control.NUMERO,
        "em branco, a regra do portal, se ele tem uma",
    ),
    Campo("prazo_recurso", "Do retorno ao recurso (dias)", Control.NUMERO),
    Campo("prazo_resposta", "Do recurso à resposta (dias)", Control.NUMERO),
    Campo("pagamento_dias", "Do fechamento ao dinheiro (dias)", Control.NUMERO),
    Campo("alerta_dias", "Sem retorno, cobrar depois de (dias)", Control.NUMERO),
    Campo("prazo_pendencia", "Para resolver a conciliação (dias)", Control.NUMERO),
    Campo("dias_uteis", "Os três primeiros contam dias úteis", Control.SIM_NAO),
    Campo("registro_ans", "Registro na ANS", ajuda="se o convênio recebe recurso em XML"),
)
_CLINICA = (
    Campo("nome", "Nome"),
    Campo("responsavel", "Cuida das pendências", ajuda="em branco, o escritório"),
    Campo("mapeamento", "Mapeamento", ajuda="em branco, o de mesmo nome"),
    Campo("contador", "E-mail do contador", Control.LISTA, "um por linha; recebe o pacote do mês conciliado"),
    Campo("planilhas", "Pastas ou arquivos das planilhas", Control.LISTA, "um por linha; em branco, a pasta dela"),
)
_ACESSO = (
    Campo("usuario", "Usuário no portal"),
    Campo("prestador", "Nome que o portal deve mostrar"),
    Campo(
        "valor_divergente",
        "Se o portal preenche outro valor",
        Control.ESCOLHA,
        opcoes={"parar": "parar e perguntar", "digitar": "usar o da planilha"},
    ),
)
