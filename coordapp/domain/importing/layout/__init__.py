"""Where the tables of a register stand, and what their columns and rows are."""
