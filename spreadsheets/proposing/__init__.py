"""A mapping for a new clinic: what was understood, what a person answered, and the TOML that says it."""
