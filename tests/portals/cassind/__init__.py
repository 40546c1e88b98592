"""The CASSIND adapter: its pure parts against golden pages, its verbs against the mock in a real browser."""
