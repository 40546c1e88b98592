"""Is the installation well? Each part examined by itself, each finding with what to do."""
