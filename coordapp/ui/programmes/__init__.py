"""The page of directives and programmes."""
