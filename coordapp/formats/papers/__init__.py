"""What stands on each paper, composed once for every format."""
