"""The public pages as shapes, and their rendering."""
