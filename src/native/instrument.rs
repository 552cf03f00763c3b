//! Puts a charge into every construct that can repeat work: loops, functions, lambdas and comprehensions.
//!
//! The charge is the expression `-...`, which no program has a use for. It compiles to three instructions, and
//! the negation of the ellipsis is a native function of the meter's. The build does the same for the library.
//! Likewise a `raise` outside a handler becomes `if ~...: raise`: the inversion raises, at the statement's place,
//! what RustPython would raise without one. Where a run has tools, `await f()` becomes `await (... @ f())`: the product
//! with the ellipsis makes of what a tool gave something to await, and is what else it is given.

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{
    Transformer, walk_comprehension, walk_except_handler, walk_expr, walk_stmt,
};
use ruff_python_ast::{
    AtomicNodeIndex, BoolOp, Comprehension, ExceptHandler, Expr, ExprBinOp, ExprBoolOp, ExprEllipsisLiteral,
    ExprUnaryOp, Mod, Operator, Stmt, StmtExpr, StmtIf, Suite, UnaryOp,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// Instruments a program in place, for a run that has tools or not, and says whether that changed it.
pub(crate) fn instrument(tree: &mut Mod, has_tools: bool) -> bool {
    let lazy_annotations = matches!(tree, Mod::Module(module) if module.body.iter().any(imports_annotations));
    let meter = Meter { changed: Cell::new(false), lazy_annotations, handling: Cell::new(false), has_tools };
    match tree {
        Mod::Module(module) => meter.visit_body(&mut module.body),
        Mod::Expression(expression) => meter.visit_expr(&mut expression.body),
    }
    meter.changed.get()
}

fn imports_annotations(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::ImportFrom(from) if from.module.as_deref() == Some("__future__")
        && from.names.iter().any(|alias| alias.name.as_str() == "annotations"))
}

struct Meter {
    changed: Cell<bool>,
    lazy_annotations: bool,
    /// Whether the statement stands in a handler, where there is something to raise again.
    handling: Cell<bool>,
    has_tools: bool,
}

impl Transformer for Meter {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        let handling = self.handling.get();
        self.handling.set(handling && !stmt.is_function_def_stmt());
        walk_stmt(self, stmt);
        self.handling.set(handling);
        match stmt {
            Stmt::Raise(raise) if raise.exc.is_none() && !handling => {
                let range = raise.range();
                let test = Box::new(on_ellipsis(UnaryOp::Invert, range));
                let body = vec![stmt.clone()].into();
                let elif_else_clauses = Vec::new();
                *stmt = Stmt::If(StmtIf {
                    node_index: AtomicNodeIndex::NONE,
                    range,
                    test,
                    body,
                    runtime_body: None,
                    elif_else_clauses,
                });
                self.changed.set(true);
            }
            Stmt::FunctionDef(function) => self.enter(&mut function.body),
            Stmt::While(repeated) => self.enter(&mut repeated.body),
            Stmt::For(repeated) => self.enter(&mut repeated.body),
            _ => {}
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Lambda(lambda) = expr {
            let start = lambda.body.start();
            let (range, node_index) = (lambda.body.range(), AtomicNodeIndex::NONE);
            let body = std::mem::replace(&mut *lambda.body, charge(start));
            let first = std::mem::replace(&mut *lambda.body, charge(start));
            let values = vec![first, body];
            *lambda.body =
                Expr::BoolOp(ExprBoolOp { node_index, range, op: BoolOp::And, values, runtime_values: None });
            self.changed.set(true);
        }
        if let Expr::Await(awaited) = expr
            && self.has_tools
            && awaited.value.is_call_expr()
        {
            let range = awaited.value.range();
            let left = Box::new(ellipsis(TextRange::empty(range.start())));
            let right = std::mem::replace(&mut awaited.value, left.clone());
            let product = ExprBinOp { node_index: AtomicNodeIndex::NONE, range, left, op: Operator::MatMult, right };
            *awaited.value = Expr::BinOp(product);
            self.changed.set(true);
        }
    }

    fn visit_except_handler(&self, handler: &mut ExceptHandler) {
        let handling = self.handling.replace(true);
        walk_except_handler(self, handler);
        self.handling.set(handling);
    }

    fn visit_comprehension(&self, comprehension: &mut Comprehension) {
        walk_comprehension(self, comprehension);
        comprehension.ifs.insert(0, charge(comprehension.iter.start()));
        self.changed.set(true);
    }

    /// An annotation that is kept as text has to stay as it was written; it is never run.
    fn visit_annotation(&self, expr: &mut Expr) {
        if !self.lazy_annotations {
            self.visit_expr(expr);
        }
    }
}

impl Meter {
    fn enter(&self, body: &mut Suite) {
        let documented = matches!(body.first(), Some(Stmt::Expr(first)) if first.value.is_string_literal_expr());
        let at = usize::from(documented);
        let start = body.get(at).or(body.first()).map_or(TextSize::new(0), Ranged::start);
        let value = Box::new(charge(start));
        let statement = StmtExpr { node_index: AtomicNodeIndex::NONE, range: TextRange::empty(start), value };
        body.insert(at, Stmt::Expr(statement));
        self.changed.set(true);
    }
}

fn charge(start: TextSize) -> Expr {
    on_ellipsis(UnaryOp::USub, TextRange::empty(start))
}

fn on_ellipsis(op: UnaryOp, range: TextRange) -> Expr {
    let operand = Box::new(ellipsis(range));
    Expr::UnaryOp(ExprUnaryOp { node_index: AtomicNodeIndex::NONE, range, op, operand })
}

fn ellipsis(range: TextRange) -> Expr {
    Expr::EllipsisLiteral(ExprEllipsisLiteral { node_index: AtomicNodeIndex::NONE, range })
}
