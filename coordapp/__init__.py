"""CoordApp: conclusions, directives and tasks of a coordinating office, offline."""

__version__ = "0.2.0"
