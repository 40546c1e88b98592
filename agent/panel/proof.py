"""A file of evidence, as a file: kept by whoever asked, and run by no browser whatever is in it."""

from starlette.responses import Response

from agent.ledger.evidence import path_of
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
    "txt": "text/plain; charset=utf-8",
}


def show_proof(visit: Visit) -> Response:
    """One file of a month that the visitor may see. Raises NotHere."""
    mes = visit.mes(visit.number("mes"))
    wanted = visit.request.path_params["sha256"]
    for proof in visit.ledger.trail.proofs(mes):
        if proof.sha256 == wanted:
            file = path_of(visit.house.office.evidencias, proof.sha256, proof.kind)
            if not file.is_file():
                raise NotHere
            name = f"{mes.clinica}-{mes.portal}-{mes.competencia.iso}-{proof.sha256[:8]}.{proof.kind}"
            return as_attachment(file.read_bytes(), name, _TYPES.get(proof.kind, "application/octet-stream"))
    raise NotHere
