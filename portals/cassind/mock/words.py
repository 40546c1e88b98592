"""The portal's own words, as a person reads them. The manual's where it gives them, plausible ones elsewhere."""

WRONG_LOGIN = "Login ou senha inválidos."
BLOCKED = (
    "Acesso bloqueado após 3 tentativas inválidas. Entre em contato com o Setor de Cadastro: cadastro@cassind.com.br."
)
EXPIRED = "Sua sessão expirou. Informe novamente o login e a senha."
SIGNED_OUT = "Você saiu do sistema."
CHOOSE_ACCESS = "Selecione uma das opções de acesso."
FORGOT = (
    "Para recuperar sua senha, entre em contato com o Setor de Cadastro: (79) 3025-8009 ou cadastro@cassind.com.br."
)

PERIOD_MISSING = "Informe o campo Período entre."
PERIOD_TOO_LONG = "O período informado deve estar compreendido nos 3 (três) últimos meses."
PERIOD_BACKWARDS = "A data final deve ser maior ou igual à data inicial."
NO_GUIA = "Nenhuma guia encontrada para os filtros informados."
LOOKUP_FAILED = "Não foi possível consultar as informações. Tente novamente mais tarde."

NONE_MARKED = "Nenhuma guia marcada. Marque ao menos uma guia para faturar."
NONE_BILLED = "Nenhuma guia foi faturada."
SOME_NOT_BILLED = "Atenção: nem todas as guias marcadas foram faturadas."
UNAVAILABLE = "indisponível para faturamento no momento. Tente novamente mais tarde"

NO_PROTOCOLO = "Nenhum protocolo encontrado para os filtros informados."
PROTOCOLO_NOT_FOUND = "Protocolo de faturamento não encontrado."

AUTORIZACAO_MISSING = "Informe o campo Número da autorização."
AUTORIZACAO_NOT_FOUND = "Autorização não encontrada para este prestador."
OTHER_BILLING_CLOSED = "Este tipo de faturamento não está habilitado para a guia informada."
XML_NO_FILE = "Selecione o arquivo a ser enviado."
XML_REFUSED = "Arquivo não enviado."
XML_BROKEN = "O arquivo não é um XML válido."
NO_FILE_FOUND = "Nenhum arquivo encontrado para os filtros informados."
NO_STATEMENT = "Nenhum demonstrativo encontrado para os filtros informados."
NO_CODE = "Nenhum código encontrado."
NO_RECORD = "Nenhum registro encontrado."

NOTICE_TITLE = "Comunicado"
NOTICES = (
    (
        "Atualização cadastral",
        "Senhor(a) prestador(a), mantenha seus dados cadastrais e bancários atualizados junto ao Setor de Cadastro.",
    ),
    (
        "Calendário de faturamento",
        "Lembramos que as guias devem ser faturadas dentro do mês de atendimento, conforme o calendário "
        "de entrega divulgado.",
    ),
)


def billed(protocolo: str) -> str:
    """The banner after a batch went through."""
    return f"Guias faturadas com sucesso. Protocolo de faturamento: {protocolo}"


def confirm(count: int) -> str:
    """The question of the skin "antiga" before a batch goes out; its script builds the same words."""
    return f"Confirma o faturamento de {count} guia(s)?"


def refused(number: str, reason: str) -> str:
    """One line per guia that was not billed."""
    return f"Guia {number}: {reason}."


def already_billed(protocolo: str) -> str:
    """Why a guia that stands in a protocolo is not billed again."""
    return f"guia já faturada no protocolo {protocolo}"


NOT_YOURS = "guia não pertence a este prestador"


def bad_date(text: str) -> str:
    """A date that is none."""
    return f"Data inválida: {text}."


def counted(shown: int, total: int) -> str:
    """The line below every list."""
    return f"Quantidade: {shown} de {total}"


DATE_AHEAD = "A data de atendimento não pode ser maior que a data atual."
HOURS_ORDER = "A hora final deve ser maior que a hora inicial."
NO_ITEMS = "Informe ao menos um procedimento."
ITEM_REPEATED = "Existem sessões com a mesma data e hora."
DATES_AND_QUANTITY = "A quantidade deve ser igual ao número de datas de atendimento."
GUIA_CONFIRM = "Confirma o faturamento da guia?"


def guia_billed(protocolo: str) -> str:
    """The banner after one guia went through."""
    return f"Guia faturada com sucesso. Protocolo de faturamento: {protocolo}"


def missing(label: str) -> str:
    """A field that must be filled."""
    return f"Informe o campo {label.rstrip(':')}."


def bad_hour(text: str) -> str:
    """An hour that is none."""
    return f"Hora inválida: {text}."


def not_authorised(code: str) -> str:
    """A code that the guia does not hold."""
    return f"Procedimento {code} não autorizado na guia."


def not_listed(tab: str, code: str) -> str:
    """A taxa, pacote or OPME that the operadora does not know."""
    return f"Código {code} não cadastrado ou não negociado em {tab}."


def too_many(code: str, left: int) -> str:
    """More than is left of a code."""
    return f"Procedimento {code}: quantidade maior que a disponível ({left})."


def xml_taken(protocolo: str) -> str:
    """The banner after a file was taken."""
    return f"Arquivo enviado com sucesso. Protocolo: {protocolo}"


def xml_guia(number: str, reason: str) -> str:
    """One line per critique of a guia in a file, by the prestador's number of it."""
    return f"Guia {number}: {reason}."


def xml_lote(reason: str) -> str:
    """A critique of the file as a whole."""
    return f"Lote: {reason}."
