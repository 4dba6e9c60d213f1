"""Letters, words, phrases and the signs by which clauses are told apart."""
