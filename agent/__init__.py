"""What the product knows and decides; it never touches a portal's markup."""
