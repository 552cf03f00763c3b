//! Groups differences by what seems to have caused them.

use std::collections::BTreeMap;

use ruff_python_ast::Stmt;
use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_parser::parse_module;
use similar::{ChangeTag, TextDiff};

use super::render;
use super::report::{Checked, Report, Verdict};
use crate::traceback::is_flat;

/// Cases that differ in the same way.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// use taipan::snap;
///
/// for name in ["a", "b"] {
///     std::fs::write(folder.path().join(format!("{name}.py")), format!("print('{name}')\n1 / 0"))?;
/// }
/// snap::dir(folder.path()).accept(true).run()?;
/// for name in ["a", "b"] {
///     let golden = folder.path().join(format!("snapshots/{name}.snap"));
///     std::fs::write(&golden, std::fs::read_to_string(&golden)?.replace("division by zero", "divided by 0"))?;
/// }
/// let causes = snap::dir(folder.path()).run()?.causes();
/// assert_eq!(causes.len(), 1);
/// assert_eq!(causes[0].name, "wording of ZeroDivisionError: `divided by N` is now `division by zero`");
/// assert_eq!(causes[0].cases.len(), 2);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cause {
    /// What they have in common.
    pub name: String,
    /// Their names, in the order of the report.
    pub cases: Vec<String>,
}

impl Report {
    /// The cases that differ, grouped by what seems to have caused it: the fuel alone, another ending, the wording of one message,
    /// the text of tracebacks, the same change of output, or the output of cases that import the same module. The largest group
    /// comes first.
    #[must_use]
    pub fn causes(&self) -> Vec<Cause> {
        let mut groups: BTreeMap<String, Vec<&Checked>> = BTreeMap::new();
        for case in self.cases.iter().filter(|case| case.verdict == Verdict::Differs) {
            groups.entry(of(case)).or_default().push(case);
        }
        // A change of output that no other case shares says less than what the cases import.
        let alone: Vec<String> = groups
            .iter()
            .filter(|(name, cases)| cases.len() == 1 && name.starts_with(OUTPUT))
            .map(|(name, _)| name.clone())
            .collect();
        for name in alone {
            for case in groups.remove(&name).unwrap_or_default() {
                let cause = match case.imports.first() {
                    Some(module) => format!("output of cases that import {module}"),
                    None => String::from("output of cases that import nothing"),
                };
                groups.entry(cause).or_default().push(case);
            }
        }
        let mut causes: Vec<Cause> = groups
            .into_iter()
            .map(|(name, cases)| Cause { name, cases: cases.iter().map(|case| case.id.clone()).collect() })
            .collect();
        causes.sort_by_key(|cause| std::cmp::Reverse(cause.cases.len()));
        causes
    }
}

const OUTPUT: &str = "output: ";

fn of(case: &Checked) -> String {
    let (Some(expected), Some(found)) = (&case.expected, &case.found) else {
        return String::from("texts that are not at hand");
    };
    if render::without_fuel(expected).trim_end() == render::without_fuel(found).trim_end() {
        return String::from("fuel only");
    }
    let field = |text: &str, name: &str| -> Option<String> {
        let head = text.lines().take_while(|line| !line.starts_with("--- "));
        head.filter_map(|line| line.strip_prefix(name)).map(|rest| rest.trim().to_owned()).next()
    };
    let ending = |text: &str| {
        let status = field(text, "status:").unwrap_or_default();
        match field(text, "error:") {
            Some(error) => format!("{status} {}", error.split(':').next().unwrap_or_default()),
            None => status,
        }
    };
    let (before, now) = (ending(expected), ending(found));
    if before != now {
        return format!("ending: `{before}` is now `{now}`");
    }
    let (message, other) = (field(expected, "error:"), field(found, "error:"));
    if let (Some(message), Some(other)) = (message, other)
        && message != other
    {
        let (kind, message) = message.split_once(": ").unwrap_or((&message, ""));
        let other = other.split_once(": ").map_or("", |(_, other)| other);
        return format!("wording of {kind}: `{}` is now `{}`", general(message), general(other));
    }
    let before_traceback = |text: &str| text.split("--- traceback").next().unwrap_or_default().trim_end().to_owned();
    if before_traceback(&render::without_fuel(expected)) == before_traceback(&render::without_fuel(found)) {
        return String::from("text of tracebacks");
    }
    format!("{OUTPUT}{}", first_change(expected, found))
}

