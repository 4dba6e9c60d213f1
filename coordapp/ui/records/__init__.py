"""What is shown of any record alike."""
