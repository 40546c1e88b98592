"""Put right by clicking what a portal calls otherwise: a person shows the element, the pack keeps its words.

`pack` is what is kept, `picker` the person's click, `proposal` what a click means, `calibrate` the walk from doubt to
doubt. Nothing here can be told which button saves, bills, closes or deletes.
"""
