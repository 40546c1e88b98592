"""Every screen of both portals, changed in some way nobody announced: an entry is then right, or was stopped."""
