"""The review report of a period: what is typed in it, and its versions."""
