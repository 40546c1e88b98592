"""What the person's click needs in the page."""
