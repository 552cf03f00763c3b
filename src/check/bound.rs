//! The names that a text binds anywhere.

use std::collections::HashSet;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Alias, ExceptHandler, Expr, ExprContext, ModModule, Parameter, Pattern, Stmt, TypeParam};

/// What every module of a run has, and what every class body has.
const OF_MODULES: [&str; 10] = [
    "__name__",
    "__doc__",
    "__builtins__",
    "__package__",
    "__loader__",
    "__spec__",
    "__annotations__",
    "__class__",
    "__module__",
    "__qualname__",
];

/// The names that a text binds in any scope, by any statement.
#[derive(Debug, Default)]
pub(super) struct Bound<'a> {
    names: HashSet<&'a str>,
    /// Whether names may come from where the tree does not show them.
    pub(super) is_open: bool,
}

impl<'a> Bound<'a> {
    pub(super) fn of(tree: &'a ModModule) -> Bound<'a> {
        let mut bound = Bound::default();
        bound.visit_body(&tree.body);
        bound
    }

    /// Whether a name may be bound where it is read.
    pub(super) fn has(&self, name: &str) -> bool {
        self.is_open || self.names.contains(name) || OF_MODULES.contains(&name) || is_builtin(name)
    }

    /// All names that the text binds.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.names.iter().copied()
    }
}

impl<'a> Visitor<'a> for Bound<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => {
                self.names.insert(def.name.as_str());
            }
            Stmt::ClassDef(def) => {
                self.names.insert(def.name.as_str());
            }
            Stmt::Global(global) => self.names.extend(global.names.iter().map(|name| name.as_str())),
            _ => {}
        }
        visitor::walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr {
            if name.ctx != ExprContext::Load {
                self.names.insert(name.id.as_str());
            } else if matches!(name.id.as_str(), "exec" | "globals" | "locals" | "vars") {
                self.is_open = true;
            }
        }
        visitor::walk_expr(self, expr);
    }

    fn visit_alias(&mut self, alias: &'a Alias) {
        let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
        self.is_open |= name == "*";
        self.names.insert(name.split('.').next().unwrap_or(name));
    }

    fn visit_parameter(&mut self, parameter: &'a Parameter) {
        self.names.insert(parameter.name.as_str());
        visitor::walk_parameter(self, parameter);
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        self.names.extend(inner.name.as_ref().map(|name| name.as_str()));
        visitor::walk_except_handler(self, handler);
    }

    fn visit_type_param(&mut self, param: &'a TypeParam) {
        self.names.insert(param.name().as_str());
        visitor::walk_type_param(self, param);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchMapping(mapping) => mapping.rest.as_ref(),
            Pattern::MatchStar(star) => star.name.as_ref(),
            Pattern::MatchAs(named) => named.name.as_ref(),
            _ => None,
        };
        self.names.extend(name.map(|name| name.as_str()));
        visitor::walk_pattern(self, pattern);
    }
}

/// Whether every run has the name. The list is checked against an interpreter's.
pub(super) fn is_builtin(name: &str) -> bool {
    BUILTINS.binary_search(&name).is_ok()
}

pub(super) const BUILTINS: &[&str] = &[
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BaseExceptionGroup",
    "BlockingIOError",
    "BrokenPipeError",
    "BufferError",
    "BytesWarning",
    "ChildProcessError",
    "ConnectionAbortedError",
    "ConnectionError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "DeprecationWarning",
    "EOFError",
    "Ellipsis",
    "EncodingWarning",
    "EnvironmentError",
    "Exception",
    "ExceptionGroup",
    "False",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "IOError",
    "ImportError",
    "ImportWarning",
    "IndentationError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "None",
    "NotADirectoryError",
    "NotImplemented",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PendingDeprecationWarning",
    "PermissionError",
    "ProcessLookupError",
    "PythonFinalizationError",
    "RecursionError",
    "ReferenceError",
    "ResourceWarning",
    "RuntimeError",
    "RuntimeWarning",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "SyntaxWarning",
    "SystemError",
    "SystemExit",
    "TabError",
    "TimeoutError",
    "True",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "UnicodeWarning",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
    "_IncompleteInputError",
    "__build_class__",
    "__debug__",
    "__doc__",
    "__import__",
    "__loader__",
    "__name__",
    "__package__",
    "__spec__",
    "abs",
    "aiter",
    "all",
    "anext",
    "any",
    "ascii",
    "bin",
    "bool",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "compile",
    "complex",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "eval",
    "exec",
    "exit",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "hex",
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "locals",
    "map",
    "max",
    "memoryview",
    "min",
    "next",
    "object",
    "oct",
    "open",
    "ord",
    "pow",
    "print",
    "property",
    "quit",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Engine, Isolation};

    #[test]
    fn the_list_is_what_a_run_has() {
        let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
        let outcome = engine.run("import builtins\nsorted(dir(builtins))").unwrap();
        assert_eq!(outcome.value_as::<Vec<String>>().unwrap(), BUILTINS);
    }
}
