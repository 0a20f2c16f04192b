"""August 2024: all promises of spring fall due at once, and the chipmaker decides who waits."""

from race.core.commands import OrderChips, ServeBuyers
from race.core.formulas.race.chips import lead_months
from race.core.ids import PPM, Firm, Generation, Seat
from race.core.turn import play_month
from race.core.world import OrderLine, World
from race.sim.race_model import RaceModel
from tests.builders import a_world, orders

WEEKS = 52 / 12


def due_now(world: World, payer: Firm, quantity: int) -> None:
    """Put a line into the book that is due and all paid."""
    line = OrderLine(
        id=world.new_id(),
        payer=payer,
        owner=payer,
        generation=Generation.H100,
        quantity=quantity,
        unit_price_usd=0,
        booked=0,
        due=world.month,
    )
    world.market.lines.append(line)


def left_of(world: World, payer: Firm) -> int:
    """Return what a company still waits for although it is due."""
    return sum(
        line.quantity for line in world.market.lines if line.payer is payer and line.due <= world.month
    )


def test_when_too_much_is_due_the_better_regarded_waits_less() -> None:
    world = a_world(month=8)
    world.market.lines = []
    for lab in (Firm.META, Firm.OPENAI):
        due_now(world, lab, world.setting.supply[8])
    serve = orders(ServeBuyers(weights={Firm.META: PPM // 2, Firm.OPENAI: 3 * PPM // 2}), by=Seat.CHIPMAKER)

    after = play_month(world, serve, RaceModel("history", "idle", 7, collect=False).chance).world

    assert 0 < left_of(after, Firm.OPENAI) < left_of(after, Firm.META)


def test_who_is_distrusted_is_promised_a_later_month_for_the_same_order() -> None:
    dues = {}
    for weight in (PPM // 2, 3 * PPM // 2):
        world = a_world(month=0)
        wishes = orders(OrderChips(company=Firm.XAI, generation=Generation.H100, quantity=1_000))
        wishes.by_seat[Seat.CHIPMAKER] = (ServeBuyers(weights=dict.fromkeys(Firm, weight)),)
        played = play_month(
            world, type(wishes)(wishes.by_seat), RaceModel("history", "idle", 7, collect=False).chance
        )
        dues[weight] = max(line.due for line in played.world.market.lines if line.booked == 1)

    assert dues[PPM // 2] - dues[3 * PPM // 2] >= 2


def test_the_wait_falls_from_forty_weeks_to_a_quarter_of_that_by_itself() -> None:
    race = RaceModel("history", "historical", 7, collect=False)
    weeks = []
    for _ in range(18):
        world = race.world
        weeks.append(WEEKS * lead_months(world.rules, world.setting, world.market, world.month))
        race.step()

    assert weeks[0] > 36
    assert 8 < weeks[5] < 13
    assert all(8 < wait < 17 for wait in weeks[6:])
