"""Who is named in a text: units of the register and bodies outside it."""
