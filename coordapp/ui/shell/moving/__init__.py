"""Keys of the whole window, and the way back to where a person was."""
