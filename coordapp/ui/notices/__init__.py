"""Making draft conclusions and tasks of the text of a notice."""
