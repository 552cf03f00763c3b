# A football league: results parsed from text, standings with tie-breaks, and a fixture list.
import re
from dataclasses import dataclass
from itertools import combinations

RESULTS = """
Rovers 2-1 United
City 0-0 Albion
United 3-3 City
Albion 1-4 Rovers
Rovers 0-2 City
Albion 2-2 United
not a result
"""


@dataclass
class Record:
    name: str
    won: int = 0
    drawn: int = 0
    lost: int = 0
    scored: int = 0
    conceded: int = 0
    form: str = ""

    @property
    def points(self):
        return 3 * self.won + self.drawn

    @property
    def difference(self):
        return self.scored - self.conceded

    def add(self, scored, conceded):
        self.scored += scored
        self.conceded += conceded
        if scored > conceded:
            self.won, self.form = self.won + 1, self.form + "W"
        elif scored == conceded:
            self.drawn, self.form = self.drawn + 1, self.form + "D"
        else:
            self.lost, self.form = self.lost + 1, self.form + "L"


table: dict[str, Record] = {}
for line in RESULTS.strip().splitlines():
    if not (m := re.fullmatch(r"(\w+) (\d+)-(\d+) (\w+)", line)):
        print("skipped:", line)
        continue
    home, away, h, a = m[1], m[4], int(m[2]), int(m[3])
    for team, scored, conceded in ((home, h, a), (away, a, h)):
        table.setdefault(team, Record(team)).add(scored, conceded)

standings = sorted(table.values(), key=lambda r: (-r.points, -r.difference, -r.scored, r.name))
print(f"{'':>2} {'Team':<8}" + "".join(f"{h:>4}" for h in ("P", "W", "D", "L", "GF", "GA", "GD", "Pts")) + "  Form")
for place, r in enumerate(standings, 1):
    numbers = (len(r.form), r.won, r.drawn, r.lost, r.scored, r.conceded)
    columns = "".join(f"{n:>4}" for n in numbers)
    print(f"{place:>2} {r.name:<8}{columns}{r.difference:>+4}{r.points:>4}  {r.form}")


def round_robin(teams):
    teams = list(teams) + ([None] if len(teams) % 2 else [])
    for round_number in range(len(teams) - 1):
        half = len(teams) // 2
        pairs = list(zip(teams[:half], reversed(teams[half:])))
        yield [pair if round_number % 2 == 0 else pair[::-1] for pair in pairs if None not in pair]
        teams = [teams[0], teams[-1], *teams[1:-1]]


names = sorted(table) + ["Wanderers"]
played = set()
for number, fixtures in enumerate(round_robin(names), 1):
    print(f"round {number}:", ", ".join(f"{home} v {away}" for home, away in fixtures))
    played |= {frozenset(pair) for pair in fixtures}
assert played == {frozenset(pair) for pair in combinations(names, 2)}
goals = sum(r.scored for r in standings)
standings[0], goals == sum(r.conceded for r in standings)
