"""Doors of the command line into the running of the site."""
