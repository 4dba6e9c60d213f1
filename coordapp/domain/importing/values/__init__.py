"""What the cells of a register say."""
