"""A disclosure catalogue: from cells to items, checked."""
