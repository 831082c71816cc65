"""What is owed."""
