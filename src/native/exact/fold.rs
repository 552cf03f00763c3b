//! Folds constant float and complex arithmetic as the running interpreter would compute it.
//!
//! RustPython's compiler folds such expressions with arithmetic of its own, which is wrong in places
//! (`1e22 // 640` becomes 0.0). What is a literal by the time that it looks is left alone.

use std::cell::Cell;

use num_complex::Complex64;
use num_traits::Signed;
use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, ExprBinOp, ExprNumberLiteral, Mod, Number, Operator, Pattern, UnaryOp};
use rustpython_codegen::compile::ruff_int_to_bigint;
use rustpython_vm::builtins::{PyComplex, PyFloat, PyInt};
use rustpython_vm::{PyObjectRef, VirtualMachine};

/// CPython folds ints of up to this many bits; folding more would move work out of the meter's sight.
const MAX_INT_BITS: u64 = 128;

/// Folds a program in place and says whether that changed it.
pub(crate) fn fold(tree: &mut Mod, vm: &VirtualMachine) -> bool {
    let folder = Folder { vm, changed: Cell::new(false) };
    match tree {
        Mod::Module(module) => folder.visit_body(&mut module.body),
        Mod::Expression(expression) => folder.visit_expr(&mut expression.body),
    }
    folder.changed.get()
}

struct Folder<'a> {
    vm: &'a VirtualMachine,
    changed: Cell<bool>,
}

impl Transformer for Folder<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        if let Expr::BinOp(operation) = expr
            && let Some(value) = self.operation(operation)
            && let Some(number) = literal(&value)
        {
            let (range, node_index) = (operation.range, operation.node_index.clone());
            *expr = Expr::NumberLiteral(ExprNumberLiteral { node_index, range, value: number });
            self.changed.set(true);
            return;
        }
        walk_expr(self, expr);
    }

    /// Annotations are shown as they were written.
    fn visit_annotation(&self, _expr: &mut Expr) {}

    /// A complex number in a pattern has to stay a sum.
    fn visit_pattern(&self, _pattern: &mut Pattern) {}
}

impl Folder<'_> {
    fn evaluate(&self, expr: &Expr) -> Option<PyObjectRef> {
        let vm = self.vm;
        match expr {
            Expr::NumberLiteral(literal) => Some(match &literal.value {
                Number::Int(int) => vm.ctx.new_int(ruff_int_to_bigint(int).ok()?).into(),
                Number::Float(float) => vm.ctx.new_float(*float).into(),
                Number::Complex { real, imag } => vm.ctx.new_complex(Complex64::new(*real, *imag)).into(),
            }),
            Expr::BooleanLiteral(literal) => Some(vm.ctx.new_bool(literal.value).into()),
            Expr::UnaryOp(unary) => {
                let operand = self.evaluate(&unary.operand)?;
                match unary.op {
                    UnaryOp::USub => vm._neg(&operand).ok(),
                    UnaryOp::UAdd => vm._pos(&operand).ok(),
                    UnaryOp::Invert | UnaryOp::Not => None,
                }
            }
            Expr::BinOp(operation) => self.operation(operation),
            _ => None,
        }
    }

    fn operation(&self, operation: &ExprBinOp) -> Option<PyObjectRef> {
        let vm = self.vm;
        let (left, right) = (self.evaluate(&operation.left)?, self.evaluate(&operation.right)?);
        if let (Some(left), Some(right)) = (left.downcast_ref::<PyInt>(), right.downcast_ref::<PyInt>())
            && !small_result(operation.op, left, right)
        {
            return None;
        }
        match operation.op {
            Operator::Add => vm._add(&left, &right),
            Operator::Sub => vm._sub(&left, &right),
            Operator::Mult => vm._mul(&left, &right),
            Operator::Div => vm._truediv(&left, &right),
            Operator::FloorDiv => vm._floordiv(&left, &right),
            Operator::Mod => vm._mod(&left, &right),
            Operator::Pow => vm._pow(&left, &right, &vm.ctx.none()),
            _ => return None,
        }
        .ok()
    }
}

fn small_result(op: Operator, left: &PyInt, right: &PyInt) -> bool {
    let (left, right) = (left.as_bigint(), right.as_bigint());
    match op {
        Operator::Mult => left.bits() + right.bits() <= MAX_INT_BITS,
        Operator::Pow => {
            u64::try_from(right).map_or(right.is_negative(), |n| left.bits().saturating_mul(n) <= MAX_INT_BITS)
        }
        _ => true,
    }
}

/// Ints are left to the compiler, which folds them right.
fn literal(value: &PyObjectRef) -> Option<Number> {
    if let Some(float) = value.downcast_ref::<PyFloat>() {
        return Some(Number::Float(float.to_f64()));
    }
    let complex = value.downcast_ref::<PyComplex>()?.to_complex();
    Some(Number::Complex { real: complex.re, imag: complex.im })
}
