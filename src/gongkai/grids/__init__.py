"""Files into cells: text now, other kinds later."""
