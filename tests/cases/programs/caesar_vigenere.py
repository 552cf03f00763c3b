# Classical ciphers: Caesar with frequency breaking, Vigenere, rail fence and Playfair squares.
from collections import Counter
from itertools import cycle
from string import ascii_lowercase as ALPHABET

ENGLISH = dict(zip("etaoinshrdlu", (12.7, 9.1, 8.2, 7.5, 7.0, 6.7, 6.3, 6.1, 6.0, 4.3, 4.0, 2.8)))


def caesar(text, shift):
    shifted = ALPHABET[shift % 26 :] + ALPHABET[: shift % 26]
    return text.translate(str.maketrans(ALPHABET + ALPHABET.upper(), shifted + shifted.upper()))


def break_caesar(text):
    def score(candidate):
        return sum(ENGLISH.get(c, 0) * n for c, n in Counter(candidate.lower()).items())

    shift = max(range(26), key=lambda s: score(caesar(text, -s)))
    return shift, caesar(text, -shift)


def vigenere(text, key, sign=1):
    shifts = cycle(ALPHABET.index(c) * sign for c in key.lower())
    return "".join(caesar(c, next(shifts)) if c.isalpha() else c for c in text)


def rail_fence(text, rails):
    rows = [[] for _ in range(rails)]
    zigzag = cycle([*range(rails), *range(rails - 2, 0, -1)])
    for char, rail in zip(text, zigzag):
        rows[rail].append(char)
    return "".join("".join(row) for row in rows)


def unrail(cipher, rails):
    turn = 2 * rails - 2
    order = sorted(range(len(cipher)), key=lambda i: (min(i % turn, -i % turn), i))
    plain = [""] * len(cipher)
    for char, position in zip(cipher, order):
        plain[position] = char
    return "".join(plain)


def square(key):
    letters = "".join(dict.fromkeys(key + ALPHABET)).replace("j", "")
    return [letters[i : i + 5] for i in range(0, 25, 5)]


message = "The quick onset of winter surprised all the travellers near Exeter."
secret = caesar(message, 11)
print(secret)
print(break_caesar(secret))
print(caesar(caesar("Zebra, zoo!", 3), -3), caesar("ROT13 twice", 26) == "ROT13 twice")

locked = vigenere("Attack at dawn!", "Lemon")
print(locked, "->", vigenere(locked, "Lemon", -1))
fence = rail_fence("WEAREDISCOVEREDFLEEATONCE", 3)
print(fence, "->", unrail(fence, 3))
print("\n".join(" ".join(row) for row in square("playfair")))
print("atbash:", "hello".translate(str.maketrans(ALPHABET, ALPHABET[::-1])))
locked
