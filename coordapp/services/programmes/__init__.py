"""Actions on programmes and directives."""
