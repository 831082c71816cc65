"""Two editions of a catalogue beside each other."""
