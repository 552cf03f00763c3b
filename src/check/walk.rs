//! Walks a syntax tree once and asks of each node what a run would make of it.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Comprehension, ExceptHandler, Expr, ExprContext, ModModule, Stmt, StmtTry};
use ruff_text_size::{Ranged, TextSize};

use super::bound::{BUILTINS, Bound};
use super::finding::{Code, Finding, Severity};
use super::imports::{self, Meanings};
use super::lines::Lines;
use super::{loops, sizes};
use crate::allowlist;
use crate::limits::Limits;
use crate::nearest::nearest;
use crate::policy::Policy;
use crate::units::group;

/// Blocks within each other up to here are usual.
const DEEP: usize = 10;

/// Lines up to here are usual.
const LONG: usize = 2_000;

/// Attributes that lead into the interpreter and have little other use.
const INTERNALS: [&str; 16] = [
    "__subclasses__",
    "__globals__",
    "__mro__",
    "__bases__",
    "__base__",
    "__code__",
    "__closure__",
    "__builtins__",
    "__import__",
    "__loader__",
    "__reduce__",
    "__reduce_ex__",
    "f_globals",
    "f_locals",
    "f_back",
    "gi_frame",
];

/// All that a walk finds.
pub(super) fn walk(tree: &ModModule, text: &str, policy: &Policy, limits: &Limits, inputs: &[&str]) -> Vec<Finding> {
    let mut meanings = Meanings::default();
    Imports(&mut meanings).visit_body(&tree.body);
    let mut walk = Walk {
        lines: Lines::new(text),
        bound: Bound::of(tree),
        meanings,
        policy,
        limits,
        inputs,
        depth: 0,
        caught: 0,
        in_annotation: false,
        findings: Vec::new(),
    };
    if walk.lines.count() > LONG {
        let text = format!("{} lines; data belongs in an input", group(walk.lines.count() as u64));
        walk.findings.push(Finding::new(Code::LongCode, 1, 1, text));
    }
    walk.visit_body(&tree.body);
    walk.findings
}

/// Collects what imports mean, wherever they stand.
struct Imports<'m>(&'m mut Meanings);

impl<'a> Visitor<'a> for Imports<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => self.0.import(import),
            Stmt::ImportFrom(import) => self.0.import_from(import),
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

struct Walk<'t> {
    lines: Lines<'t>,
    bound: Bound<'t>,
    meanings: Meanings,
    policy: &'t Policy,
    limits: &'t Limits,
    inputs: &'t [&'t str],
    depth: usize,
    /// How many `try` statements with a handler are around.
    caught: usize,
    in_annotation: bool,
    findings: Vec<Finding>,
}

impl Walk<'_> {
    fn find(&mut self, code: Code, at: TextSize, message: impl Into<String>) {
        let (line, column) = self.lines.place(at);
        let mut finding = Finding::new(code, line, column, message);
        if self.caught > 0 {
            finding.severity = Severity::Warning;
        }
        self.findings.push(finding);
    }

    fn import(&mut self, module: &str, at: TextSize) {
        if let Some((code, message)) = imports::fault(module, self.policy) {
            self.find(code, at, message);
        }
    }

    fn name(&mut self, name: &str, at: TextSize) {
        if self.in_annotation || self.inputs.contains(&name) || self.bound.has(name) {
            return;
        }
        let known = self.bound.names().chain(BUILTINS.iter().copied());
        let mut known: Vec<&str> = known.filter(|known| !known.starts_with('_')).collect();
        known.sort_unstable();
        let text = match (allowlist::find(name), nearest(name, known)) {
            (Some(_), _) => format!("name '{name}' is not defined; import it first"),
            (None, Some(near)) => format!("name '{name}' is not defined; did you mean '{near}'?"),
            (None, None) => format!("name '{name}' is not defined; pass it as an input if it is one"),
        };
        self.find(Code::NameUnresolved, at, text);
    }

    fn call(&mut self, func: &Expr, at: TextSize) {
        let Some(meaning) = self.meanings.of(func) else { return };
        let is_builtin = matches!(func, Expr::Name(name) if !self.meanings.imported(name.id.as_str()));
        if is_builtin && matches!(meaning.as_str(), "exec" | "eval" | "compile" | "__import__") {
            self.find(Code::DynamicCode, at, format!("{meaning}() makes code that this check does not see"));
        }
        // Whether a file is absent is not known before the run.
        if matches!(meaning.as_str(), "open" | "io.open")
            || is_builtin && self.bound.names().any(|name| name == meaning)
        {
            return;
        }
        if is_builtin && meaning == "input" {
            let text = "standard input is empty here, so input() fails; pass the data in as an input";
            return self.find(Code::CallRefused, at, text);
        }
        if let Some(call) = allowlist::find_call(&meaning) {
            let reason = allowlist::reason(call.why, call.instead);
            self.find(Code::CallRefused, at, format!("{meaning}() is refused by policy: {reason}"));
        }
    }

    fn attribute(&mut self, name: &str, at: TextSize) {
        if INTERNALS.contains(&name) {
            self.find(
                Code::DunderWalk,
                at,
                format!("{name} leads into the interpreter; what it finds there is fenced"),
            );
        }
    }

    fn iterated(&mut self, iter: &Expr) {
        if let Some(message) = sizes::turns(iter, self.limits) {
            self.find(Code::HugeRange, iter.start(), message);
        }
    }

    fn try_body(&mut self, stmt: &StmtTry) {
        let caught = usize::from(!stmt.handlers.is_empty());
        self.caught += caught;
        self.visit_body(&stmt.body);
        self.caught -= caught;
        for handler in &stmt.handlers {
            self.visit_except_handler(handler);
        }
        self.visit_body(&stmt.orelse);
        self.visit_body(&stmt.finalbody);
    }
}

