"""CASSIND, a Solus Web Prestador: authorised guias are billed in batches, each one final."""
