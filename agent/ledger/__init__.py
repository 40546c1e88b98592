"""What has happened, for ever: SQL files over SQLite and PostgreSQL, guards, a journal outside, one store."""
