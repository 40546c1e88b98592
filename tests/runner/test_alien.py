"""The portal's own history against ours: what we did not make is an alarm."""

from datetime import datetime

import pytest

from agent.ledger.events import Event
from agent.model.atividade import Atividade
from agent.runner.alien import Alheia, alien, our_acts

NUMBERS = {1: "2988001", 2: "2988002"}


def event(kind: str, entity_id: int = 0, **body: object) -> Event:
    return Event(1, "2026-11-03T10:00:00Z", "faturista", kind, 1, "lancamento", entity_id, body, "", "")


def told(*acts: tuple[str, str]) -> list[Atividade]:
    return [Atividade(datetime(2026, 11, 3, 10), ato, number) for ato, number in acts]  # noqa: DTZ001


def strange(events: list[Event], *acts: tuple[str, str]) -> list[Alheia]:
    return alien(told(*acts), our_acts(events, NUMBERS))


OURS = [event("attempt.intent", entries=[1]), event("mes.fechando")]


def test_what_we_did_is_no_alarm() -> None:
    acts = [
        ("Acesso ao portal", ""),
        ("Abertura de autorização", "2988001"),
        ("Gravação de movimento", "2988001"),
        ("Fechamento do movimento mensal", ""),
        ("Saída do portal", ""),
    ]
    assert strange(OURS, *acts) == []


@pytest.mark.parametrize(
    ("act", "number"),
    [
        ("Gravação de movimento", "2988002"),
        ("Abertura de autorização", "2977777"),
        ("Reabertura do movimento mensal", ""),
        ("Emissão de boleto", ""),
    ],
)
def test_an_act_that_was_not_ours_is_told_by_its_words_and_authorisation(act: str, number: str) -> None:
    assert strange(OURS, (act, number)) == [Alheia(act, number, 1)]


def test_a_correction_and_a_removal_are_ours_too() -> None:
    events = [event("correcao.intencao", 2), event("removal.intent", numero_autorizacao="2988001")]
    acts = [("Gravação de movimento", "2988002"), ("Exclusão de registro", "2988001")]
    assert strange(events, *acts) == []


def test_more_than_we_can_have_done_is_told_by_how_much() -> None:
    acts = [("Gravação de movimento", "2988001")] * 5
    assert strange(OURS, *acts) == [Alheia("Gravação de movimento", "2988001", 3)]
