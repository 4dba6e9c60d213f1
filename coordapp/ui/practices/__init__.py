"""The page of models, movements and reports due."""
