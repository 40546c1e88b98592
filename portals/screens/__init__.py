"""Common ground of adapters that work by screens: look, act once, wait for a named outcome, understand what is said."""
