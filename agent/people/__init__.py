"""What only a person may do: CAPTCHA, approvals, questions."""
