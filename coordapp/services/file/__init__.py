"""Work on the file as a whole: copies, long actions and how far they are."""
