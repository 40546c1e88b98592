"""What a portal announces after sign-in is kept, once."""

from typing import cast

from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.point import no_hook
from agent.runner.evidence import keep_notices
from agent.runner.hooked import Hooked
from portals.base import Portal
from tests.runner.test_able import Plain


def test_each_notice_is_kept_once_a_month_and_can_be_read() -> None:
    with Ledger.open(":memory:", journal=None) as ledger:
        mes = ledger.months.open("sorriso", "cassind", "acesso-1", Competencia(2026, 10))
        for _ in range(2):
            keep_notices(ledger, mes, ("Calendário de entrega: dia 5.", "Atualize o cadastro."))
        proofs = ledger.trail.proofs(mes)
        assert [(proof.kind, proof.name, proof.of) for proof in proofs] == [
            ("txt", "comunicado do portal", "comunicado")
        ] * 2
        assert ledger.auditor.audit().findings == ()


class Announcing(Plain):
    """A portal with a notice after sign-in."""

    notices = ("Atualize o cadastro.",)


def test_the_notices_of_a_portal_are_seen_through_whatever_is_around_it() -> None:
    def around(portal: Plain) -> tuple[str, ...]:
        return Hooked(Hooked(cast(Portal, portal), no_hook), no_hook).notices

    assert (around(Announcing()), around(Plain())) == (("Atualize o cadastro.",), ())
