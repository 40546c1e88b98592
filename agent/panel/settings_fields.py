"""What of faturista.toml the panel changes: sections and their fields, as people call them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from agent.accounting.pack import PORTALS
from agent.config.agenda import Agenda, Aprovacoes, Calendario, Execucao
from agent.config.avisos import Avisos, Correio
from agent.config.contas import Contrato
from agent.config.settings import Acesso, Clinica, Escritorio, Navegador, PortalSettings
from agent.config.toml_edit import value_at
from agent.config.toml_lines import KeyPath


class Control(StrEnum):
    """How a field is filled in."""

    TEXTO = "texto"
    NUMERO = "numero"
    SEGUNDOS = "segundos"
    SIM_NAO = "sim_nao"
    LISTA = "lista"  # one a line
    ESCOLHA = "escolha"
    MARCAS = "marcas"  # some of several


@dataclass(frozen=True, slots=True)
class Campo:
    """One key of a section. `opcoes` are what may be chosen, with their words."""

    chave: str
    rotulo: str
    control: Control = Control.TEXTO
    ajuda: str = ""
    opcoes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Secao:
    """A table of the file at `path`. An `optional` one is gone when all of it is left empty."""

    path: KeyPath
    titulo: str
    model: type[BaseModel]
    campos: tuple[Campo, ...]
    ajuda: str = ""
    optional: bool = False

    @property
    def nome(self) -> str:
        """As a form names it."""
        return ".".join(self.path)

    def usual(self, campo: Campo) -> str:
        """What holds where the key is not written, "" for what must be."""
        default = self.model.model_fields[campo.chave].default
        return "" if default in (PydanticUndefined, None, "", ()) else shown(default, campo)


@dataclass(frozen=True, slots=True)
class Grupo:
    """Sections that stand on one page, under an address of their own."""

    nome: str
    titulo: str
    ajuda: str
    secoes: tuple[Secao, ...]


def shown(value: Any, campo: Campo) -> str:
    """A value as it is typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "sim" if value else "não"
    if campo.control is Control.LISTA:
        return "\n".join([value] if isinstance(value, str) else map(str, value))
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def groups(data: Mapping[str, Any]) -> list[Grupo]:
    """Every page of the settings, for a file that says `data`."""
    portals = [str(name) for name in data.get("portais", {})]
    clinics = {str(slug): value for slug, value in data.get("clinicas", {}).items()}
    return [*_OFFICE, *map(_portal, portals), *(_clinic(slug, one, portals) for slug, one in clinics.items())]


def _portal(name: str) -> Grupo:
    titulo, at = PORTALS.get(name, name), ("portais", name)
    secoes = (
        Secao(at, "Acesso e limites", PortalSettings, _PORTAL),
        Secao((*at, "agenda"), "O que faz sozinho", Agenda, _AGENDA, _EMPTY_AGENDA, optional=True),
        Secao(("contratos", name), "Prazos do contrato", Contrato, _CONTRATO, "Confira no contrato.", optional=True),
    )
    return Grupo(f"portal.{name}", titulo, "Endereço, limites, agenda e prazos.", secoes)


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
)
_CONTRATO = (
    Campo("prazo_envio", "Do atendimento ao faturamento (dias)", Control.NUMERO),
    Campo("prazo_recurso", "Do retorno ao recurso (dias)", Control.NUMERO),
    Campo("prazo_resposta", "Do recurso à resposta (dias)", Control.NUMERO),
    Campo("pagamento_dias", "Do fechamento ao dinheiro (dias)", Control.NUMERO),
    Campo("alerta_dias", "Sem retorno, cobrar depois de (dias)", Control.NUMERO),
    Campo("dias_uteis", "Os três primeiros contam dias úteis", Control.SIM_NAO),
    Campo("registro_ans", "Registro na ANS", ajuda="se o convênio recebe recurso em XML"),
)
_CLINICA = (
    Campo("nome", "Nome"),
    Campo("mapeamento", "Mapeamento", ajuda="em branco, o de mesmo nome"),
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
_UFS = "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO".split()  # noqa: SIM905
_ATOS = {
    "fechar": "fechar o mês",
    "reabrir": "reabrir o mês",
    "excluir": "excluir um lançamento",
    "corrigir": "corrigir o que foi lançado",
    "faturar": "o que é definitivo (Faturar)",
}
_OFFICE = (
    Grupo(
        "escritorio",
        "Escritório e aprovações",
        "Nome, fuso, e o que pede duas pessoas.",
        (
            Secao(
                ("escritorio",),
                "Escritório",
                Escritorio,
                (Campo("nome", "Nome"), Campo("fuso", "Fuso horário", ajuda="como America/Sao_Paulo")),
                "Onde ficam o diário e o cofre só se muda no arquivo, com tudo parado.",
            ),
            Secao(
                ("aprovacoes",),
                "Segunda pessoa",
                Aprovacoes,
                (Campo("segunda_pessoa", "Duas pessoas diferentes aprovam", Control.MARCAS, opcoes=_ATOS),),
                optional=True,
            ),
        ),
    ),
    Grupo(
        "calendario",
        "Calendário",
        "Os dias em que o escritório não trabalha.",
        (
            Secao(
                ("calendario",),
                "Dias de folga",
                Calendario,
                (
                    Campo("uf", "Feriados do estado", Control.ESCOLHA, opcoes={uf: uf for uf in _UFS}),
                    Campo("facultativos", "Carnaval, Corpus Christi e outros são folga", Control.SIM_NAO),
                    Campo("feriados", "Da cidade e do escritório", Control.LISTA, "um por linha: 05/04 ou 20/02/2027"),
                ),
                "Além de sábados, domingos e feriados nacionais.",
                optional=True,
            ),
        ),
    ),
    Grupo(
        "trabalho",
        "Limites e navegador",
        "Quantas sessões por vez, e em que navegador.",
        (
            Secao(
                ("execucao",),
                "Limites",
                Execucao,
                (
                    Campo("sessoes", "Sessões por vez neste computador", Control.NUMERO),
                    Campo("porta_saude", "Porta de vigilância", Control.NUMERO, "em branco, nenhuma"),
                ),
                optional=True,
            ),
            Secao(
                ("navegador",),
                "Navegador",
                Navegador,
                (
                    Campo("caminho", "Programa", ajuda="em branco, o que já estiver instalado"),
                    Campo("mostrar", "Mostrar a janela", Control.SIM_NAO),
                ),
                optional=True,
            ),
        ),
    ),
    Grupo(
        "avisos",
        "Avisos",
        "Quem recebe e por onde. Nenhum traz dados de pacientes.",
        (
            Secao(
                ("avisos",),
                "Quem é avisado",
                Avisos,
                (
                    Campo("de", "De"),
                    Campo("para", "Para", Control.LISTA, "um endereço por linha"),
                    Campo("servicos", "Também pelos serviços guardados", Control.SIM_NAO),
                    Campo("resumo", "Resumo do dia, entre", ajuda="como 07:30-12:00"),
                ),
                optional=True,
            ),
            Secao(
                ("avisos", "correio"),
                "Servidor de e-mail",
                Correio,
                (
                    Campo("servidor", "Servidor"),
                    Campo("porta", "Porta", Control.NUMERO),
                    Campo("usuario", "Usuário"),
                    Campo("tls", "Cifrado (STARTTLS)", Control.SIM_NAO),
                ),
                "A senha se guarda com: faturista avisos --senha",
                optional=True,
            ),
        ),
    ),
)
