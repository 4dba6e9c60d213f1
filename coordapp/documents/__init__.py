"""Papers and tables of the office as files: PDF minutes and the Excel register."""
