"""Firefox of a distribution in place of Playwright's own, for the runs that are asked to use it."""
