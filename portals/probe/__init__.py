"""Look at a portal without touching it: what can be opened without an effect, and is it what the adapter expects?

`read_only` keeps a whole browser from changing anything, `walk` opens the screens that a portal's sondagem.toml
lists, `check` judges each expected thing, `fingerprint` says what changed since last time, `report` writes it down.
"""
