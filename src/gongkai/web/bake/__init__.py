"""The site on disk."""
