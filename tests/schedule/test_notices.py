"""People are told what waits, once; what is about to be too late, once more; and a word a day; never of a patient."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from agent.config.avisos import Avisos, Correio
from agent.ledger.queue import Asked, Waiting
from agent.ledger.transaction import stamp
from agent.people.messenger import NotSent, Sender, senders
from agent.schedule.board import Board
from agent.schedule.notices import Notice, notices_of
from agent.schedule.telling import Telling
from portals.mock.server import serve
from tests.ledger.by_itself import ASKED
from tests.schedule.mailbox import mailbox
from tests.schedule.notation import at, waiting
from tests.schedule.working import Working, working

NOTHING_SEEN = Board((), (), ())
SIGN_IN = replace(waiting("entrar"), seen="Fulana Inventada, matrícula 7002-4")
CLOSE = replace(
    waiting("aprovar"), id=2, clinica="sorriso", portal="ipasem", competencia="2026-10", until=stamp(at("09/11 18:00"))
)


def told(items: list[Waiting], now: str, *gone: str) -> list[Notice]:
    return list(notices_of(items, NOTHING_SEEN, gone, at(now), "07:30-12:00"))


def test_what_is_new_is_told_in_one_notice_without_what_was_seen() -> None:
    (notice,) = told([SIGN_IN, CLOSE], "05/11 14:00")

    assert notice == Notice(
        ("novo/1", "novo/2"),
        "faturista: 2 esperam por você",
        "- entrada a fazer no portal: sorriso, ipasem\n"
        "- aprovação pedida: sorriso, ipasem, 2026-10, até 09/11 18:00\n"
        "\n"
        "Na tela do faturista: faturista fila (tudo) e faturista atender (entradas).",
    )


def test_what_was_told_is_told_again_only_when_it_is_about_to_be_too_late() -> None:
    gone = ("novo/1", "novo/2")
    notices = [told([SIGN_IN, CLOSE], now, *gone) for now in ("06/11 14:00", "08/11 17:00")]

    assert [[n.keys for n in some] for some in notices] == [[], [("perto/2",)]]
    assert told([SIGN_IN, CLOSE], "08/11 17:00", *gone, "perto/2") == []


@pytest.mark.parametrize(("now", "sent"), [("05/11 07:00", 0), ("05/11 08:00", 1), ("05/11 13:00", 0)])
def test_the_day_s_word_goes_in_its_hours(now: str, sent: int) -> None:
    assert len(told([], now)) == sent


def test_the_day_s_word_goes_once() -> None:
    (notice,) = told([], "05/11 08:00")
    assert (notice.keys, notice.title, told([], "05/11 09:00", *notice.keys)) == (
        ("resumo/2026-11-05",),
        "faturista: resumo de 05/11",
        [],
    )


def test_a_notice_arrives_by_mail_with_its_accents() -> None:
    with mailbox() as (box, port):
        server = Correio(servidor="127.0.0.1", porta=port, tls=False)
        (way,) = senders(Avisos(de="f@e.com.br", para=("ana@e.com.br",), correio=server), "", ())
        way.send("faturista: 1 não pôde esperar", "Olá.")

    (message,) = box.messages
    assert (message["Subject"], message["To"], message.get_content().strip()) == (
        "faturista: 1 não pôde esperar",
        "ana@e.com.br",
        "Olá.",
    )


def test_a_mail_server_that_does_not_answer_is_told_without_a_secret() -> None:
    (way,) = senders(
        Avisos(de="f@e.com.br", para=("ana@e.com.br",), correio=Correio(servidor="127.0.0.1", porta=9)), "segredo", ()
    )
    with pytest.raises(NotSent) as error:
        way.send("a", "b")

    assert str(error.value) == (
        "127.0.0.1:9: o servidor de e-mail não aceitou o aviso (ConnectionRefusedError)."
        " Confira a seção avisos do faturista.toml e a senha: faturista avisos --senha"
    )


class Hook:
    """A service that takes what apprise posts."""

    def __init__(self) -> None:
        self.posted: list[dict[str, Any]] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body = b""
        while (part := await receive())["type"] == "http.request":
            body += part["body"]
            if not part.get("more_body"):
                break
        self.posted.append(json.loads(body))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


@pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")  # apprise's own, on Python 3.11
@pytest.mark.parametrize(("second", "all_took_it"), [("", True), ("json://127.0.0.1:9/", False)])
def test_a_notice_goes_through_apprise_and_a_part_that_failed_is_a_failure(second: str, all_took_it: bool) -> None:
    hook = Hook()
    with serve(hook) as served:
        addresses = [f"json://127.0.0.1:{served.port}/", second]
        (way,) = senders(Avisos(de="f@e.com.br", servicos=True), "", [a for a in addresses if a])
        took = _took(way)

    assert ([(p["title"], p["message"]) for p in hook.posted], took) == ([("faturista", "um aviso")], all_took_it)


def _took(way: Sender) -> bool:
    try:
        way.send("faturista", "um aviso")
    except NotSent:
        return False
    return True


class Pigeons:
    """A way that fails as often as it is told to."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.sent: list[str] = []

    def send(self, title: str, body: str) -> None:
        if self.failures:
            self.failures -= 1
            raise NotSent
        self.sent.append(title)


def office(tmp_path: Path) -> Working:
    made = working(tmp_path, 1, "05/11 14:00")
    settings = made.office.settings.model_copy(update={"avisos": Avisos(de="f@e.com.br")})
    return replace(made, office=replace(made.office, settings=settings))


def tell(made: Working, way: Sender, now: datetime, telling: Telling | None = None) -> Telling:
    telling = telling or Telling(made.office, lambda: [way], lambda _text: None)
    with made.open_ledger() as ledger:
        telling.tell(ledger, NOTHING_SEEN, now)
    return telling


def ask(made: Working, asked: Asked) -> None:
    with made.open_ledger() as ledger:
        ledger.queue.ask(asked)


def test_two_processes_tell_each_thing_once(tmp_path: Path) -> None:
    made, way = office(tmp_path), Pigeons()
    ask(made, ASKED)

    for _ in range(2):
        tell(made, way, at("05/11 14:00"))

    assert way.sent == ["faturista: entrada a fazer no portal"]


def test_what_could_not_be_sent_is_tried_again_after_ten_minutes(tmp_path: Path) -> None:
    made, way = office(tmp_path), Pigeons(failures=1)
    ask(made, ASKED)

    telling = tell(made, way, at("05/11 14:00"))
    tell(made, way, at("05/11 14:01"), telling)
    early = list(way.sent)
    tell(made, way, at("05/11 14:10"), telling)

    assert (early, way.sent) == ([], ["faturista: entrada a fazer no portal"])
