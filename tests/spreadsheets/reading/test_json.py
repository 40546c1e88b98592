"""The JSON of `faturista conferir --json`: a stable form that other programs read."""

import json
from datetime import date
from pathlib import Path

from tests.spreadsheets.reading.sheet_file import HEADING, ROW, read, xlsx


def test_the_json_holds_entries_problems_and_totals_in_plain_values(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW, (2678556, date(2026, 12, 1), *ROW[2:]), ("TOTAL",))
    leitura = read(path)
    found = json.loads(json.dumps(leitura.to_json()))
    assert found["tabelas"].pop()["portal"] == "ipasem"
    assert found == {
        "versao": 1,
        "arquivo": "IPASEM 10-2026.xlsx",
        "sha256": leitura.sha256,
        "situacao": "ok",
        "totais": {"lidas": 1, "rejeitadas": 1, "ignoradas": 1, "valor_centavos": 6500},
        "lancamentos": [
            {
                "clinica": "vale",
                "portal": "ipasem",
                "kind": "procedimento",
                "competencia": "2026-10",
                "numero_autorizacao": "2678555",
                "codigo_procedimento": "50000616",
                "data": "2026-10-05",
                "quantidade": 1,
                "valor_informado": 6500,
                "dente": "",
                "faces": "",
                "ocorrencia": 1,
                "beneficiario": "Adelina Prokop Vargas",
                "numero_carteira": "7014-2",
                "codigo_conselho": "",
                "profissional": "",
                "observacao": "",
                "origem": {"arquivo": "IPASEM 10-2026.xlsx", "aba": "Plan1", "linha": 2},
                "complemento": {
                    "descricao": "",
                    "hora_inicial": "",
                    "hora_final": "",
                    "grau_participacao": "",
                    "via_acesso": "",
                    "cids": [],
                    "quantidade_autorizada": None,
                    "validade": "",
                    "padroes": [],
                },
            }
        ],
        "rejeitadas": [
            {
                "aba": "Plan1",
                "linha": 3,
                "coluna": "Data",
                "celula": "B3",
                "code": "future_date",
                "motivo": "01/12/2026 ainda não chegou (hoje é 21/11/2026). Corrija a data.",
                "visto": "01/12/2026",
                "duplicate_of": "",
            }
        ],
        "ignoradas": [{"aba": "Plan1", "linha": 4, "motivo": "linha de total", "visto": "TOTAL"}],
        "avisos": [],
        "tabelas": [],
        "perguntas": [],
    }
