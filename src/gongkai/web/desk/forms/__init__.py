"""Shapes at the edge: what people type, read and checked."""
