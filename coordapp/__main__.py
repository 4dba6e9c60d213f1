"""`python -m coordapp`."""

from coordapp.app import main

raise SystemExit(main())
