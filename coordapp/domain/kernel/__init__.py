"""What every other part of the domain stands on: errors, ids, changes, text."""
