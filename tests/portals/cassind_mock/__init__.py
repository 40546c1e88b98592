"""The imitation of CASSIND keeps the manual's rules, and breaks them only where a switch says so."""
