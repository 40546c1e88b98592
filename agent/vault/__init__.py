"""Passwords and saved sessions of each clinic on each portal, encrypted; never in plain text."""
