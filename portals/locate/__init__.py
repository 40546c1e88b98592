"""Find a field as a person does: by the words on the screen, inside the panel of that title. Unique, or stop.

`labels.read_labels` reads a portal's words (data), `find.find_form` resolves a whole panel's fields at once.
"""
