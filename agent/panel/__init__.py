"""The web page for the office: it reads the ledger and leaves answers there; it never drives a browser of its own."""
