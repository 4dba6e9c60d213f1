"""Templates of task sets: their page, and the dialogs that make and apply them."""
