"""What a month is measured by: the long table that batches, reports and Mesa's collector share.

Every metric has an entity (a lab, `tesla` or `market`) and a plain number; units are in the name.
"""

from race.core.formulas.house.stake import interest_of_month
from race.core.formulas.owners.holders import trust_mean, trust_weighted
from race.core.formulas.passing.diversion import rent_due
from race.core.formulas.race.chips import lead_months
from race.core.formulas.race.loans import repayments
from race.core.formulas.race.money import runway
from race.core.ids import PPM, Firm
from race.core.outcome import true_elo
from race.core.world import Lab, World


def measure(world: World) -> dict[tuple[str, str], float]:
    """Return {(entity, metric): value} at the end of the position's month."""
    rows: dict[tuple[str, str], float] = {}
    for firm, lab in world.labs.items():
        name = firm.value
        rows |= {
            (name, "compute_h100e"): lab.depot.running(),
            (name, "chips_owned_h100e"): lab.depot.chips(),
            (name, "chips_powered"): lab.depot.powered(),
            (name, "elo_published"): lab.published(),
            (name, "elo_true"): true_elo(lab),
            (name, "users_m"): lab.users_k / 1000,
            (name, "share"): lab.share_ppm / PPM,
            (name, "revenue_usd_m_per_month"): lab.revenue_usd / 1e6,
            (name, "operating_result_usd_m"): lab.result_usd / 1e6,
            (name, "capex_usd_m"): lab.capex_usd / 1e6,
            (name, "cash_usd_m"): lab.cash_usd / 1e6,
            (name, "valuation_usd_bn"): lab.valuation_usd / 1e9,
            (name, "owed_usd_m"): lab.owed_usd() / 1e6,
            (name, "runway_months"): runway(lab.cash_usd, _flow(world, lab)),
            (name, "founder_share"): lab.founder_ppm / PPM,
            (name, "staff"): lab.staff,
            (name, "researchers"): lab.researchers,
            (name, "people_lost"): lab.people_lost,
            (name, "largest_run_flop"): max((release.flop for release in lab.releases), default=0.0),
        }
    rows[Firm.XAI.value, "people_from_carmaker"] = world.people.from_carmaker
    return rows | _carmaker(world) | _market(world)


def _flow(world: World, lab: Lab) -> int:
    """Return what a month like the last brings once loans, leases and interest are paid, whole dollars."""
    flow = lab.result_usd + lab.parent_usd - repayments(world.rules.money, lab)
    if lab.firm is not Firm.XAI:
        return flow
    rent = sum([rent_due(act, world.month + 1) for act in world.affairs.acts])
    return flow - rent - interest_of_month(world.rules, world.carmaker.pledge_usd)


def _carmaker(world: World) -> dict[tuple[str, str], float]:
    carmaker, affairs = world.carmaker, world.affairs
    values = {
        "chips_powered": carmaker.depot.powered(),
        "chips_owned_h100e": carmaker.depot.chips(),
        "chips_planned_h100e": carmaker.planned_chips,
        "share_price_usd": carmaker.price_cents / 100,
        "trust_mean": trust_mean(world.holders) / PPM,
        "trust_weighted": trust_weighted(world.holders) / PPM,
        "promises_kept": sum(promise.kept is True for promise in affairs.promises),
        "promises_missed": sum(promise.kept is False for promise in affairs.promises),
        "suits_open": sum(case.decided is None and not case.settled for case in affairs.cases),
        "researchers": carmaker.researchers,
        "autonomy_milestones": carmaker.autonomy_reached,
        "cash_usd_m": carmaker.cash_usd / 1e6,
    }
    name = Firm.TESLA.value
    return {(name, metric): float(value) for metric, value in values.items()}


def _market(world: World) -> dict[tuple[str, str], float]:
    lead = lead_months(world.rules, world.setting, world.market, world.month)
    frontier = max((best.elo_published for lab in world.labs.values() if (best := lab.best())), default=0.0)
    values = {
        "lead_time_weeks": lead * 52 / 12,
        "frontier_elo": frontier,
        "leader_changes": float(world.market.leader_changes),
        "leader_changes_by_margin": float(world.market.margin_changes),
        "rental_usd_per_hour": world.market.rental_cents / 100,
    }
    return {("market", metric): value for metric, value in values.items()}
