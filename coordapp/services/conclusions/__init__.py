"""Actions on conclusions and what they give."""
