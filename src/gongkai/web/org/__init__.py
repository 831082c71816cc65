"""People and public bodies."""
