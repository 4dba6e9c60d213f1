"""The page of figures and the forms for superiors."""
