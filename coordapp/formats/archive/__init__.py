"""Files put together into one that is locked by a passphrase."""
