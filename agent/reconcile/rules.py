"""What an office may tune in the reconciliation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """`days`: how far a return's date may lie from ours and still be the same service (0: not at all)."""

    days: int = 5
