"""`faturista conferir --json` in the words of the expected readings."""

from typing import Any

Json = dict[str, Any]


def as_expected(reading: Json) -> Json:
    """The JSON as {status, entries, rejected, ignored_rows, warnings}; a default code is left out: no sheet says it."""
    return {
        "status": "ok" if reading["situacao"] == "ok" else "needs_mapping",
        "entries": [_entry(entry) for entry in reading["lancamentos"]],
        "rejected": [
            {"source": _source(row), "column": row["coluna"], "reason": row["motivo"], "code": row["code"]}
            for row in reading["rejeitadas"]
        ],
        "ignored_rows": [_source(row) for row in reading["ignoradas"]],
        "warnings": [{"source": _source(row), "code": row["code"]} for row in reading["avisos"] if row["linha"]],
    }


def _source(place: Json) -> str:
    return f"{place['aba'] or 'CSV'}!{place['linha']}"


def _entry(entry: Json) -> Json:
    more = entry["complemento"]
    common = {
        "source": _source(entry["origem"]),
        "portal": entry["portal"],
        "kind": entry["kind"],
        "authorization": entry["numero_autorizacao"],
        "patient": entry["beneficiario"],
        "member_id": entry["numero_carteira"],
        "procedure_code": "" if "codigo_procedimento" in more["padroes"] else entry["codigo_procedimento"],
        "description": more["descricao"],
        "quantity": entry["quantidade"],
        "amount_cents": entry["valor_informado"],
        "tooth": entry["dente"],
        "faces": list(entry["faces"]),
        "council_code": entry["codigo_conselho"],
        "professional": entry["profissional"],
        "note": entry["observacao"],
        "participation": more["grau_participacao"],
        "access_route": more["via_acesso"],
        "cids": list(more["cids"]),
    }
    hours = {"start_time": more["hora_inicial"], "end_time": more["hora_final"]}
    if entry["kind"] == "seriado":
        return {**common, "sessions": [{"date": entry["data"], **hours}]}
    return {**common, "service_date": entry["data"], **hours}
