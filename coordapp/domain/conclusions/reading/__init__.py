"""Draft tasks read from the text of a notice, in passes."""
