"""What a portal's panels looked like when they were last at work, and whether a change of one matters.

`painel` is a panel without its content and what changed in it, `visits` looks once in a session at each panel that an
adapter works in, before anything is typed there.
"""
