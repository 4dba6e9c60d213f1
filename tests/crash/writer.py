"""Write two records per action for ever and tell each action after its commit: to be killed."""

import sys
from pathlib import Path

from coordapp.domain.kernel.changes import Op
from coordapp.store import Store
from coordapp.store.file.tables import TASKS, UNITS
from tests.build import a_task, a_unit


def main(path: Path) -> None:
    store = Store.open(path)
    while True:
        with store.write(Op.ADD_TASK) as work:
            number = work.next_number("crash")
            unit = work.add(UNITS, a_unit(short_name=f"Đơn vị {number}"))
            task = work.add(TASKS, a_task(code=f"NV-{number:06d}", lead_unit_id=unit.id))
        print(task.code, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
