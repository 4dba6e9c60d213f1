"""Records, rules and words of the committee's work; standard library only."""
