"""The page of indicators."""
