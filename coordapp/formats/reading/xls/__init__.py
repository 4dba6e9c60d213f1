"""Old Excel workbooks."""
