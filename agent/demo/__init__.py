"""The demonstration and the training portals: the only room that knows the mocks."""