impl<'a> Visitor<'a> for Walk<'_> {
    fn visit_body(&mut self, body: &'a [Stmt]) {
        self.depth += 1;
        if self.depth == DEEP + 2
            && let Some(first) = body.first()
        {
            self.find(Code::DeepNesting, first.start(), format!("more than {DEEP} blocks within each other"));
        }
        visitor::walk_body(self, body);
        self.depth -= 1;
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                for alias in &import.names {
                    self.import(alias.name.as_str(), alias.range.start());
                }
            }
            Stmt::ImportFrom(import) => match &import.module {
                Some(module) if import.level == 0 => self.import(module.as_str(), module.range.start()),
                _ => {
                    let text = "there is no package here to import from; write the code into one text";
                    self.find(Code::ModuleUnknown, import.range.start(), text);
                }
            },
            Stmt::While(repeat) if loops::is_endless(repeat) => {
                self.find(Code::EndlessLoop, stmt.start(), "this loop has no break, return or raise");
            }
            Stmt::For(repeat) => {
                self.iterated(&repeat.iter);
                if loops::gives_without_end(&repeat.iter, &self.meanings) && !loops::leaves(&repeat.body) {
                    let text = "the iterator has no end, and the loop has no break, return or raise";
                    self.find(Code::EndlessLoop, stmt.start(), text);
                }
            }
            Stmt::Try(attempt) => return self.try_body(attempt),
            _ => {}
        }
        visitor::walk_stmt(self, stmt);
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        visitor::walk_except_handler(self, handler);
    }

    fn visit_annotation(&mut self, expr: &'a Expr) {
        let before = std::mem::replace(&mut self.in_annotation, true);
        visitor::walk_annotation(self, expr);
        self.in_annotation = before;
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        self.iterated(&comprehension.iter);
        visitor::walk_comprehension(self, comprehension);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => self.name(name.id.as_str(), name.range.start()),
            Expr::Attribute(attribute) => self.attribute(attribute.attr.as_str(), attribute.attr.range.start()),
            Expr::Call(call) => {
                self.call(&call.func, expr.start());
                let arguments = &call.arguments.args;
                match (&*call.func, &arguments[..]) {
                    (Expr::Name(name), [_, Expr::StringLiteral(attribute), ..]) if name.id.as_str() == "getattr" => {
                        self.attribute(attribute.value.to_str(), attribute.range.start());
                    }
                    (Expr::Name(name), [only]) if CONSUMERS.contains(&name.id.as_str()) => {
                        self.iterated(only);
                        if loops::gives_without_end(only, &self.meanings) {
                            self.find(Code::EndlessLoop, only.start(), "the iterator has no end");
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        if let Some(message) = sizes::fault(expr, self.limits) {
            self.find(Code::HugeLiteral, expr.start(), message);
        }
        visitor::walk_expr(self, expr);
    }
}

/// Builtins that take all that an iterator has.
const CONSUMERS: [&str; 8] = ["list", "tuple", "set", "frozenset", "sum", "max", "min", "sorted"];
