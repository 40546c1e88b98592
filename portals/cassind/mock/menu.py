"""The menu bar: Prestador | Home | Emissão de guias | Faturamento | … | Sair, each item with its page."""

from dataclasses import dataclass

ROOT = "/solusweb/prestador/"


@dataclass(frozen=True)
class Item:
    """A menu item and the page that it opens, relative to ROOT."""

    text: str
    path: str


@dataclass(frozen=True)
class Menu:
    """A drop-down, or a plain link where `path` is set."""

    text: str
    items: tuple[Item, ...] = ()
    path: str = ""


MENUS = (
    Menu("Home", path="home.php"),
    Menu(
        "Emissão de guias",
        (
            Item("Guia de consulta", "guia_consulta.php"),
            Item("Guia de SP/SADT", "procedimento.php"),
            Item("Guia de internação", "guia_internacao.php"),
        ),
    ),
    Menu(
        "Faturamento",
        (
            Item("Envio de arquivos xml", "envio_xml.php"),
            Item("Histórico de arquivos xml enviado", "historico_xml.php"),
            Item("Simplificado", "faturamento_simplificado.php"),
            Item("Detalhado", "faturamento_detalhado.php"),
            Item("Honorário individual", "faturamento_honorario.php"),
            Item("Seriado Múltiplo", "faturamento_seriado.php"),
            Item("Protocolos de faturamento", "protocolos_faturamento.php"),
        ),
    ),
    Menu(
        "Relatórios",
        (
            Item("Autorizações", "relatorio_autorizacoes.php"),
            Item("Relação geral de glosas", "relatorio_glosas.php"),
            Item("Demonstrativos de pagamentos", "demonstrativo_pagamento.php"),
        ),
    ),
    Menu(
        "Utilitários/Outros",
        (Item("Elegibilidade do beneficiário", "elegibilidade.php"), Item("Corpo clínico", "corpo_clinico.php")),
    ),
    Menu(
        "Configurações",
        (Item("Alterar senha", "alterar_senha.php"), Item("Dados cadastrais", "dados_cadastrais.php")),
    ),
    Menu("Comunicados", path="comunicados.php"),
)

OFFERED_LATER = tuple(
    item
    for menu in MENUS
    if menu.text in {"Emissão de guias", "Relatórios", "Utilitários/Outros", "Configurações"}
    for item in menu.items
    if item.path not in {"relatorio_glosas.php", "demonstrativo_pagamento.php"}
)


def found(words: str) -> list[tuple[str, Item]]:
    """Menu items whose text holds `words`, each with its menu: what the Busca box lists."""
    wanted = words.casefold().strip()
    return [(menu.text, item) for menu in MENUS for item in menu.items if wanted and wanted in item.text.casefold()]
