"""Reading the workbooks of others."""
