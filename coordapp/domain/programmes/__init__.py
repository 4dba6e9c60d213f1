"""Programmes and papers from above: what they ask, in parts that tasks are made of."""
