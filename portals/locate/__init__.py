"""Find a field as a person does: by visible words within the named panel, unique or stop."""
