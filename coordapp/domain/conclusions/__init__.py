"""The chair's conclusions, and the tasks they give."""
