"""One root, families named after who acts next. The docstring is the default sentence; every error says where."""

from collections.abc import Iterable


class FaturistaError(Exception):
    """Algo impediu o faturista de continuar."""

    exit_code = 70

    def __init__(self, what: str = "", *, where: str = "", do: str = "") -> None:
        """`what` was seen, `where` (sheet and cell, or portal and screen), what to `do`; all pt-BR for the operator."""
        self.what = what or (self.__doc__ or "").strip().splitlines()[0]
        self.where = where
        self.do = do
        sentence = ": ".join(part for part in (where, self.what) if part)
        super().__init__(f"{sentence.rstrip('.')}. {do}" if do else sentence)


class InputError(FaturistaError):
    """A planilha tem um problema."""

    exit_code = 2


class SheetUnreadable(InputError):
    """O arquivo não pôde ser lido como planilha."""


class SheetNotRecognised(InputError):
    """Nenhuma tabela de atendimentos foi reconhecida na planilha."""


class SetupError(FaturistaError):
    """A instalação ou o faturista.toml tem um problema."""

    exit_code = 2


class ConfigError(SetupError):
    """O faturista.toml tem um problema."""

    def __init__(self, problems: Iterable[str], *, where: str) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems), where=where)


class BrowserMissing(SetupError):
    """Nenhum navegador foi encontrado."""


class SecretMissing(SetupError):
    """A senha deste acesso não está guardada."""


class PortalError(FaturistaError):
    """O portal não permitiu continuar."""

    exit_code = 3
    said = ""


class CredentialsRejected(PortalError):
    """O portal recusou o usuário ou a senha. Não será tentado de novo, para não bloquear o acesso."""


class WrongAccount(PortalError):
    """O portal mostra que quem entrou é outro credenciado. Nada foi feito com este acesso."""


class PersonNeeded(PortalError):
    """O portal espera por uma pessoa."""

    exit_code = 1


class PortalUnavailable(PortalError):
    """O portal está fora do ar."""


class SessionExpired(PortalError):
    """A sessão no portal terminou."""


class PageChanged(PortalError):
    """A tela do portal não é a esperada. Nada foi digitado."""


class ScreenChanged(PageChanged):
    """A tela do portal não é mais como era. Nada foi digitado."""

    def __init__(self, differences: Iterable[str], *, where: str, do: str = "") -> None:
        """`differences`: what changed, a sentence each, as a person reads it."""
        self.differences = tuple(differences)
        super().__init__(f"A tela mudou: {'; '.join(self.differences)}. Nada foi digitado.", where=where, do=do)


class UnknownMessage(PortalError):
    """O portal mostrou uma mensagem que o faturista não conhece."""

    def __init__(self, what: str = "", *, where: str = "", do: str = "", said: str = "") -> None:
        """`said` is the portal's text alone, where a person may classify it: never that of a question."""
        self.said = said
        super().__init__(what, where=where, do=do)


class UnexpectedDialog(UnknownMessage):
    """O portal abriu uma janela que o faturista não esperava; ela foi fechada sem aceitar."""


class ReportUntrusted(PortalError):
    """O relatório do portal não soma o que ele mesmo diz."""


class LedgerError(FaturistaError):
    """O livro do faturista não permitiu continuar."""

    exit_code = 2


class LedgerAway(LedgerError):
    """O servidor do livro não responde."""


class AlreadyRunning(LedgerError):
    """Outra execução está usando este acesso."""


class LeaseLost(LedgerError):
    """Esta execução perdeu a vez neste acesso; outra pode estar em andamento."""


class NewerSchema(LedgerError):
    """Este livro foi gravado por uma versão mais nova do faturista."""


class GuardMissing(LedgerError):
    """Uma proteção do livro não está mais no lugar."""


class Moved(LedgerError):
    """Algo mudou desde o plano."""

    exit_code = 1


class EvidenceGone(LedgerError):
    """O arquivo não está na pasta de evidências."""


class EvidenceAltered(LedgerError):
    """O arquivo não é o que foi guardado."""


class EvidenceClosed(LedgerError):
    """A evidência está cifrada com uma chave que não está neste computador."""

    def __init__(self, *, where: str = "") -> None:
        super().__init__(
            where=where,
            do="Restaure a sua cópia da chave do cofre. Sem ela o arquivo não abre mais; o livro continua valendo.",
        )
