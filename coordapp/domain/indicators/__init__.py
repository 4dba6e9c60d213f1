"""Indicators: what is counted, planned and reached, by unit and period."""
