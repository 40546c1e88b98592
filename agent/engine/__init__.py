"""What runs side by side: a thin port, and threads of this process behind it. It is never trusted for exactly once."""
