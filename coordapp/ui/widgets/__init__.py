"""Small widgets that know no noun of the office."""
