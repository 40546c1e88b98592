"""The insurers' web portals: verbs with typed answers over page objects."""
