#!/usr/bin/env python3
"""Writes math.csv: problems with one typed numeric answer.

Every answer is computed here, most of them in two independent ways (a formula
and a brute-force count) that must agree.  Standard library only; the output
is the same on every run.

    python3 make_math.py             writes math.csv next to this file
    python3 make_math.py --answers   prints id, answer and problem of every row
"""
import csv
import math
import os
import sys
from decimal import Decimal, ROUND_HALF_UP
from fractions import Fraction as F
from itertools import combinations, permutations, product

PROBLEMS = []          # (kind, problem, answer as text)
GOLD_EVERY = 4         # one row in four carries its answer as gold


def as_text(value, places=None):
    """The one way in which an answer is typed: 42, -7, 0.3125, 12.50."""
    if places is None:
        value = F(value)
        if value.denominator == 1:
            return str(value.numerator)
        d = value.denominator
        while d % 2 == 0:
            d //= 2
        while d % 5 == 0:
            d //= 5
        assert d == 1, "not a finite decimal, state a rounding"
        return format(Decimal(value.numerator) / Decimal(value.denominator), "f")
    if isinstance(value, float):
        exact = Decimal(value)
        scaled = exact.scaleb(places) % 1
        # a float that lies almost on a rounding border is not allowed
        assert abs(abs(scaled) - Decimal("0.5")) > Decimal("1e-6"), value
    else:
        value = F(value)
        scaled = value * 10 ** places
        assert abs(scaled - math.floor(scaled) - F(1, 2)) != 0, value
        exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def add(kind, problem, value, places=None):
    PROBLEMS.append((kind, problem, as_text(value, places)))


def same(*values):
    """All ways of computing the answer must agree."""
    first = values[0]
    for other in values[1:]:
        if isinstance(first, float) or isinstance(other, float):
            assert math.isclose(first, other, rel_tol=1e-9), values
        else:
            assert first == other, values
    return first


def sup(n):
    return str(n).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))


def term(c, var, first=False):
    sign = "" if first and c > 0 else ("−" if first else (" + " if c > 0 else " − "))
    n = "" if abs(c) == 1 and var else str(abs(c))
    return "" if c == 0 else sign + n + var


def num(n):
    return str(n).replace("-", "−")


def group(n):
    """12500 -> 12 500 (with a no-break space); four digits stay together."""
    return str(n) if n < 10000 else f"{n:,}".replace(",", "\u00a0")


def article(n):
    return "an" if str(n)[0] == "8" or n in (11, 18) else "a"


def is_prime(n):
    return n > 1 and all(n % d for d in range(2, math.isqrt(n) + 1))


# ---------------------------------------------------------------- arithmetic

for a, b, c, d, e in [(84, 3, 4, 7, 19), (360, 5, 7, 6, 58), (522, 9, 9, 4, 133)]:
    assert a % (b + c) == 0
    add("order of operations", f"Compute {a} ÷ ({b} + {c}) × {d} − {e}.", F(a, b + c) * d - e)

for a, b, c in [((3, 4), (5, 6), (7, 9)), ((11, 12), (2, 15), (3, 7)), ((7, 8), (4, 9), (1, 6))]:
    add("fractions", f"Compute {a[0]}/{a[1]} + {b[0]}/{b[1]} − {c[0]}/{c[1]}. "
        "Give the answer as a decimal rounded to 3 decimal places.", F(*a) + F(*b) - F(*c), 3)

for price, up, down in [(240, 25, 20), (80, 15, 15), (1250, 8, 30), (60, 40, 35)]:
    add("percentages", f"A shop raises a price of {group(price)} bolívares by {up} % and a month later lowers the new "
        f"price by {down} %. What is the final price, in bolívares?", F(price) * (100 + up) * (100 - down) / 10000)

