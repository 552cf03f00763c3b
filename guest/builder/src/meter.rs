//! Puts a count of the work done into a module's functions.
//!
//! The count lies in a memory of its own, which no instruction of the module's names. It is taken down before the work: at
//! the start of a function, in each turn of a loop, and before longer stretches that only some calls or turns come by.
//! Where it is below zero at the start of a function or of a turn, the program ends by a trap. wasmtime's own count does the
//! same with more precision, and keeps a register for it and calls the host where it has run out: small runs took 1.3 times
//! as long with it.

use std::collections::BTreeSet;
use std::ops::Range;

use wasm_encoder::{BlockType, Encode as _, Instruction, MemArg, ValType};
use wasmparser::{FunctionBody, Operator};
use wasmtime::Result;

/// The memory with the count, behind the module's own.
pub const MEMORY: u32 = 1;

/// A stretch of at least so many instructions is counted where it begins, whatever it belongs to.
const LONG: u64 = 128;

/// Shorter ones are counted with the stretch before, even if they are not come by, up to so many instructions in all.
const SHORT: u64 = 48;

/// Functions of at most so many instructions that repeat nothing, with what they call, are counted where they are called.
const LEAF: u64 = 64;

/// Bytes that are copied or filled for the price of an instruction, as a power of two.
const BYTES: i64 = 4;

/// A function with the count in it.
pub struct Counted {
    pub body: Vec<u8>,
    /// Where the questions stand whether the count is below zero, from the start of the body.
    pub questions: Vec<u32>,
}

/// What the functions cost that are counted where they are called, in the order of their numbers: small ones that repeat
/// nothing, with what they call of the same kind. The first so many are not the module's own.
pub fn leaves(imported: u32, bodies: &[FunctionBody<'_>]) -> Result<Vec<Option<u64>>> {
    let mut leaves = vec![None; imported as usize + bodies.len()];
    let mut open = Vec::new();
    for (number, body) in (imported..).zip(bodies) {
        open.extend(Small::of(body)?.map(|small| (number, small)));
    }
    loop {
        let undecided: BTreeSet<u32> = open.iter().map(|(number, _)| *number).collect();
        let decided = |(_, small): &(u32, Small)| small.callees.iter().all(|callee| !undecided.contains(callee));
        let (ready, rest): (Vec<_>, Vec<_>) = open.into_iter().partition(decided);
        if ready.is_empty() {
            // What is left calls itself in the end: without a count it could do so for ever.
            return Ok(leaves);
        }
        for (number, Small { cost, callees }) in ready {
            let cost = cost + callees.iter().filter_map(|callee| leaves[*callee as usize]).sum::<u64>();
            leaves[number as usize] = (cost <= LEAF).then_some(cost);
        }
        open = rest;
    }
}

/// A function that may be counted where it is called.
struct Small {
    cost: u64,
    callees: Vec<u32>,
}

impl Small {
    fn of(body: &FunctionBody<'_>) -> Result<Option<Small>> {
        let mut small = Small { cost: 0, callees: Vec::new() };
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            match operator {
                Operator::Call { function_index } => small.callees.push(function_index),
                // What is called by way of a table may call it again.
                Operator::Loop { .. }
                | Operator::CallIndirect { .. }
                | Operator::MemoryCopy { .. }
                | Operator::MemoryFill { .. } => return Ok(None),
                _ => {}
            }
            small.cost += cost_of(&operator);
            if small.cost > LEAF {
                return Ok(None);
            }
        }
        Ok(Some(small))
    }
}

/// The function with the count in it; `params` is how many it has, `leaves` what the functions cost that are not counted
/// themselves.
pub fn count(body: &FunctionBody<'_>, params: u32, leaves: &[Option<u64>]) -> Result<Counted> {
    let start = body.range().start;
    let bytes = body.as_bytes();
    let mut counted = Counted { body: Vec::with_capacity(bytes.len() * 2), questions: Vec::new() };
    let mut groups = Vec::new();
    for group in body.get_locals_reader()? {
        groups.push(group?);
    }
    let local = params + groups.iter().map(|(count, _)| count).sum::<u32>();
    let mut reader = body.get_operators_reader()?;
    let mut at = reader.original_position() - start;
    // The groups of locals as they are, and two more.
    let (mut old, mut new) = (Vec::new(), Vec::new());
    (groups.len() as u32).encode(&mut old);
    (groups.len() as u32 + 2).encode(&mut new);
    counted.body.extend(new);
    counted.body.extend(&bytes[old.len()..at]);
    for ty in [ValType::I64, ValType::I32] {
        1_u32.encode(&mut counted.body);
        ty.encode(&mut counted.body);
    }
    let mut stretches = Stretches::new(at);
    let mut sized = Vec::new();
    while !reader.eof() {
        let (operator, offset) = reader.read_with_offset()?;
        let next = reader.original_position() - start;
        if matches!(operator, Operator::MemoryCopy { .. } | Operator::MemoryFill { .. }) {
            sized.push(offset - start);
        }
        stretches.pass(&operator, next, leaves);
    }
    let mut points: Vec<Point> = stretches.points();
    points.extend(sized.into_iter().map(|at| Point { at, what: What::Bytes }));
    points.sort_by_key(|point| point.at);
    for point in points {
        counted.copy(bytes, at..point.at);
        at = point.at;
        match point.what {
            What::Checked(cost) => counted.check(local, cost),
            What::Unchecked(cost) => counted.take(&[Instruction::I64Const(cost as i64)]),
            What::Bytes => counted.bytes(local + 1),
        }
    }
    counted.copy(bytes, at..bytes.len());
    Ok(counted)
}

