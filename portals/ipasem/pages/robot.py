""" "Não sou um robô" on IPASEM's forms."""

from portals.ipasem.pages.screen import TITLE, Screen
from portals.screens.robot import Robot as AnyRobot


class Robot(AnyRobot):
    """The box of whatever form is on the screen. `timeout_s`: how long a person may take to tick it."""

    def __init__(self, screen: Screen, timeout_s: float) -> None:
        super().__init__(screen.session, TITLE, timeout_s)
