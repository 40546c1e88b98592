"""How long one IPASEM entry takes, against what people write instead: `python -m tests.bench`, or `make bench`."""
