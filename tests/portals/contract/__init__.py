"""What every registered portal's adapter must do, as one specification that runs over all of them."""
