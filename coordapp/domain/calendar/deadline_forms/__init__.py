"""The forms in which papers write deadlines, from known words up to phrases."""
