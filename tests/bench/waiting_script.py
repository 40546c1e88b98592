"""The bare Playwright script of somebody who waits for the ✓ where the portal checks a field, as faturista does."""

from playwright.sync_api import Page

from tests.bench.bare import type_all
from tests.bench.job import Job
from tests.bench.track import Track

_CHECKED = {"Código AMB": "codigo", "Data de Atendimento": "data"}


def run(job: Job, track: Track) -> None:
    """Sign in, open the month, type every service."""
    type_all(job, track, _accepted)


def _accepted(page: Page, label: str) -> None:
    if label in _CHECKED:
        page.locator(f".field-movimentoform-{_CHECKED[label]}").get_by_role("img", name="aceito").wait_for()
