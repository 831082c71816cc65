"""What stands of the demonstration."""
