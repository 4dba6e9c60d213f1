"""The office's words on screens and papers, and the sentences of errors."""
