"""The auditor's door: the truth, and what the operadora does meanwhile."""

from __future__ import annotations

from typing import Any

from tests.portals.cassind_mock.conftest import Office, numbers

DOOR = "/porta-do-auditor"
MAIOR = "1705 - Valor apresentado a maior"


def _advance(office: Office, command: str, **data: Any) -> Any:
    return office.door.post(f"{DOOR}/avancar/{command}", json=data).json()


def test_the_door_is_shut_without_its_token(office: Office) -> None:
    assert office.client.get(f"{DOOR}/registros").status_code == 404


def test_the_door_tells_what_is_recorded_and_what_is_open(office: Office) -> None:
    office.bill("2400702")
    found = office.door.get(f"{DOOR}/registros").json()
    assert ([(c["protocolo"], c["guia"], c["informado"]) for c in found["contas"]], found["em_aberto"]) == (
        [("240101", "2400702", 6500)],
        {"boavista": ["2400701", "2400703"], "serena": ["2400790"]},
    )


def test_the_door_analyses_and_pays(office: Office) -> None:
    office.bill("2400701", "2400702")
    _advance(
        office,
        "analisar",
        protocolo="240101",
        glosas=[{"guia": "2400701", "motivo": MAIOR, "valor": 500}],
        sem_retorno=["2400702"],
    )
    _advance(office, "pagar", protocolo="240101")
    assert [row[11:] for row in office.protocolos().rows] == [
        ["60,00", "5,00", MAIOR, "Pago"],
        ["-", "-", "-", "Em análise"],
    ]


def test_the_door_lets_another_session_bill(office: Office) -> None:
    answer = _advance(office, "faturar", login="boavista", guias=["2400701"])
    assert ([c["guia"] for c in answer["contas"]], numbers(office.listing())) == (
        ["2400701"],
        ["2400702", "2400703"],
    )


def test_the_door_makes_the_portal_refuse_a_guia(office: Office) -> None:
    _advance(office, "recusar", guia="2400701", texto="carteira vencida")
    refused = office.bill("2400701").alerts
    _advance(office, "recusar", guia="2400701", texto="")
    assert (refused, office.bill("2400701").alerts[0][:20]) == (
        ["Nenhuma guia foi faturada. Guia 2400701: carteira vencida."],
        "Guias faturadas com ",
    )


def test_the_door_unblocks_a_login(office: Office) -> None:
    for _ in range(3):
        office.sign_in(password="errada")
    _advance(office, "desbloquear", login="boavista")
    assert office.sign_in().alerts == []


def test_the_door_ends_every_session(office: Office) -> None:
    _advance(office, "encerrar-sessoes")
    assert office.listing().alerts == ["Sua sessão expirou. Informe novamente o login e a senha."]


def test_a_command_that_cannot_be_is_refused_with_words(office: Office) -> None:
    answers = [_advance(office, "voar"), _advance(office, "pagar"), _advance(office, "pagar", protocolo="1")]
    assert answers == [
        {"erro": 'O comando "voar" não existe.'},
        {"erro": "O comando \"pagar\" recebeu dados errados: 'protocolo'."},
        {"erro": 'O protocolo "1" não existe.'},
    ]


def test_the_journal_tells_each_batch_with_what_it_put_where(office: Office) -> None:
    office.bill("2400701", "2400702")
    journal = office.door.get(f"{DOOR}/diario").json()
    assert [(c["action"], c["user"], c["number"], c["counts"]) for c in journal] == [
        (
            "faturar",
            "boavista",
            "240101",
            [[["boavista", "2400701", "10101012"], 1], [["boavista", "2400702", "10101012"], 1]],
        )
    ]


def test_the_request_log_holds_no_password_and_no_patient(office: Office) -> None:
    office.listing()
    rows = office.door.get(f"{DOOR}/pedidos").json()
    assert ([row["action"] for row in rows], "segredo" in str(rows)) == (["login", "principal", "listar"], False)
