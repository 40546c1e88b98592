"""The e-mail that the operadora asks for when a file is refused: a draft with the picture, for a person to send."""

from collections.abc import Sequence
from email.message import EmailMessage

from agent.model.registro import Evidence
from portals.solus.operadora import Operadora

_TYPES = {
    "png": ("image", "png"),
    "jpeg": ("image", "jpeg"),
    "gz": ("application", "gzip"),
    "html": ("text", "html"),
    "pdf": ("application", "pdf"),
}


def draft(operadora: Operadora, prestador: str, lote: str, said: str, evidence: Sequence[Evidence]) -> bytes:
    """An .eml that opens unsent in any mail program: to the operadora's support, what it said, the screen attached."""
    message = EmailMessage()
    message["To"] = operadora.suporte
    message["Subject"] = f"Erro no envio do lote {lote} - {prestador}"
    message["X-Unsent"] = "1"
    message.set_content(
        f"Prezados,\n\nO envio do arquivo XML do lote {lote} do prestador {prestador} deu este erro:\n\n{said}\n\n"
        "A tela vai em anexo. Pedimos orientação.\n"
    )
    for piece in evidence:
        kind, subtype = _TYPES.get(piece.kind, ("application", "octet-stream"))
        name = f"{piece.name}.{piece.kind}"
        message.add_attachment(piece.content, maintype=kind, subtype=subtype, filename=name)
    return message.as_bytes()