/// Where instructions are put in, from the start of the body, and which.
struct Point {
    at: usize,
    what: What,
}

enum What {
    /// Takes a cost and asks whether that was too much.
    Checked(u64),
    Unchecked(u64),
    /// Takes the cost of the bytes that the next instruction copies or fills.
    Bytes,
}

impl Counted {
    fn copy(&mut self, bytes: &[u8], range: Range<usize>) {
        self.body.extend(&bytes[range]);
    }

    fn put(&mut self, instructions: &[Instruction<'_>]) {
        instructions.iter().for_each(|instruction| instruction.encode(&mut self.body));
    }

    /// Takes what the instructions leave on the stack off the count.
    fn take(&mut self, cost: &[Instruction<'_>]) {
        self.put(&[Instruction::I32Const(0), Instruction::I32Const(0), Instruction::I64Load(PLACE)]);
        self.put(cost);
        self.put(&[Instruction::I64Sub, Instruction::I64Store(PLACE)]);
    }

    fn check(&mut self, local: u32, cost: u64) {
        self.put(&[Instruction::I32Const(0), Instruction::I32Const(0), Instruction::I64Load(PLACE)]);
        self.put(&[Instruction::I64Const(cost as i64), Instruction::I64Sub, Instruction::LocalTee(local)]);
        self.put(&[Instruction::I64Store(PLACE), Instruction::LocalGet(local)]);
        self.put(&[Instruction::I64Const(0), Instruction::I64LtS]);
        self.questions.push(self.body.len() as u32);
        self.put(&[Instruction::If(BlockType::Empty), Instruction::Unreachable, Instruction::End]);
    }

    fn bytes(&mut self, local: u32) {
        self.put(&[Instruction::LocalTee(local)]);
        self.take(&[
            Instruction::LocalGet(local),
            Instruction::I64ExtendI32U,
            Instruction::I64Const(BYTES),
            Instruction::I64ShrU,
        ]);
    }
}

const PLACE: MemArg = MemArg { offset: 0, align: 3, memory_index: MEMORY };

/// Instructions that follow each other without a way in or out between them.
struct Stretch {
    at: usize,
    cost: u64,
    /// What was taken over from shorter ones.
    others: u64,
    checked: bool,
    /// The stretch that comes before this one whenever this one comes.
    before: usize,
}

/// A function's stretches as they are passed.
struct Stretches {
    list: Vec<Stretch>,
    /// The one that goes on; none behind an instruction that never ends.
    now: Option<usize>,
    /// For each open block whether it is a loop, and the stretch it began in.
    open: Vec<(bool, Option<usize>)>,
}

impl Stretches {
    fn new(at: usize) -> Stretches {
        let first = Stretch { at, cost: 1, others: 0, checked: true, before: 0 };
        Stretches { list: vec![first], now: Some(0), open: vec![(false, Some(0))] }
    }

    /// A new stretch begins at an offset, behind another.
    fn begin(&mut self, at: usize, before: Option<usize>, checked: bool) {
        self.now = before.map(|before| {
            self.list.push(Stretch { at, cost: 0, others: 0, checked, before });
            self.list.len() - 1
        });
    }

    /// Takes an instruction in; the next one stands at `next`.
    fn pass(&mut self, operator: &Operator<'_>, next: usize, leaves: &[Option<u64>]) {
        if let Some(now) = self.now {
            let callee = match operator {
                Operator::Call { function_index } => leaves[*function_index as usize].unwrap_or(0),
                _ => 0,
            };
            self.list[now].cost += cost_of(operator) + callee;
        }
        match operator {
            Operator::Block { .. } => self.open.push((false, self.now)),
            Operator::Loop { .. } => {
                self.open.push((true, self.now));
                self.begin(next, self.now, true);
            }
            Operator::If { .. } => {
                self.open.push((false, self.now));
                self.begin(next, self.now, false);
            }
            Operator::Else => {
                let before = self.open.last().and_then(|(_, before)| *before);
                self.begin(next, before, false);
            }
            Operator::BrIf { .. } => self.begin(next, self.now, false),
            Operator::Br { .. } | Operator::BrTable { .. } | Operator::Return | Operator::Unreachable => {
                self.now = None;
            }
            Operator::End => {
                let Some((is_loop, before)) = self.open.pop() else { return };
                // The end of a loop is come by from within alone, that of a block from wherever it is left.
                self.begin(next, if is_loop { self.now } else { before }, false);
            }
            _ => {}
        }
    }

    /// Where costs are taken.
    fn points(mut self) -> Vec<Point> {
        for at in (1..self.list.len()).rev() {
            let Stretch { cost, others, checked, before, .. } = self.list[at];
            if checked || cost + others >= LONG {
                continue;
            }
            let taken = &mut self.list[before];
            taken.others = (taken.others + cost + others).min(SHORT);
            self.list[at].cost = 0;
            self.list[at].others = 0;
        }
        let costs = self.list.into_iter().map(|stretch| (stretch.at, stretch.cost + stretch.others, stretch.checked));
        costs
            .filter(|(_, cost, checked)| *checked || *cost > 0)
            .map(|(at, cost, checked)| Point {
                at,
                what: if checked { What::Checked(cost) } else { What::Unchecked(cost) },
            })
            .collect()
    }
}

/// What gives no code of its own costs nothing.
fn cost_of(operator: &Operator<'_>) -> u64 {
    u64::from(!matches!(
        operator,
        Operator::Nop
            | Operator::Drop
            | Operator::Block { .. }
            | Operator::Loop { .. }
            | Operator::Unreachable
            | Operator::Return
            | Operator::Else
            | Operator::End
    ))
}

#[cfg(test)]
mod tests;
