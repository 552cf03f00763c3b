//! Loops that have no way out.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Expr, Number, Stmt, StmtWhile};

use super::imports::Meanings;

/// Whether a `while` never ends: its test is always true, and nothing in it leaves.
pub(super) fn is_endless(stmt: &StmtWhile) -> bool {
    is_true(&stmt.test) && !leaves(&stmt.body)
}

/// Whether statements can leave the loop that they are the body of.
pub(super) fn leaves(body: &[Stmt]) -> bool {
    let mut ways = Ways::default();
    ways.visit_body(body);
    ways.found
}

fn is_true(test: &Expr) -> bool {
    match test {
        Expr::BooleanLiteral(literal) => literal.value,
        Expr::NumberLiteral(literal) => match &literal.value {
            Number::Int(int) => int.as_u64() != Some(0),
            Number::Float(float) => *float != 0.0,
            Number::Complex { real, imag } => *real != 0.0 || *imag != 0.0,
        },
        Expr::StringLiteral(literal) => !literal.value.is_empty(),
        _ => false,
    }
}

/// Whether an expression is an iterator that gives without an end.
pub(super) fn gives_without_end(expr: &Expr, meanings: &Meanings) -> bool {
    let Expr::Call(call) = expr else { return false };
    let arguments = call.arguments.args.len() + call.arguments.keywords.len();
    match meanings.of(&call.func).as_deref() {
        Some("itertools.count" | "itertools.cycle") => true,
        Some("itertools.repeat") => arguments == 1,
        _ => false,
    }
}

#[derive(Default)]
struct Ways {
    found: bool,
    inner: usize,
}

impl<'a> Visitor<'a> for Ways {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Return(_) | Stmt::Raise(_) | Stmt::Assert(_) => self.found = true,
            Stmt::Break(_) => self.found |= self.inner == 0,
            // What they define runs elsewhere.
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            Stmt::While(inner) => {
                self.visit_expr(&inner.test);
                self.within(&inner.body);
                self.visit_body(&inner.orelse);
            }
            Stmt::For(inner) => {
                self.visit_expr(&inner.iter);
                self.within(&inner.body);
                self.visit_body(&inner.orelse);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Yield(_) | Expr::YieldFrom(_) | Expr::Await(_) => self.found = true,
            Expr::Lambda(_) => {}
            Expr::Call(call) => {
                self.found |= match &*call.func {
                    Expr::Name(name) => matches!(name.id.as_str(), "exit" | "quit" | "next"),
                    Expr::Attribute(attribute) => matches!(attribute.attr.as_str(), "exit" | "_exit"),
                    _ => false,
                };
                visitor::walk_expr(self, expr);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }
}

impl Ways {
    fn within(&mut self, body: &[Stmt]) {
        self.inner += 1;
        self.visit_body(body);
        self.inner -= 1;
    }
}
