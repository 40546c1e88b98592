"""Find and start a browser; one context per session; dialogs, downloads and hosts under one policy."""
