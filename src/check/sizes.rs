//! Sizes that a text gives as constants.

use ruff_python_ast::{Expr, ExprBinOp, Number, Operator, UnaryOp};

use crate::limits::Limits;
use crate::units::{group, size};

/// Text and bytes above this many bytes should be an input.
const LONG_TEXT: usize = 64 << 10;

/// Displays above this many items should be an input.
const MANY_ITEMS: usize = 10_000;

/// What is too large in an expression by itself.
pub(super) fn fault(expr: &Expr, limits: &Limits) -> Option<String> {
    let input = |what: &str| Some(format!("{what} in the code; pass such data as an input"));
    match expr {
        Expr::StringLiteral(literal) if literal.value.len() > LONG_TEXT => {
            input(&format!("a text of {}", size(literal.value.len() as u64)))
        }
        Expr::BytesLiteral(literal) if literal.value.len() > LONG_TEXT => {
            input(&format!("{} of bytes", size(literal.value.len() as u64)))
        }
        Expr::List(list) if list.elts.len() > MANY_ITEMS => {
            input(&format!("a list of {} items", group(list.elts.len() as u64)))
        }
        Expr::Tuple(tuple) if tuple.elts.len() > MANY_ITEMS => {
            input(&format!("a tuple of {} items", group(tuple.elts.len() as u64)))
        }
        Expr::Dict(dict) if dict.items.len() > MANY_ITEMS => {
            input(&format!("a dict of {} items", group(dict.items.len() as u64)))
        }
        Expr::BinOp(operation) => operation_fault(operation, limits),
        _ => None,
    }
}

fn operation_fault(operation: &ExprBinOp, limits: &Limits) -> Option<String> {
    let beyond = |bytes: f64, what: &str| {
        let bytes_whole = if bytes < u64::MAX as f64 { bytes as u64 } else { u64::MAX };
        let more = if bytes_whole == u64::MAX { "more than " } else { "" };
        (bytes > limits.memory as f64).then(|| {
            format!("{what} of {more}{} bytes, beyond the memory limit of {}", group(bytes_whole), size(limits.memory))
        })
    };
    match operation.op {
        Operator::Mult => {
            let (items, times) = match (items(&operation.left), items(&operation.right)) {
                (Some(bytes), None) => (bytes, magnitude(&operation.right)?),
                (None, Some(bytes)) => (bytes, magnitude(&operation.left)?),
                _ => return None,
            };
            beyond(items * times, "a repetition")
        }
        Operator::Pow | Operator::LShift => {
            let (base, exponent) = (magnitude(&operation.left)?, magnitude(&operation.right)?);
            let bits = if operation.op == Operator::Pow { exponent * base.log2() } else { exponent };
            beyond(bits / 8.0, "a number")
        }
        _ => None,
    }
}

/// The bytes of a text or a list that the code spells out.
fn items(expr: &Expr) -> Option<f64> {
    match expr {
        Expr::StringLiteral(literal) => Some(literal.value.len() as f64),
        Expr::BytesLiteral(literal) => Some(literal.value.len() as f64),
        Expr::List(list) => Some(8.0 * list.elts.len() as f64),
        Expr::Tuple(tuple) => Some(8.0 * tuple.elts.len() as f64),
        _ => None,
    }
}

/// The turns of a `range` of constants, where they are more than the fuel.
pub(super) fn turns(expr: &Expr, limits: &Limits) -> Option<String> {
    let Expr::Call(call) = expr else { return None };
    let is_range = matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "range");
    if !is_range || !call.arguments.keywords.is_empty() {
        return None;
    }
    let numbers: Option<Vec<f64>> = call.arguments.args.iter().map(value).collect();
    let turns = match numbers?[..] {
        [stop] => stop,
        [start, stop] => stop - start,
        [start, stop, step] => (stop - start) / step,
        _ => return None,
    };
    let fuel = limits.fuel;
    (turns > fuel as f64).then(|| {
        let turns =
            if turns < u64::MAX as f64 { group(turns as u64) } else { format!("more than {}", group(u64::MAX)) };
        format!("{turns} turns, beyond the fuel limit of {} units", group(fuel))
    })
}

fn magnitude(expr: &Expr) -> Option<f64> {
    value(expr).map(f64::abs)
}

/// About what a constant expression is; infinite beyond a float.
fn value(expr: &Expr) -> Option<f64> {
    match expr {
        Expr::NumberLiteral(literal) => match &literal.value {
            Number::Int(int) => Some(int.as_u64().map_or(f64::INFINITY, |int| int as f64)),
            Number::Float(float) => Some(*float),
            Number::Complex { .. } => None,
        },
        Expr::UnaryOp(operation) if operation.op == UnaryOp::USub => value(&operation.operand).map(|value| -value),
        Expr::BinOp(operation) => {
            let (left, right) = (value(&operation.left)?, value(&operation.right)?);
            let value = match operation.op {
                Operator::Add => left + right,
                Operator::Sub => left - right,
                Operator::Mult => left * right,
                Operator::Pow => left.powf(right),
                Operator::LShift => left * right.exp2(),
                Operator::Div | Operator::FloorDiv => left / right,
                _ => return None,
            };
            (!value.is_nan()).then_some(value)
        }
        _ => None,
    }
}
