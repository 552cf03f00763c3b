# Ranks poker hands, compares players, and deals from a seeded deck.
import random
from collections import Counter
from enum import IntEnum

RANKS = "23456789TJQKA"
SUITS = "♣♦♥♠"


class Hand(IntEnum):
    HIGH_CARD = 0
    PAIR = 1
    TWO_PAIR = 2
    THREE = 3
    STRAIGHT = 4
    FLUSH = 5
    FULL_HOUSE = 6
    FOUR = 7
    STRAIGHT_FLUSH = 8

    def __str__(self):
        return self.name.replace("_", " ").lower()


def evaluate(cards):
    values = sorted((RANKS.index(card[0]) for card in cards), reverse=True)
    groups = sorted(((n, v) for v, n in Counter(values).items()), reverse=True)
    shape = tuple(n for n, _ in groups)
    order = [v for _, v in groups]
    flush = len({card[1] for card in cards}) == 1
    if values == [12, 3, 2, 1, 0]:
        order = [3, 2, 1, 0, -1]
    straight = len(order) == 5 and order[0] - order[4] == 4
    match shape, flush, straight:
        case _, True, True:
            kind = Hand.STRAIGHT_FLUSH
        case (4, 1), _, _:
            kind = Hand.FOUR
        case (3, 2), _, _:
            kind = Hand.FULL_HOUSE
        case _, True, _:
            kind = Hand.FLUSH
        case _, _, True:
            kind = Hand.STRAIGHT
        case (3, *_), _, _:
            kind = Hand.THREE
        case (2, 2, 1), _, _:
            kind = Hand.TWO_PAIR
        case (2, *_), _, _:
            kind = Hand.PAIR
        case _:
            kind = Hand.HIGH_CARD
    return kind, order


HANDS = """
T♠ J♠ Q♠ K♠ A♠
9♣ 9♦ 9♥ 9♠ 2♣
K♣ K♦ K♥ 4♠ 4♣
2♥ 5♥ 9♥ J♥ K♥
A♣ 2♦ 3♥ 4♠ 5♣
7♣ 7♦ 7♥ Q♠ 2♦
J♣ J♦ 8♥ 8♠ A♣
A♦ A♣ 4♥ 9♠ 3♦
2♣ 4♦ 6♥ 8♠ K♦
"""
hands = [line.split() for line in HANDS.strip().splitlines()]
random.Random(5).shuffle(hands)
for hand in sorted(hands, key=evaluate, reverse=True):
    print(f"{' '.join(hand)}  {evaluate(hand)[0]}")

deck = [rank + suit for suit in SUITS for rank in RANKS]
rng = random.Random(2025)
rng.shuffle(deck)
players = {name: [deck.pop() for _ in range(5)] for name in ("Ann", "Bob", "Cyd")}
for name, hand in players.items():
    print(f"{name}: {' '.join(sorted(hand, key=lambda c: RANKS.index(c[0])))} ({evaluate(hand)[0]})")
winner = max(players, key=lambda name: evaluate(players[name]))

seen = Counter(evaluate(rng.sample(deck, 5))[0] for _ in range(400))
for kind in Hand:
    if seen[kind]:
        print(f"{kind!s:<14}{seen[kind]:>4}")
winner, len(deck), Hand.FLUSH > Hand.STRAIGHT, repr(Hand.PAIR)
