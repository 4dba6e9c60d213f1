"""`python -m coordapp`."""

import sys

if sys.argv[1:2] == ["read-workbook"]:
    # the process that reads somebody else's workbook loads nothing but that
    from coordapp.formats.reading import child

    child.main()
else:
    from coordapp.app import main

    raise SystemExit(main())
