"""Actions on tasks and on what makes them."""
