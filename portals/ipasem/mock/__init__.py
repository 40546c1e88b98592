"""An imitation of IPASEM-NH's portal, written from its manual: an independent witness."""
