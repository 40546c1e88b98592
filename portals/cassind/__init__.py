"""CASSIND: what is its own in Solus Web Prestador, and an imitation of its portal."""
