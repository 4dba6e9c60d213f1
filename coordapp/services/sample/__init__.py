"""The sample file."""
