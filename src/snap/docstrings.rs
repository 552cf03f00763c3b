//! The docstrings of a Python file that hold examples.

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged as _;

use crate::traceback::is_flat;

/// A docstring.
#[derive(Debug, PartialEq)]
pub(crate) struct Docstring {
    /// Of what: `__doc__` of the module, else the dotted name.
    pub(crate) name: String,
    /// The line of the file at which it begins, counted from 1.
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// The docstrings with a `>>>` in them, in the order of the file.
///
/// # Errors
/// The line, counted from 1, and why the file can't be read.
pub(crate) fn docstrings(source: &str) -> Result<Vec<Docstring>, (usize, String)> {
    if !is_flat(source) {
        return Err((1, String::from("the file is nested too deep to look for its docstrings")));
    }
    let line = |at: usize| source.as_bytes()[..at.min(source.len())].iter().filter(|byte| **byte == b'\n').count() + 1;
    let parsed = parse_module(source)
        .map_err(|e| (line(e.location.start().to_usize()), format!("no valid Python: {}", e.error)))?;
    let mut found = Vec::new();
    collect(parsed.suite(), "", &mut |name, at, text| {
        if text.contains(">>>") {
            found.push(Docstring { name, line: line(at), text });
        }
    });
    Ok(found)
}

fn collect(body: &[Stmt], owner: &str, tell: &mut impl FnMut(String, usize, String)) {
    if let Some(Stmt::Expr(first)) = body.first()
        && let Expr::StringLiteral(text) = &*first.value
    {
        let name = if owner.is_empty() { "__doc__" } else { owner };
        tell(name.to_owned(), first.start().to_usize(), text.value.to_str().to_owned());
    }
    let below = |name: &str| if owner.is_empty() { name.to_owned() } else { format!("{owner}.{name}") };
    for statement in body {
        match statement {
            Stmt::FunctionDef(function) => collect(&function.body, &below(&function.name), tell),
            Stmt::ClassDef(class) => collect(&class.body, &below(&class.name), tell),
            Stmt::If(branch) => {
                inside(&branch.body, owner, tell);
                branch.elif_else_clauses.iter().for_each(|clause| inside(&clause.body, owner, tell));
            }
            Stmt::Try(tried) => {
                inside(&tried.body, owner, tell);
                inside(&tried.orelse, owner, tell);
            }
            Stmt::With(with) => inside(&with.body, owner, tell),
            _ => {}
        }
    }
}

/// Definitions inside a statement; a text at its beginning is no docstring.
fn inside(body: &[Stmt], owner: &str, tell: &mut impl FnMut(String, usize, String)) {
    let is_definition = |statement: &&Stmt| !matches!(statement, Stmt::Expr(_));
    let definitions: Vec<Stmt> = body.iter().filter(is_definition).cloned().collect();
    collect(&definitions, owner, tell);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docstrings_of_modules_classes_and_functions() {
        let source = "'''Top.\n\n>>> a\n'''\nclass C:\n    r\"\"\"\n    >>> '\\d'\n    \"\"\"\n    def f(self):\n        'no example'\n\
                      if True:\n    '>>> no docstring'\n    async def g():\n        '>>> b'\n";
        let found = docstrings(source).unwrap();
        let found: Vec<_> = found.iter().map(|doc| (doc.name.as_str(), doc.line, doc.text.as_str())).collect();
        assert_eq!(found, [("__doc__", 1, "Top.\n\n>>> a\n"), ("C", 6, "\n    >>> '\\d'\n    "), ("g", 14, ">>> b")]);
    }

    #[test]
    fn files_that_can_not_be_read() {
        assert!(docstrings("x = 1\ny = (\n").unwrap_err().1.starts_with("no valid Python: "));
        let deep = format!("x = {}{}", "(".repeat(5000), ")".repeat(5000));
        assert_eq!(docstrings(&deep).unwrap_err().1, "the file is nested too deep to look for its docstrings");
    }
}
