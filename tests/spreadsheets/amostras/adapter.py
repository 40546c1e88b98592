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


def answered(expected: Json, reading: Json) -> Json:
    """What `read_planilha` is to be given a second time, from the answers in an expected reading.

    {"portal", "competencia", "mapping"}: the last as a clinic's mapping file says it. A heading wins over a letter;
    a code that the file does not say is answered with any valid one, and left out again by `as_expected`.
    """
    sheets = expected.get("mapping_if_asked") or {}
    portal = expected.get("portal_if_asked")
    kinds = expected.get("kinds") or []
    return {
        "portal": portal if portal in {"ipasem", "cassind"} else None,
        "competencia": expected.get("competence_if_asked"),
        "mapping": {
            "tipo": kinds[0] if len(kinds) == 1 else None,
            "padroes": {"codigo_procedimento": "10101012"} if _asks_code(reading) else {},
            "aba": {name: {"colunas": _colunas(columns)} for name, columns in sheets.items()},
        },
    }


_FIELDS = {
    "authorization": "numero_autorizacao",
    "service_date": "data",
    "sessions": "data",
    "start_time": "hora_inicial",
    "end_time": "hora_final",
    "patient": "beneficiario",
    "member_id": "numero_carteira",
    "procedure_code": "codigo_procedimento",
    "description": "descricao",
    "quantity": "quantidade",
    "amount_cents": "valor_informado",
    "tooth": "dente",
    "faces": "faces",
    "council_code": "codigo_conselho",
    "professional": "profissional",
    "note": "observacao",
    "participation": "grau_participacao",
    "access_route": "via_acesso",
    "cids": "cid",
}


def _colunas(columns: Json) -> dict[str, str]:
    known = ((_FIELDS.get(field), place) for field, place in columns.items())
    return {field: place.get("header") or f"coluna {place['column']}" for field, place in known if field}


def _asks_code(reading: Json) -> bool:
    return any(question["code"] == "codigo" for question in reading["perguntas"])
