//! Runs before the snapshot what most runs do, so that what is made on first use is made.

use std::sync::Arc;

use rustpython_vm::vm::Interpreter;

use super::imports;
use crate::job::Job;
use crate::limits::Limits;
use crate::native::execute;
use crate::outcome::Status;
use crate::policy::{Clock, Policy, Seed};

/// A program that leaves nothing which a run could find, and how it ends.
type Program = (&'static str, Status);

/// Programs that are run once, since they leave garbage.
pub(super) const FIRST: &[Program] = &[
    (
        "def f(x):
    return 1 / x
f(0)",
        Status::Error,
    ),
    (
        "class Base:
    def __init__(self, x): self.x = x
    @property
    def twice(self): return 2 * self.x
class Part(Base):
    def __add__(self, other): return Part(self.x + other.x)
    def __repr__(self): return f'Part({self.x})'
for i in range(20):
    str(Part(1) + Part(2)), Part(3).twice
    try:
        raise ValueError(i)
    except ValueError as error:
        str(error)",
        Status::Ok,
    ),
    (
        "from dataclasses import dataclass, field
for i in range(20):
    @dataclass
    class Point:
        x: int
        y: float = 1.5
        z: list = field(default_factory=list)
    Point(1, 2) == Point(x=1, y=2)
    repr(Point(3))
import inspect
inspect._shadowed_dict_from_weakref_mro_tuple.cache_clear()",
        Status::Ok,
    ),
];

/// Programs that leave no garbage either: what most runs do.
pub(super) const AGAIN: &[Program] = &[
    ("2+2", Status::Ok),
    (
        "def f(x): return x * 2.5
print([f'{f(x):.2f}' for x in range(2)])
(1, 'a', {'b': 2.5})",
        Status::Ok,
    ),
    (
        "words = 'to be or not to be'.split()
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
sorted(counts.items(), key=lambda item: -item[1]), sum(counts.values()), ', '.join(words).upper().replace('TO', 'two')
max(words, key=len), min(1, 2.5), round(2.675, 2), [x ** 2 for x in range(5) if x % 2], list(zip(words, enumerate(words)))",
        Status::Ok,
    ),
    (
        "import json
for i in range(20):
    json.loads(json.dumps({'a': [1, 2.5, None, True], 'b': 'c'}))",
        Status::Ok,
    ),
    (
        "import math, statistics
for i in range(20):
    statistics.mean([1, 2, 3.5]), statistics.median([3, 1, 2]), math.sqrt(2), math.floor(2.5)",
        Status::Ok,
    ),
    (
        "from decimal import Decimal
for i in range(20):
    str(Decimal('1.1') + Decimal('2.2') * 2)",
        Status::Ok,
    ),
    (
        "from datetime import date, datetime, timedelta
for i in range(20):
    str(date(2026, 1, 31) + timedelta(days=30))
    datetime(2026, 1, 31, 12).isoformat()",
        Status::Ok,
    ),
    (
        "from collections import Counter, defaultdict
for i in range(20):
    Counter('mississippi')['s']
    defaultdict(list)['a'].append(1)",
        Status::Ok,
    ),
    (
        "import re
for i in range(20):
    re.findall(r'([0-9]+)-(\\w*)', 'a1-b22-c333')
    re.sub('[a-c]', 'x', 'abc')
    re.purge()",
        Status::Ok,
    ),
];

/// Further programs that show which of the guest's functions runs call, whatever they leave.
const FURTHER: &[Program] = &[
    (
        "def primes(n):
    for i in range(2, n):
        if all(i % j for j in range(2, int(i ** 0.5) + 1)):
            yield i
print(list(primes(50)), f'{3.14159:.3f} {255:x} {1234567:,}')
{'a': {1, 2}, 'b': (1, 2)}, 'a,b'.split(','), [1, 2, 3][::-1], 'x' in 'text'",
        Status::Ok,
    ),
    (
        "prices = {'tea': 2.5}
def cost(name, count=1):
    return prices[name] * count
print(cost('tea', 3))
cost('milk')",
        Status::Error,
    ),
    ("total = 0\nfor i in range(10)\n    total += i", Status::Error),
    (
        "import csv, io
rows = list(csv.DictReader(io.StringIO('name,price\\ntea,2.5\\ncake,4\\n')))
with open('names.txt', 'w') as file:
    file.write('\\n'.join(row['name'] for row in rows))
sum(float(row['price']) for row in rows), open('names.txt').read().splitlines()",
        Status::Ok,
    ),
    (
        "import functools, itertools, random
@functools.lru_cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def shape(x):
    match x:
        case {'kind': 'circle', 'r': r}: return 3 * r * r
        case [a, b, *rest]: return a + b + len(rest)
        case _: return None
random.seed(1)
[shape({'kind': 'circle', 'r': 2}), shape([1, 2, 3]), fib(30), (y := 5) + y, random.randint(1, 6), random.random()]
list(itertools.combinations(range(4), 2)), functools.reduce(lambda a, b: a * b, [1, 2, 3])",
        Status::Ok,
    ),
    (
        "import math
from fractions import Fraction
sum(Fraction(1, n) for n in range(1, 8)), math.comb(10, 3), math.log(2), pow(3, 100, 7), 2 ** 200, divmod(17, 5), 7 // 2",
        Status::Ok,
    ),
    (
        "from datetime import datetime
when = datetime.strptime('2026-01-31 12:30', '%Y-%m-%d %H:%M')
when.strftime('%A %d %B'), when.weekday()",
        Status::Ok,
    ),
];

/// Runs them.
pub(super) fn up(interpreter: &Interpreter, programs: &[&[Program]]) {
    for (source, status) in programs.iter().copied().flatten() {
        let (outcome, _) = execute::execute(interpreter, &Arc::new(job_of(source)), Arc::default());
        if outcome.status != *status {
            imports::panic(&format!("warming up with {source:?}: {outcome:?}"));
        }
    }
}

/// The job of one of all programs, by its number, and how it ends.
pub(super) fn job(number: usize) -> Option<(Job, Status)> {
    let (source, status) = [AGAIN, FIRST, FURTHER].into_iter().flatten().nth(number)?;
    Some((job_of(source), *status))
}

fn job_of(source: &str) -> Job {
    Job {
        id: String::new(),
        source: String::from(source),
        file: String::from("main.py"),
        inputs: Vec::new(),
        files: Vec::new(),
        limits: Limits::default(),
        policy: Arc::new(Policy { clock: Clock::FIXED, seed: Seed::Number(0), ..Policy::default() }),
        warnings: Vec::new(),
        session: false,
        tools: Arc::default(),
    }
}
