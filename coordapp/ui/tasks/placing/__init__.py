"""Where a task belongs: what gave it, and the task it lies below."""
