"""The fields of each screen, with the manual's labels, in the manual's order."""

from collections.abc import Iterable
from dataclasses import dataclass

from portals.cassind.mock.rules import ALL_GUIAS, ALL_PRESTADORES, LIMITS, ORDERS

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Field:
    """One field: `kind` is text, date, period, select, radio, file or lookup (text with a magnifier)."""

    name: str
    label: str
    kind: str = "text"
    options: Options = ()


def simplificado(contratado: str, executantes: Iterable[str], payments: Iterable[tuple[str, str]]) -> list[Field]:
    """The fourteen filters of Faturamento Simplificado; `payments` are (ISO date, dd/mm/aaaa)."""
    every = ("", ALL_GUIAS)
    yes_or_no: Options = (every, ("S", "Sim"), ("N", "Não"))
    return [
        Field("previsao", "Previsão de pagamento:", "select", (every, *payments)),
        Field("contratado", "Contratado:", "select", (("", ALL_PRESTADORES), (contratado, contratado))),
        Field(
            "executante",
            "Executante:",
            "select",
            (("", ALL_PRESTADORES), *((name, name) for name in executantes)),
        ),
        Field("periodo", "Período entre:", "period"),
        Field("execucao", "Data de execução:", "period"),
        Field("autorizacao", "Número da autorização:"),
        Field("cid", "C.I.D.:"),
        Field("tipo", "Tipo:", "select", (every, *_same("Consulta", "Internação"))),
        Field("regime", "Regime:", "select", (every, *_same("Eletiva", "Urgência"))),
        Field("documento", "Necessário enviar documentação física:", "select", yes_or_no),
        Field("laudos", "Laudos:", "select", (every, ("S", "Com laudo pendente"), ("N", "Sem laudo pendente"))),
        Field("congeneres", "Congêneres:", "select", (every, ("S", "Somente congêneres"), ("N", "Sem congêneres"))),
        Field("ordenacao", "Ordenação:", "select", _same(*ORDERS)),
        Field("quantidade", "Quantidade de guias listadas:", "select", _same(*LIMITS)),
    ]


PROTOCOLOS = [
    Field("periodo", "Período:", "period"),
    Field("lote", "Número do lote:"),
    Field("conta", "Número da conta:"),
]


def _same(*texts: str) -> Options:
    return tuple((text, text) for text in texts)


_SAIDA = _same("1 - Retorno", "2 - Retorno SADT", "3 - Referência", "4 - Internação", "5 - Alta")
_ACIDENTE = _same(
    "0 - Acidente ou doença relacionada ao trabalho",
    "1 - Acidente ou doença relacionada ao trânsito",
    "2 - Outros",
    "3 - Não acidente",
)
_TIPO_ATENDIMENTO = _same(
    "",
    "01 - Remoção",
    "02 - Pequena cirurgia",
    "03 - Outras terapias",
    "04 - Consulta",
    "08 - Quimioterapia",
    "09 - Radioterapia",
    "10 - Terapia renal substitutiva",
    "13 - Pequeno atendimento",
    "23 - Exames",
)
_REGIME = _same("", "01 - Ambulatorial", "02 - Domiciliar", "03 - Internação", "04 - Pronto-socorro", "05 - Telessaúde")
_ATENDIMENTO = (
    Field("data", "Data de atendimento:", "date"),
    Field("hora_inicial", "Hora inicial:"),
    Field("hora_final", "Hora final:"),
)


@dataclass(frozen=True)
class Group:
    """A titled block of fields, shown once the authorisation has been found."""

    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Screen:
    """One of the menu's other screens: heading, search fields, button, and what follows a found guia."""

    path: str
    heading: str
    fields: tuple[Field, ...] = ()
    button: str = ""
    groups: tuple[Group, ...] = ()
    tabs: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


