"""The office on PostgreSQL: the tests that need a server, and the server that they bring along."""
