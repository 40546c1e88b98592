"""A browser for one login: found, started, kept to the portal's own hosts, and made to leave evidence.

`start.open_browser` finds and starts it, `session.open_session` gives one login its own context and page.
Adapters see Playwright through a Session; its errors become ours in `translate.portal_errors` and nowhere else.
"""
