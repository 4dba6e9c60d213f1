"""Papers and tables of the office as files: PDF minutes and Excel tables; reading workbooks."""
