"""The commands that an operator types, in pt-BR; no decisions."""
