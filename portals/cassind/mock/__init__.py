"""An imitation of CASSIND's portal, written from its manual: an independent witness."""
