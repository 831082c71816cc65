"""What stands: the content folder, and the demonstration itself."""
