"""The one table of the program: columns as data, a model, a view and its delegates."""
