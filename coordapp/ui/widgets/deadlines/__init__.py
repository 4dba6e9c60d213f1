"""Fields of deadlines say what is understood of them."""
