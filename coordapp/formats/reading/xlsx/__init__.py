"""What the parts of an .xlsx file say beside their values."""
