"""The citizens door."""
