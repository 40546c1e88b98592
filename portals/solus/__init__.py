"""Solus Web Prestador, the portal that several operadoras run: authorised guias are billed, each time for good."""