GRAUS = (
    "00 - Cirurgião",
    "01 - Primeiro auxiliar",
    "02 - Segundo auxiliar",
    "03 - Terceiro auxiliar",
    "04 - Quarto auxiliar",
    "05 - Instrumentador",
    "06 - Anestesista",
    "07 - Auxiliar de anestesista",
    "08 - Consultor",
    "09 - Perfusionista",
    "10 - Pediatra na sala de parto",
    "11 - Auxiliar SADT",
    "12 - Clínico",
    "13 - Intensivista",
)
VIAS = ("Única", "Mesma via", "Diferentes vias")

_CONTRATADO = Field("contratado", "Contratado:", "select")
_AUTORIZACAO = Field("autorizacao", "Número da autorização:", "lookup")

DETALHADO = Screen(
    "faturamento_detalhado.php",
    "FATURAMENTO DETALHADO",
    (_CONTRATADO, _AUTORIZACAO),
    "Listar autorizações",
    (
        Group(
            "Dados do atendimento",
            (
                *_ATENDIMENTO,
                Field("tipo_atendimento", "Tipo de atendimento:", "select", _TIPO_ATENDIMENTO),
                Field("regime", "Regime de atendimento:", "select", _REGIME),
                Field(
                    "tipo_faturamento",
                    "Tipo de faturamento:",
                    "select",
                    _same("", "1 - Parcial", "2 - Final", "3 - Complementar", "4 - Total"),
                ),
                Field(
                    "cobertura",
                    "Cobertura Especial:",
                    "select",
                    _same("", "01 - Gestante", "02 - Pré-operatório", "03 - Pós-operatório"),
                ),
                Field("acidente", "Indicador de acidente:", "radio", _ACIDENTE),
                Field("saida", "Tipo de Saída:", "radio", _SAIDA),
                Field("tipo_doenca", "Tipo de doença:", "select", _same("", "A - Aguda", "C - Crônica")),
                Field("tempo_doenca", "Tempo da doença:"),
            ),
        ),
        Group(
            "Hipótese diagnóstica",
            tuple(Field(f"cid{place}", f"CID ({place}):", "lookup") for place in range(1, 5)),
        ),
    ),
    ("Procedimentos", "Pacotes", "Taxas", "OPMEs"),
    ("Código", "Descrição", "Quantidade"),
)

HONORARIO = Screen(
    "faturamento_honorario.php",
    "FATURAMENTO DE HONORÁRIO INDIVIDUAL",
    (
        Field("previsao", "Previsão de pagamento:", "select"),
        _AUTORIZACAO,
        Field("local", "Local de atendimento:", "select"),
    ),
    "Listar autorizações",
    (Group("Dados do atendimento", _ATENDIMENTO),),
    ("Procedimentos",),
    ("Grau", "Código", "Descrição", "Via", "Quantidade"),
)

SERIADO = Screen(
    "faturamento_seriado.php",
    "FATURAMENTO SERIADO MÚLTIPLO",
    (_CONTRATADO, _AUTORIZACAO),
    "Listar autorizações",
    (
        Group(
            "Dados do atendimento",
            (
                Field("tipo_atendimento", "Tipo de atendimento:", "select", _TIPO_ATENDIMENTO),
                Field("regime", "Regime de atendimento:", "select", _REGIME),
                Field("saida", "Tipo de Saída:", "radio", _SAIDA),
            ),
        ),
        Group("Hipótese diagnóstica", (Field("cid", "CIDs:", "lookup"),)),
    ),
    ("Procedimentos",),
    ("Código", "Descrição", "Autorizado", "Utilizado", "Quantidade"),
)

XML_ENVIO = Screen(
    "envio_xml.php",
    "ENVIO DE ARQUIVOS XML",
    (Field("arquivo", "Arquivo:", "file"),),
    "Enviar",
)

XML_HISTORICO = Screen(
    "historico_xml.php",
    "HISTÓRICO DE ARQUIVOS XML ENVIADOS",
    (
        Field("pesquisar", "Pesquisar por:", "select", _same("Protocolo", "Lote do prestador", "Lote da operadora")),
        Field("numero", "Número:"),
    ),
    "Consultar",
    columns=("Protocolo", "Data do envio", "Lote prestador", "Lote operadora", "Status"),
)

BILLING = (DETALHADO, HONORARIO, SERIADO)
