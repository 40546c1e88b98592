"""The example of a third insurer."""
