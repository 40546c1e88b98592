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
XML_CLOSED = "Envio de arquivos xml não habilitado para este prestador."
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
