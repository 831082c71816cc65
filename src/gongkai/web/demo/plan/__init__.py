"""What the demonstration will say and when, as plain values."""
