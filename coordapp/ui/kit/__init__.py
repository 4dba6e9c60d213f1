"""What every part of the window is given: context, bus, jobs, keys, the page."""
