"""Tasks: states and deadlines, filters, templates, reminders."""
