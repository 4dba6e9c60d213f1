"""Start CoordApp from the source tree."""

from coordapp.app import main

raise SystemExit(main())
