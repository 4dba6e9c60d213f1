"""The lines of a pasted text, their numbers, sentences and parts of the paper."""
