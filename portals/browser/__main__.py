"""`python -m portals.browser`: say which browser would be used, fetching Playwright's own where there is none.

Exit code 2, with what to do, when there is none to be had or it does not open: one that was fetched may lack the
system's libraries. Set-up scripts call it.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from agent.model.errors import BrowserMissing
from portals.browser.find import required_browser
from portals.browser.start import open_browser


def main() -> int:
    """Find it, open it once, print its path."""
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    try:
        path = required_browser(None, own)
        with open_browser():
            pass
    except BrowserMissing as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
