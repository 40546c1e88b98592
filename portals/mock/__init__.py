"""Common ground of the mock portals: server, faults, skins and the doors for people and auditors."""
