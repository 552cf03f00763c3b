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

/// Runs them.
pub(super) fn up(interpreter: &Interpreter, programs: &[&[Program]]) {
    for (source, status) in programs.iter().copied().flatten() {
        let job = Job {
            id: String::new(),
            source: String::from(*source),
            file: String::from("main.py"),
            inputs: Vec::new(),
            files: Vec::new(),
            limits: Limits::default(),
            policy: Arc::new(Policy { clock: Clock::FIXED, seed: Seed::Number(0), ..Policy::default() }),
            warnings: Vec::new(),
            session: false,
            tools: Arc::default(),
        };
        let (outcome, _) = execute::execute(interpreter, &Arc::new(job), Arc::default());
        if outcome.status != *status {
            imports::panic(&format!("warming up with {source:?}: {outcome:?}"));
        }
    }
}
