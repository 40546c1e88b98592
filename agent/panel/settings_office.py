"""The settings of the whole office, one page a subject: as people call them."""

from agent.config.agenda import Aprovacoes, Calendario, Execucao
from agent.config.avisos import Avisos, Correio
from agent.config.evidencias import Evidencias
from agent.config.settings import Escritorio, Navegador
from agent.panel.settings_shape import Campo, Control, Grupo, Secao

_UFS = "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO".split()  # noqa: SIM905
_ATOS = {
    "fechar": "fechar o mês",
    "reabrir": "reabrir o mês",
    "excluir": "excluir um lançamento",
    "corrigir": "corrigir o que foi lançado",
    "faturar": "o que é definitivo (Faturar)",
}
_GUARDAR = "um por linha: sorriso, 10/2026 ou sorriso 10/2026"
_PROGRAMAS = {"automatico": "o que houver", "firefox": "Firefox"}
OFFICE = (
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
                    Campo("programa", "Navegador", Control.ESCOLHA, "Chrome, Edge ou Chromium, ou Firefox", _PROGRAMAS),
                    Campo("caminho", "Programa em outro lugar", ajuda="em branco, o que está instalado"),
                    Campo("mostrar", "Mostrar a janela", Control.SIM_NAO, "não: em um computador sem tela"),
                    Campo("sandbox", "Proteção do próprio navegador", Control.SIM_NAO, "não: onde o sistema a proíbe"),
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
    Grupo(
        "evidencias",
        "Provas",
        "Por quanto tempo se guardam, e o que fica além disso.",
        (
            Secao(
                ("evidencias",),
                "Guarda das provas",
                Evidencias,
                (
                    Campo("telas_meses", "Telas de lançamentos e paradas (meses)", Control.NUMERO),
                    Campo("relatorios_meses", "Retornos, leituras e fechamentos (meses)", Control.NUMERO),
                    Campo("pessoas_meses", "Nomes dos beneficiários no livro (meses)", Control.NUMERO, "0: sempre"),
                    Campo("sozinho", "Eliminar sozinho o que passou do tempo", Control.SIM_NAO, "só no servir"),
                    Campo("guardar", "Fica até segunda ordem", Control.LISTA, _GUARDAR),
                ),
                "Nada é eliminado sem faturista expurgar, a não ser que aqui se diga que sim. A história fica sempre.",
                optional=True,
            ),
        ),
    ),
)
