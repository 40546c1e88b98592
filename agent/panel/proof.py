"""A file of evidence: kept by whoever asked, or looked at with everything in it that could act switched off."""

import gzip
import io

from starlette.responses import Response

from agent.ledger.months import Mes
from agent.ledger.trail import Proof
from agent.model.errors import EvidenceGone
from agent.panel.table import as_attachment
from agent.panel.visit import NotHere, Visit

_TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "csv": "text/csv; charset=utf-8",
    "xml": "application/xml",
    "eml": "message/rfc822",
    "txt": "text/plain; charset=utf-8",
}
LOOKED_AT = ("html", "png", "jpg", "jpeg", "txt")
_MOST_BYTES = 50_000_000
STILL = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"


def show_proof(visit: Visit) -> Response:
    """One file of a month that the visitor may see; with "?ver=1" to look at, nothing in it acts.

    Raises NotHere, and EvidenceClosed or EvidenceAltered for what is there and cannot be shown.
    """
    mes = visit.mes(visit.number("mes"))
    wanted = visit.request.path_params["sha256"]
    for proof in visit.ledger.trail.proofs(mes):
        if proof.sha256 == wanted:
            return _answer(visit, mes, proof)
    raise NotHere


def kind_of(proof: Proof) -> str:
    """What the file is once it is unpacked."""
    return proof.kind.removesuffix(".gz")


def _answer(visit: Visit, mes: Mes, proof: Proof) -> Response:
    try:
        content = visit.ledger.evidence.read(proof.sha256, proof.kind)
    except EvidenceGone:
        raise NotHere from None
    kind, packed = kind_of(proof), proof.kind.endswith(".gz")
    unpacked = _unpacked(content) if packed else content
    if unpacked is None:
        kind, unpacked = proof.kind, content
    media_type = _TYPES.get(kind, "application/octet-stream")
    if visit.asked("ver") and kind in LOOKED_AT:
        return Response(unpacked, media_type=media_type, headers={"Content-Security-Policy": STILL})
    name = f"{mes.clinica}-{mes.portal}-{mes.competencia.iso}-{proof.sha256[:8]}.{kind}"
    return as_attachment(unpacked, name, media_type)


def _unpacked(content: bytes) -> bytes | None:
    """None for what is damaged, or grows beyond reason: it is then given as it lies there."""
    try:
        with gzip.open(io.BytesIO(content)) as file:
            found = file.read(_MOST_BYTES + 1)
    except (OSError, EOFError):
        return None
    return found if len(found) <= _MOST_BYTES else None
