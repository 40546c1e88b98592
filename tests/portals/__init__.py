"""Tests of the portals: adapters and mocks."""