for data in [(12, 7, 3, 22, 15, 9), (104, 98, 131, 77, 120, 88, 93), (5, 18, 2, 44, 31, 29, 17, 8)]:
    s = sorted(data)
    m = len(s)
    median = F(s[(m - 1) // 2] + s[m // 2], 2)
    add("mean and median", f"For the list {', '.join(map(str, data))}: subtract the median from the arithmetic mean. "
        "Round to 2 decimal places.", F(sum(data), m) - median, 2)

for v1, v2 in [(60, 90), (12, 18), (40, 120)]:
    add("average speed", f"A bus goes from one town to another at {v1} km/h and comes back along the same road at "
        f"{v2} km/h. What is its average speed for the whole trip, in km/h?", same(F(2 * v1 * v2, v1 + v2), F(2) / (F(1, v1) + F(1, v2))))

# ------------------------------------------------------------------- algebra

for a, b, c, d in [(5, 17, 2, 44), (9, -13, 4, 52), (7, 6, -3, -64), (12, -5, 8, 29)]:
    x = F(d - b, a - c)
    assert a * x + b == c * x + d
    add("linear equation", f"Solve for x: {term(a, 'x', True)}{term(b, '')} = {term(c, 'x', True)}{term(d, '')}. "
        "Give x as an exact number.", x)

for x, y, (a, b), (c, d) in [(7, -3, (2, 5), (3, -4)), (11, 6, (4, -7), (5, 2)), (-5, 13, (6, 3), (1, 9))]:
    e, f = a * x + b * y, c * x + d * y
    det = a * d - b * c
    assert (F(e * d - b * f, det), F(a * f - e * c, det)) == (x, y)
    add("system of equations", f"If {term(a, 'x', True)}{term(b, 'y')} = {num(e)} and {term(c, 'x', True)}{term(d, 'y')} = {num(f)}, "
        "what is x · y?", x * y)

for r1, r2, k in [(9, -4, 1), (12, 7, 1), (-3, -15, 2), (8, -11, 3)]:
    b, c = -k * (r1 + r2), k * r1 * r2
    roots = [x for x in range(-200, 201) if k * x * x + b * x + c == 0]
    assert sorted(roots) == sorted([r1, r2])
    add("quadratic", f"What is the larger root of {term(k, 'x²', True)}{term(b, 'x')}{term(c, '')} = 0?", max(roots))

for s, p in [(7, 5), (9, 4), (-6, 2)]:
    # a and b are the roots of x^2 - s x + p
    disc = s * s - 4 * p
    a, b = (s + math.sqrt(disc)) / 2, (s - math.sqrt(disc)) / 2
    v = s ** 3 - 3 * s * p
    same(float(v), a ** 3 + b ** 3)
    add("Vieta", f"The numbers a and b satisfy a + b = {num(s)} and a · b = {p}. What is a³ + b³?", v)

for base, e1, base2, e2 in [(2, 10, 4, 3), (3, 7, 9, 2), (5, 6, 25, 2), (2, 15, 8, 4)]:
    add("powers", f"Compute {base}{sup(e1)} ÷ {base2}{sup(e2)}.", same(F(base ** e1, base2 ** e2), F(base) ** (e1 - e2 * round(math.log(base2, base)))))

for b, n, m in [(2, 32, 128), (3, 81, 243), (6, 36, 216)]:
    e1 = next(i for i in range(40) if b ** i == n)
    e2 = next(i for i in range(40) if b ** i == m)
    add("logarithms", f"What is log base {b} of ({n} · {m})?", same(e1 + e2, next(i for i in range(60) if b ** i == n * m)))

for a1, d, n in [(7, 4, 40), (100, -3, 25), (13, 11, 60)]:
    add("arithmetic series", f"An arithmetic sequence starts {a1}, {a1 + d}, {a1 + 2 * d}, … What is the sum of its first {n} terms?",
        same(n * (2 * a1 + (n - 1) * d) // 2, sum(a1 + i * d for i in range(n))))

for a, p, q in [(54, 1, 3), (40, 3, 4), (96, -1, 2)]:
    r = F(p, q)
    t = [a * r ** i for i in range(4)]
    add("geometric series", "What is the sum of the infinite geometric series "
        + " + ".join(num(x) if x.denominator == 1 else f"{num(x.numerator)}/{x.denominator}" for x in t).replace("+ −", "− ") + (" + …" if r > 0 else " + …")
        + "?", F(a) / (1 - r))

for n in [30, 47, 99]:
    add("sum of squares", f"What is 1² + 2² + 3² + … + {n}²?", same(n * (n + 1) * (2 * n + 1) // 6, sum(i * i for i in range(n + 1))))

for a, b, p, q, n in [(1, 3, 1, 1, 15), (2, 5, 2, -1, 20), (1, 1, 1, 2, 12)]:
    s = [a, b]
    while len(s) < n:
        s.append(p * s[-1] + q * s[-2])
    rule = f"{term(p, 'aₙ₋₁', True)}{term(q, 'aₙ₋₂')}"
    add("recurrence", f"A sequence has a₁ = {a}, a₂ = {b} and aₙ = {rule} for n ≥ 3. What is a{str(n).translate(str.maketrans('0123456789', '₀₁₂₃₄₅₆₇₈₉'))}?", s[n - 1])

for rows in [((2, 1, 3), (0, 4, 5), (1, 6, 2)), ((3, -2, 1), (4, 0, 5), (-1, 2, 6)), ((7, 2, 0), (1, 5, 3), (4, -1, 2))]:
    (a, b, c), (d, e, f), (g, h, i) = rows
    leibniz = 0
    for p in permutations(range(3)):
        inv = sum(p[x] > p[y] for x in range(3) for y in range(x + 1, 3))
        leibniz += (-1) ** inv * rows[0][p[0]] * rows[1][p[1]] * rows[2][p[2]]
    text = ", ".join("(" + ", ".join(num(v) for v in r) + ")" for r in rows)
    add("determinant", f"What is the determinant of the 3 × 3 matrix whose rows are {text}?",
        same(a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g), leibniz))

# ------------------------------------------------------------- number theory

for a, b in [(252, 198), (1071, 462), (2310, 1365), (7514, 3094)]:
    add("greatest common divisor", f"What is the greatest common divisor of {a} and {b}?",
        same(math.gcd(a, b), max(d for d in range(1, b + 1) if a % d == 0 and b % d == 0)))

for t in [(12, 18, 40), (14, 35, 24), (16, 45, 50)]:
    v = 1
    for x in t:
        v = v * x // math.gcd(v, x)
    add("least common multiple", f"Three lighthouses flash every {t[0]}, {t[1]} and {t[2]} seconds. They have just flashed "
        "together. After how many seconds will they flash together again?",
        same(v, next(n for n in range(1, v + 1) if all(n % x == 0 for x in t))))

for b, e in [(2, 50), (3, 40), (7, 25)]:
    add("digit sum", f"What is the sum of the decimal digits of {b}{sup(e)}?", sum(map(int, str(b ** e))))

for b, e, m in [(7, 222, 100), (3, 1000, 100), (2, 999, 1000), (13, 77, 17)]:
    r = 1
    for _ in range(e):
        r = r * b % m
    add("modular power", f"What is the remainder when {b}{sup(e)} is divided by {group(m)}?", same(pow(b, e, m), r))

for n in [360, 2024, 5040, 10000]:
    c, m = 1, n
    for p in range(2, n + 1):
        k = 0
        while m % p == 0:
            m //= p
            k += 1
        c *= k + 1
    add("number of divisors", f"How many positive divisors does {group(n)} have, counting 1 and itself?",
        same(c, sum(n % d == 0 for d in range(1, n + 1))))

for n in [100, 365, 1000]:
    s = str(math.factorial(n))
    add("trailing zeros", f"How many zeros stand at the end of the decimal form of {group(n)}! (factorial)?",
        same(len(s) - len(s.rstrip("0")), sum(n // 5 ** k for k in range(1, 6))))

for a, m in [(7, 40), (17, 101), (23, 60)]:
    add("modular inverse", f"What is the smallest positive integer x such that {a}x leaves remainder 1 when divided by {m}?",
        same(pow(a, -1, m), next(x for x in range(1, m) if a * x % m == 1)))

for rs in [((3, 2), (5, 3), (7, 2)), ((4, 1), (9, 5), (11, 7)), ((5, 4), (8, 3), (13, 6))]:
    big = math.prod(m for m, _ in rs)
    x = sum(r * (big // m) * pow(big // m, -1, m) for m, r in rs) % big
    text = ", ".join(f"remainder {r} when divided by {m}" for m, r in rs[:2]) + f" and remainder {rs[2][1]} when divided by {rs[2][0]}"
    add("Chinese remainders", f"What is the smallest positive integer that leaves {text}?",
        same(x, next(n for n in range(1, big + 1) if all(n % m == r for m, r in rs))))

for a, b in [(100, 200), (1, 150), (900, 1000)]:
    sieve = [True] * (b + 1)
    sieve[0:2] = [False, False]
    for i in range(2, b + 1):
        for j in range(i * i, b + 1, i):
            sieve[j] = False
    add("counting primes", f"How many prime numbers are there between {a} and {group(b)}?",
        same(sum(map(is_prime, range(a, b + 1))), sum(sieve[a:b + 1])))

for n in [72, 100, 1001]:
    phi, m = n, n
    for p in range(2, n + 1):
        if m % p == 0:
            phi -= phi // p
            while m % p == 0:
                m //= p
    add("coprime integers", f"How many integers from 1 to {group(n)} have no common factor greater than 1 with {group(n)}?",
        same(phi, sum(math.gcd(i, n) == 1 for i in range(1, n + 1))))

for text, base in [("110101101", 2), ("2F7", 16), ("4132", 5), ("7052", 8)]:
    v = 0
    for ch in text:
        v = v * base + int(ch, 36)
    add("number bases", f"The number {text} is written in base {base}. What is it in base 10?", same(v, int(text, base)))

for n, a, b in [(500, 6, 10), (1000, 4, 7), (2000, 9, 15)]:
    l = a * b // math.gcd(a, b)
    add("inclusion and exclusion", f"How many integers from 1 to {group(n)} are divisible by {a} or by {b}, but not by both?",
        same(n // a + n // b - 2 * (n // l), sum((i % a == 0) != (i % b == 0) for i in range(1, n + 1))))

for p, q, k in [(1, 7, 100), (3, 13, 50), (5, 17, 200)]:
    add("repeating decimals", f"What is the {k}th digit after the decimal point of {p}/{q}?",
        same(p * 10 ** k // q % 10, int(str(10 ** (k + 3) * p // q).zfill(k + 3)[k - 1])))

# ------------------------------------------------------------- combinatorics

for word in ["CARACAS", "ORINOCO", "BANANA", "MARACAIBO"]:
    v = math.factorial(len(word))
    for ch in set(word):
        v //= math.factorial(word.count(ch))
    if len(word) <= 7:
        same(v, len(set(permutations(word))))
    add("arrangements of letters", f"In how many different ways can all the letters of the word {word} be arranged in a row?", v)

for w, m, k, least in [(7, 5, 4, 2), (6, 8, 5, 3), (9, 4, 3, 1)]:
    people = [1] * w + [0] * m
    add("committees", f"A committee of {k} is chosen from {w} women and {m} men and must include at least {least} "
        f"{'woman' if least == 1 else 'women'}. How many committees are possible?",
        same(sum(math.comb(w, i) * math.comb(m, k - i) for i in range(least, k + 1)),
             sum(sum(c) >= least for c in combinations(people, k))))

for n in [6, 7, 8]:
    brute = sum(abs(p.index(0) - p.index(1)) != 1 for p in permutations(range(n)))
    add("seats in a row", f"In how many ways can {n} people sit in a row of {n} chairs if Ana and Luis refuse to sit next to each other?",
        same(math.factorial(n) - 2 * math.factorial(n - 1), brute))

for w, h, x, y in [(5, 4, 2, 2), (6, 6, 3, 3), (7, 4, 3, 1)]:
    grid = [[0] * (h + 1) for _ in range(w + 1)]
    for i in range(w + 1):
        for j in range(h + 1):
            if (i, j) == (0, 0):
                grid[i][j] = 1
            elif (i, j) != (x, y):
                grid[i][j] = (grid[i - 1][j] if i else 0) + (grid[i][j - 1] if j else 0)
    add("grid paths", f"A robot walks on a grid from (0, 0) to ({w}, {h}), each step one unit right or one unit up. "
        f"How many routes do not pass through ({x}, {y})?",
        same(math.comb(w + h, w) - math.comb(x + y, x) * math.comb(w - x + h - y, w - x), grid[w][h]))

for d, cond in [(3, "odd"), (4, "even"), (4, "odd")]:
    want = 1 if cond == "odd" else 0
    brute = sum(n % 2 == want and len(set(str(n))) == d for n in range(10 ** (d - 1), 10 ** d))
    add("different digits", f"How many {d}-digit {cond} numbers have all their digits different? (The first digit is not 0.)", brute)

for k, n in [(3, 12), (4, 10), (3, 25)]:
    names = ["x", "y", "z", "w"][:k]
    brute = sum(sum(t) == n for t in product(range(n + 1), repeat=k)) if (n + 1) ** k < 20000 else math.comb(n + k - 1, k - 1)
    add("stars and bars", f"How many solutions in non-negative integers does the equation {' + '.join(names)} = {n} have?",
        same(math.comb(n + k - 1, k - 1), brute))

for n in [5, 6, 8]:
    v = round(math.factorial(n) * sum((-1) ** i / math.factorial(i) for i in range(n + 1)))
    add("derangements", f"{n} friends put one gift each in a bag and then draw one gift each. In how many ways can the gifts "
        "be drawn so that nobody gets back their own?", same(v, sum(all(p[i] != i for i in range(n)) for p in permutations(range(n)))))

for n in [8, 10, 13]:
    a, b = 1, 1
    for _ in range(n - 1):
        a, b = b, a + b
    add("domino tilings", f"In how many ways can a 2 × {n} board be covered exactly with dominoes of size 2 × 1?",
        same(b, sum(math.comb(n - k, k) for k in range(n // 2 + 1))))

for n in [8, 10]:
    brute = sum(all(b - a > 1 for a, b in zip(c, c[1:])) for k in range(n + 1) for c in combinations(range(n), k))
    a, b = 1, 2
    for _ in range(n - 1):
        a, b = b, a + b
    add("sparse subsets", f"How many subsets of {{1, 2, …, {n}}}, counting the empty one, contain no two consecutive numbers?", same(b, brute))

for total, coins in [(100, (10, 20, 50)), (50, (1, 5, 10, 25)), (200, (20, 50, 100))]:
    ways = [1] + [0] * total
    for c in coins:
        for s in range(c, total + 1):
            ways[s] += ways[s - c]

    def count(rest, kinds):
        if len(kinds) == 1:
            return rest % kinds[0] == 0
        return sum(count(rest - i * kinds[0], kinds[1:]) for i in range(rest // kinds[0] + 1))

    add("making change", f"In how many ways can you pay exactly {total} with coins of {', '.join(map(str, coins[:-1]))} and {coins[-1]} "
        "(any number of each)?", same(ways[total], count(total, coins)))

for n in [14, 23]:
    add("handshakes", f"At a meeting {n} people all shake hands once with everybody else, except that the two founders do not "
        "shake hands with each other. How many handshakes are there?",
        same(math.comb(n, 2) - 1, sum(1 for c in combinations(range(n), 2) if c != (0, 1))))

# --------------------------------------------------------------- probability

R4 = "Give the answer as a decimal rounded to 4 decimal places."

for s, k in [(9, 2), (12, 3), (15, 3), (14, 4)]:
    hits = sum(sum(t) == s for t in product(range(1, 7), repeat=k))
    add("dice", f"{['', '', 'Two', 'Three', 'Four'][k]} fair six-sided dice are thrown. What is the probability that the sum is {s}? {R4}", F(hits, 6 ** k), 4)

for r, b, k in [(5, 7, 2), (4, 6, 3), (8, 5, 3)]:
    balls = [1] * r + [0] * b
    brute = F(sum(sum(c) == k for c in combinations(balls, k)), math.comb(r + b, k))
    add("drawing balls", f"A bag holds {r} red and {b} blue balls. {'Two' if k == 2 else 'Three'} balls are drawn without putting them back. "
        f"What is the probability that all of them are red? {R4}", same(F(math.comb(r, k), math.comb(r + b, k)), brute), 4)

for n, k in [(7, 5), (8, 6), (10, 7)]:
    add("coin flips", f"A fair coin is flipped {n} times. What is the probability of at least {k} heads? {R4}",
        same(F(sum(math.comb(n, i) for i in range(k, n + 1)), 2 ** n), F(sum(sum(t) >= k for t in product((0, 1), repeat=n)), 2 ** n)), 4)

for n in [5, 23, 30]:
    v = F(1)
    for i in range(n):
        v *= F(365 - i, 365)
    add("birthdays", f"In a group of {n} people, with 365 equally likely birthdays, what is the probability that at least two share a birthday? {R4}", 1 - v, 4)

for prev, sens, spec in [(2, 95, 90), (1, 99, 98), (10, 80, 85)]:
    p = F(prev, 100)
    hit, false = p * sens / 100, (1 - p) * (100 - spec) / 100
    add("Bayes", f"An illness affects {prev} % of a population. A test is positive for {sens} % of the ill and for {100 - spec} % of the healthy. "
        f"A person picked at random tests positive. What is the probability that this person is ill? {R4}", hit / (hit + false), 4)

for n, places in [(4, 2), (6, 1)]:
    v = sum(F(n, i) for i in range(1, n + 1))
    # the same through the states "k kinds seen": e[k] = 1 + k/n e[k] + (n-k)/n e[k+1]
    e = F(0)
    for k in range(n - 1, -1, -1):
        e = (1 + F(n - k, n) * e) / (1 - F(k, n))
    thing = "a fair six-sided die" if n == 6 else "a fair four-sided die"
    add("expected waiting", f"On average, how many throws of {thing} are needed until every face has appeared at least once? "
        f"Round to {places} decimal place{'s' if places > 1 else ''}.", same(v, e), places)

# ------------------------------------------------------------------ geometry

for a, b in [(20, 21), (28, 45), (33, 56)]:
    add("right triangle", f"The legs of a right triangle measure {a} cm and {b} cm. What is its perimeter in centimetres?",
        a + b + same(math.isqrt(a * a + b * b), int(math.hypot(a, b))))

for a, b, c in [(13, 14, 16), (9, 10, 15), (7, 8, 9)]:
    s = F(a + b + c, 2)
    sq = s * (s - a) * (s - b) * (s - c)
    x = (a * a + c * c - b * b) / (2 * a)
    area = same(math.sqrt(sq), a * math.sqrt(c * c - x * x) / 2)
    add("Heron", f"A triangle has sides of {a}, {b} and {c} m. What is its area in square metres? Round to 2 decimal places.", area, 2)

for r, deg in [(6, 75), (10, 144), (4.5, 200)]:
    add("circle sector", f"A circle has radius {r} cm. What is the area of a sector with an angle of {deg}°, in cm²? Round to 2 decimal places.",
        math.pi * r * r * deg / 360, 2)

for r, h in [(3, 10), (5, 12), (2.5, 7)]:
    add("cone and cylinder", f"A cylinder of radius {r} cm and height {h} cm is full of water. A solid cone with the same base and height is pushed in "
        "and the overflow runs out. How many cm³ of water remain? Round to 1 decimal place.",
        same(math.pi * r * r * h * 2 / 3, math.pi * r * r * h - math.pi * r * r * h / 3), 1)

for n in [9, 15, 24]:
    add("diagonals", f"How many diagonals does a convex polygon with {n} sides have?",
        same(n * (n - 3) // 2, sum(1 for i, j in combinations(range(n), 2) if (j - i) not in (1, n - 1))))

for n in [5, 12, 18, 40]:
    add("interior angle", f"What is the size, in degrees, of each interior angle of a regular polygon with {n} sides?", same(F(180 * (n - 2), n), 180 - F(360, n)))

for pts in [((0, 0), (7, 1), (8, 6), (2, 9)), ((1, 2), (6, 0), (9, 5), (4, 8), (0, 6)), ((-3, -1), (5, -2), (4, 4), (-2, 5))]:
    n = len(pts)
    shoe = F(abs(sum(pts[i][0] * pts[(i + 1) % n][1] - pts[(i + 1) % n][0] * pts[i][1] for i in range(n))), 2)
    fan = F(0)
    for i in range(1, n - 1):
        (x0, y0), (x1, y1), (x2, y2) = pts[0], pts[i], pts[i + 1]
        fan += F((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0), 2)
    text = ", ".join(f"({num(x)}, {num(y)})" for x, y in pts)
    add("polygon area", f"What is the area of the polygon with vertices {text}, joined in this order?", same(shoe, abs(fan)))

for p, q in [((1, 2, 3), (5, 6, 14)), ((-2, 0, 5), (6, 4, 7)), ((3, -1, 2), (-1, 2, 8))]:
    v = math.dist(p, q)
    add("distance in space", f"What is the distance between the points ({', '.join(map(num, p))}) and ({', '.join(map(num, q))})? Round to 2 decimal places.",
        same(v, math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))), 2)

for h, m in [(3, 40), (7, 24), (10, 8), (1, 50)]:
    diff = abs(F(h % 12 * 60 + m, 2) - 6 * m)
    add("clock hands", f"What is the smaller angle, in degrees, between the hour hand and the minute hand at {h}:{m:02d}?", min(diff, 360 - diff))

for d, c in [(5, 8), (13, 24), (10, 12)]:
    half = F(c, 2)
    assert half < d
    dist2 = d * d - half * half
    add("chord", f"A chord {c} cm long is drawn in a circle of radius {d} cm. How far is the chord from the centre, in centimetres?",
        same(F(math.isqrt(int(dist2))), F(int(round(math.sqrt(dist2))))))
    assert math.isqrt(int(dist2)) ** 2 == dist2

# ------------------------------------------------------------------ calculus

for coef, x in [((2, -3, 0, 5), 4), ((1, 0, -7, 2), -3), ((-1, 6, 4, 1), 2)]:
    a, b, c, d = coef
    h = F(1, 10 ** 6)
    f = lambda t: ((a * t + b) * t + c) * t + d
    v = 3 * a * x * x + 2 * b * x + c
    assert abs((f(x + h) - f(x - h)) / (2 * h) - v) < F(1, 10 ** 6)
    add("derivative", f"Let f(x) = {term(a, 'x³', True)}{term(b, 'x²')}{term(c, 'x')}{term(d, '')}. What is f′({num(x)})?", v)

for (a, b, c), lo, hi in [((3, -4, 2), 0, 5), ((6, 2, -1), -1, 3), ((-3, 12, 0), 0, 4)]:
    prim = lambda t: F(a, 3) * t ** 3 + F(b, 2) * t ** 2 + c * t
    f = lambda t: a * t * t + b * t + c
    simpson = F(hi - lo, 6) * (f(lo) + 4 * f(F(lo + hi, 2)) + f(hi))
    add("integral", f"Compute the definite integral of {term(a, 'x²', True)}{term(b, 'x')}{term(c, '')} from x = {num(lo)} to x = {num(hi)}.",
        same(prim(hi) - prim(lo), simpson))

for fence in [80, 140, 220]:
    brute = max(F(w, 4) * (fence - 2 * F(w, 4)) for w in range(2 * fence + 1))
    add("largest area", f"With {fence} m of fence a farmer closes three sides of a rectangular field; the fourth side is a straight river. "
        "What is the largest possible area, in m²?", same(F(fence * fence, 8), brute))

# ------------------------------------------------------------- word problems

for a, b in [(6, 3), (12, 20), (10, 15), (14, 35)]:
    add("working together", f"One tap fills a tank in {a} hours and another fills it in {b} hours. Both are opened together. "
        "How many hours does it take to fill the empty tank?", same(F(a * b, a + b), 1 / (F(1, a) + F(1, b))))

for dist, v1, v2, lead in [(440, 80, 70, 0), (530, 90, 70, 2), (390, 60, 75, 1)]:
    rest = F(dist - v1 * lead, v1 + v2)
    late = f" The second leaves {lead} hour{'s' if lead > 1 else ''} after the first." if lead else " They leave at the same time."
    where = v1 * (lead + rest)
    assert where + v2 * rest == dist
    add("meeting trains", f"Two towns are {dist} km apart. A train leaves the first town at {v1} km/h and another leaves the second town toward it "
        f"at {v2} km/h.{late} How far from the first town do they meet, in kilometres? Round to 1 decimal place.", where, 1)

for p1, p2, litres, goal in [(10, 40, 30, 20), (5, 25, 40, 18), (12, 60, 24, 30)]:
    x = F(litres * (goal - p1), p2 - p1)
    assert p1 * (litres - x) + p2 * x == goal * litres
    add("mixtures", f"How many litres of {article(p2)} {p2} % salt solution must be mixed with {article(p1)} {p1} % solution to obtain {litres} litres of {article(goal)} {goal} % solution?", x)

for son, k, years, k2 in [(12, 4, 12, None), (9, 5, 7, None), (8, 4, 16, None)]:
    father = son * k
    ratio = F(father + years, son + years)
    found = [s for s in range(1, 60) if F(k * s + years, s + years) == ratio]
    assert found == [son]
    add("ages", f"Today a mother is {k} times as old as her son. In {years} years she will be {as_text(ratio)} times as old as he will be. "
        "How old is the son today, in years?", found[0])

for cap, rate, years in [(1500, 6, 5), (20000, 4, 10), (800, 12, 3)]:
    v = F(cap) * F(100 + rate, 100) ** years
    step = F(cap)
    for _ in range(years):
        step += step * rate / 100
    add("compound interest", f"{group(cap)} pesos are saved at {rate} % compound interest a year. How many pesos are there after {years} years? "
        "Round to 2 decimal places.", same(v, step), 2)

for heads, legs in [(35, 94), (50, 140), (82, 226)]:
    found = [r for r in range(heads + 1) if 4 * r + 2 * (heads - r) == legs]
    assert len(found) == 1
    add("heads and legs", f"A farmyard with hens and rabbits has {heads} heads and {legs} legs. How many rabbits are there?", found[0])

for n, up, down in [(30, 3, 2), (50, 7, 4), (100, 9, 5)]:
    pos = day = 0
    while True:
        day += 1
        pos += up
        if pos >= n:
            break
        pos -= down
    add("climbing snail", f"A snail climbs a {n} m wall. Each day it climbs {up} m and each night it slips back {down} m. On which day does it reach the top?",
        same(day, math.ceil(F(n - up, up - down)) + 1))

# -------------------------------------------------------------------- harder

for n in [100, 1000]:
    brute = sum(1 for a in range(1, n) for b in range(a, n) if a + b < n and (c2 := a * a + b * b) and (c := math.isqrt(c2)) ** 2 == c2 and a + b + c <= n) if n <= 100 else None
    gen = 0
    for m in range(2, 60):
        for k in range(1, m):
            if (m - k) % 2 and math.gcd(m, k) == 1:
                gen += n // (2 * m * (m + k))
    if brute is not None:
        same(brute, gen)
    add("harder: Pythagorean triangles", f"How many different right triangles (up to congruence) have sides of integer length and a perimeter of at most {group(n)}?", gen)

for n in [4, 5, 6]:
    v = math.comb(2 * n, n) // (n + 1)
    good = 0
    for t in product((1, -1), repeat=2 * n):
        s = 0
        for x in t:
            s += x
            if s < 0:
                break
        else:
            good += s == 0
    add("harder: brackets", f"In how many ways can {n} opening and {n} closing brackets be written in a row so that they are correctly matched?", same(v, good))

for n, k in [(41, 3), (50, 2), (30, 4)]:
    ring, at = list(range(1, n + 1)), 0
    while len(ring) > 1:
        at = (at + k - 1) % len(ring)
        ring.pop(at)
    j = 0
    for i in range(2, n + 1):
        j = (j + k) % i
    ordinal = {2: "second", 3: "third", 4: "fourth"}[k]
    add("harder: circle game", f"{n} people numbered 1 to {n} stand in a circle. Counting from person 1, every {ordinal} person still standing leaves "
        f"(the first to leave is number {k}), until one is left. What is that person's number?", same(ring[0], j + 1))

for n in [6, 8]:
    def queens(row, cols, d1, d2):
        if row == n:
            return 1
        return sum(queens(row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c}) for c in range(n)
                   if c not in cols and row + c not in d1 and row - c not in d2)
    brute = sum(len({i + c for i, c in enumerate(p)}) == n == len({i - c for i, c in enumerate(p)}) for p in permutations(range(n)))
    add("harder: queens", f"In how many ways can {n} queens be placed on {article(n)} {n} × {n} chessboard so that no queen attacks another? "
        "(Reflections and rotations count as different.)", same(queens(0, frozenset(), frozenset(), frozenset()), brute))

for n in [10, 20]:
    ways = [1] + [0] * n
    for part in range(1, n + 1):
        for s in range(part, n + 1):
            ways[s] += ways[s - part]

    def parts(rest, biggest):
        return 1 if rest == 0 else sum(parts(rest - p, p) for p in range(1, min(rest, biggest) + 1))

    add("harder: partitions", f"In how many ways can {n} be written as a sum of positive integers, if the order of the terms does not matter? "
        f"(The single term {n} counts as one way.)", same(ways[n], parts(n, n)))

for n, k in [(5, 3), (6, 3), (7, 2)]:
    v = sum((-1) ** i * math.comb(k, i) * (k - i) ** n for i in range(k + 1))
    add("harder: filling boxes", f"In how many ways can {n} different books be put on {k} different shelves so that no shelf is empty? "
        "(The order on a shelf does not matter.)", same(v, sum(len(set(t)) == k for t in product(range(k), repeat=n))))

for lo, hi in [((1, 2), 10), ((1, 3), 8)]:
    p = F(*lo)
    n = hi
    # expected number of throws until two heads in a row, p = chance of heads
    v = (1 + p) / (p * p)
    # states: nothing, one head
    # e0 = 1 + p e1 + (1-p) e0 ; e1 = 1 + (1-p) e0
    e0 = (1 + p) / (1 - (1 - p) - p * (1 - p))
    coin = "a fair coin" if p == F(1, 2) else "a coin that shows heads one time in three"
    add("harder: two in a row", f"On average, how many flips of {coin} are needed until heads has come up twice in a row?", same(v, e0))


# --------------------------------------------------------------------- output

def mixed(items):
    """A fixed shuffle that does not depend on the Python version."""
    items, state = list(items), 20240607
    for i in range(len(items) - 1, 0, -1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        j = (state >> 33) % (i + 1)
        items[i], items[j] = items[j], items[i]
    return items


def main():
    rows = mixed(PROBLEMS)
    texts = [p for _, p, _ in rows]
    kinds = {k for k, _, _ in rows}
    assert len(set(texts)) == len(texts), "a problem appears twice"
    assert len(rows) >= 120 and len(kinds) >= 25
    for _, _, answer in rows:
        Decimal(answer)
    if "--answers" in sys.argv[1:]:
        for n, (kind, problem, answer) in enumerate(rows, 1):
            print(f"math-{n:04d}\t{answer}\t{kind}\t{problem}")
        return
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "math.csv"), "w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["external_id", "problem", "gold"])
        for n, (_, problem, answer) in enumerate(rows, 1):
            out.writerow([f"math-{n:04d}", problem, answer if n % GOLD_EVERY == 0 else ""])
    print(f"{len(rows)} problems of {len(kinds)} kinds, {len(rows) // GOLD_EVERY} with gold")


if __name__ == "__main__":
    main()
