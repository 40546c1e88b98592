"""What has happened, for ever: SQL files, migrations, one store."""
