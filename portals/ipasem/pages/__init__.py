"""The portal's screens: each knows whether it is itself, and what its buttons lead to."""
