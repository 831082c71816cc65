"""Words and shapes that several screens share."""