/// The first lines that were removed and added, in general words.
fn first_change(expected: &str, found: &str) -> String {
    let diff = TextDiff::configure().timeout(std::time::Duration::from_millis(100)).diff_lines(expected, found);
    let first = |tag: ChangeTag| {
        diff.iter_all_changes().find(|change| change.tag() == tag).map(|change| general(change.value().trim_end()))
    };
    match (first(ChangeTag::Delete), first(ChangeTag::Insert)) {
        (Some(before), Some(now)) => format!("`{before}` is now `{now}`"),
        (Some(before), None) => format!("`{before}` is gone"),
        (None, Some(now)) => format!("`{now}` is new"),
        (None, None) => String::from("space"),
    }
}

/// A line with `N` for each number and `'…'` for what is quoted.
fn general(line: &str) -> String {
    let mut out = String::new();
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_digit() {
            while chars.next_if(|c| c.is_ascii_digit() || *c == '.' || *c == '_').is_some() {}
            out.push('N');
        } else if c == '\'' && line.matches('\'').count().is_multiple_of(2) {
            for c in chars.by_ref() {
                if c == '\'' {
                    break;
                }
            }
            out.push_str("'…'");
        } else {
            out.push(c);
        }
        if out.len() > 120 {
            out.push('…');
            break;
        }
    }
    out
}

/// The modules that a program imports, in their order; none of one that is no Python.
pub(crate) fn imports(source: &str) -> Vec<String> {
    let mut imports = Imports::default();
    if is_flat(source)
        && let Ok(parsed) = parse_module(source)
    {
        imports.visit_body(parsed.suite());
    }
    imports.0
}

#[derive(Default)]
struct Imports(Vec<String>);

impl Imports {
    fn add(&mut self, dotted: &str) {
        let name = dotted.split('.').next().unwrap_or_default();
        if !self.0.iter().any(|module| module == name) {
            self.0.push(name.to_owned());
        }
    }
}

impl Visitor<'_> for Imports {
    fn visit_stmt(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Import(import) => import.names.iter().for_each(|alias| self.add(&alias.name)),
            Stmt::ImportFrom(import) => {
                if let Some(module) = import.module.as_ref() {
                    self.add(module);
                }
            }
            _ => walk_stmt(self, statement),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cause(expected: &str, found: &str) -> String {
        let mut case = Checked::of("a.py", 1);
        case.verdict = Verdict::Differs;
        case.expected = Some(expected.into());
        case.found = Some(found.into());
        case.imports = imports("import json");
        Report { cases: vec![case], ..Report::default() }.causes().remove(0).name
    }

    #[test]
    fn causes_are_told_apart() {
        assert_eq!(cause("status: ok\nfuel:   1\n", "status: ok\nfuel:   2\n"), "fuel only");
        assert_eq!(
            cause("status: ok\n", "status: error\nerror:  TypeError: no: 1\n"),
            "ending: `ok` is now `error TypeError`"
        );
        assert_eq!(
            cause("status: error\nerror:  E: no 'a' in 5\n", "status: error\nerror:  E: 'a' is not in 5\n"),
            "wording of E: `no '…' in N` is now `'…' is not in N`"
        );
        assert_eq!(
            cause("status: error\n--- traceback\na\n", "status: error\n--- traceback\nb\n"),
            "text of tracebacks"
        );
        assert_eq!(
            cause("status: ok\n--- stdout\na\n", "status: ok\n--- stdout\nb\n"),
            "output of cases that import json"
        );
    }

    #[test]
    fn imports_are_found() {
        let source = "import a.b, c as d, h\nfrom e.f import g\nif x:\n    import a, i; x = 1\nimportant = 1\n";
        assert_eq!(imports(source), ["a", "c", "h", "e", "i"]);
        assert_eq!(imports("import a\n)"), [""; 0]);
    }
}
