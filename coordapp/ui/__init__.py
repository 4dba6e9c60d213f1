"""The window: pages, tables and widgets; the only layer that knows Qt."""

from coordapp.ui.kit import guard

# before any class of the window is made
guard.install()
