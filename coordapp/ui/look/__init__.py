"""How the program looks: colours, type, icons."""
