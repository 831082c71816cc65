"""Demonstration content: a fictitious district, three years."""
