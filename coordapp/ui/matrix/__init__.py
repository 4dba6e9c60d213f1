"""The matrix of conclusions and units."""
