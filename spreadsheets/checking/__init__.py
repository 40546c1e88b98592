"""What an insurer would refuse or cut, said before any browser opens: pure, readings and known entries in."""
