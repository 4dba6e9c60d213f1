"""The page of the history and the trash."""
