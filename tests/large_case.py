"""A file with thousands of models and figures, for the benchmarks."""

from itertools import product

from coordapp.domain.indicators.indicator import Indicator, IndicatorValue
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import IndicatorId, IndicatorValueId, PracticeId, PracticeYearId
from coordapp.domain.practices.practice import Practice, PracticeYear, YearState
from coordapp.store import Store
from coordapp.store.file.case_tables import INDICATOR_VALUES, INDICATORS, PRACTICE_YEARS, PRACTICES
from coordapp.store.queries import unit_queries

YEARS = range(2008, 2018)
MONTHS = range(1, 6)


def add_practices(store: Store, count: int) -> None:
    """Add models, every third taken from an earlier one, each with the years it was kept."""
    units = unit_queries.all_units(store.connection)
    made: list[PracticeId] = []
    with store.write(Op.WRITE_SAMPLE) as work:
        for number in range(count):
            practice = work.add(
                PRACTICES,
                Practice(
                    id=PracticeId(0),
                    code=f"MH-2010-{number + 100:05d}",
                    name=f"Tổ tự quản đường nông thôn số {number}",
                    unit_id=units[number % len(units)].id,
                    field="Xây dựng nông thôn mới",
                    place=f"Xã số {number % 177}",
                    started=2010,
                    is_chosen=number % 50 == 0,
                    replicated_from_id=made[number // 3] if number % 3 == 2 else None,
                ),
            )
            made.append(practice.id)
            for year in (2016, 2017):
                kept = PracticeYear(
                    id=PracticeYearId(0),
                    practice_id=practice.id,
                    year=year,
                    state=YearState.KEPT,
                )
                work.add(PRACTICE_YEARS, kept)


def add_figures(store: Store, count: int) -> list[IndicatorId]:
    """Add indicators with the figures of each unit for many periods, so many in all."""
    units = [unit.id for unit in unit_queries.all_units(store.connection)]
    periods = [f"{year}-{month:02d}" for year, month in product(YEARS, MONTHS)]
    of_each = len(units) * len(periods)
    made = []
    with store.write(Op.WRITE_SAMPLE) as work:
        for place in range(-(-count // of_each)):
            indicator = work.add(
                INDICATORS,
                Indicator(
                    id=IndicatorId(0), code=f"CT-2008-{place + 100:03d}", name=f"Chỉ tiêu {place}"
                ),
            )
            made.append(indicator.id)
            for number, (period, unit_id) in enumerate(product(periods, units)):
                value = IndicatorValue(
                    id=IndicatorValueId(0),
                    indicator_id=indicator.id,
                    period=period,
                    unit_id=unit_id,
                    plan=str(1000 + number),
                    actual=str(900 + number),
                    source="Báo cáo tháng",
                )
                work.add(INDICATOR_VALUES, value)
    return made
