//! What ended a run that did not raise, and one concrete thing to do about a failure.

use crate::allowlist;
use crate::outcome::{Exhausted, LimitKind, Outcome, Raised, Status};
use crate::units::{group, size, span};

/// What ended a run that no exception ended.
pub(crate) fn spent(outcome: &Outcome) -> Option<String> {
    match (&outcome.limit, outcome.status) {
        (Some(limit), _) => Some(format!("stopped: {}", bound(limit))),
        (None, Status::Cancelled) => Some(String::from("stopped: the run was cancelled")),
        (None, Status::Crashed) if outcome.error.is_none() => {
            Some(String::from("stopped: the interpreter broke; the next run gets a fresh one"))
        }
        _ => None,
    }
}

/// Which limit, its bound and what was used.
fn bound(limit: &Exhausted) -> String {
    let most = limit.limit;
    match limit.kind {
        LimitKind::Fuel => format!("the work limit of {} fuel units was used up", group(most)),
        LimitKind::Deadline => format!("the time limit of {} passed", span(most)),
        LimitKind::Memory => {
            format!("the memory limit of {} was passed; the code asked for {}", size(most), size(limit.used))
        }
        LimitKind::Stdout => format!("standard output reached its limit of {}", size(most)),
        LimitKind::Stderr => format!("standard error reached its limit of {}", size(most)),
        LimitKind::Source => {
            format!("the code has {}, more than the limit of {}; nothing ran", size(limit.used), size(most))
        }
        LimitKind::ValueBytes => {
            format!("the last expression's value has {}, more than the limit of {}", size(limit.used), size(most))
        }
        LimitKind::ValueDepth => {
            format!("the last expression's value is nested deeper than the limit of {most}")
        }
        LimitKind::Tools => format!("the tools took longer than the {} that they may", span(most)),
    }
}

/// One thing to do about a run that failed, where there is one that its message does not say.
pub(super) fn advice(outcome: &Outcome) -> Option<String> {
    if let Some(limit) = &outcome.limit {
        return Some(String::from(smaller(limit.kind)));
    }
    let error = outcome.error.as_ref()?;
    nearest_module(error).or_else(|| error.hint.clone()).or_else(|| general(error).map(String::from))
}

/// How to stay under a limit.
fn smaller(kind: LimitKind) -> &'static str {
    match kind {
        LimitKind::Fuel => {
            "look for a loop that does not end, or do less: a closed formula, a smaller range, or sum(), sorted() and \
             dictionaries in place of nested loops"
        }
        LimitKind::Deadline => "look for a loop or a sleep that does not end, or split the work over several runs",
        LimitKind::Memory => "keep less at a time: use a generator in place of a list, or work in smaller parts",
        LimitKind::Stdout | LimitKind::Stderr => "print less: a summary, the first rows, or only the last expression",
        LimitKind::Source => "send less code, and pass data as an input in place of literals",
        LimitKind::ValueBytes => "end with a summary or a slice of the value",
        LimitKind::ValueDepth => "end with a flatter value, or with its repr()",
        LimitKind::Tools => "call tools less often, or ask less of them at a time",
    }
}

/// The module that a misspelt one may have meant.
fn nearest_module(error: &Raised) -> Option<String> {
    if error.kind != "ModuleNotFoundError" {
        return None;
    }
    let missing = error.message.strip_prefix("No module named '")?.split('\'').next()?;
    let near = allowlist::nearest(missing)?;
    Some(format!("there is no '{missing}' here; did you mean '{near}'?"))
}

/// What helps a model that wrote the code without seeing its data.
fn general(error: &Raised) -> Option<&'static str> {
    Some(match error.kind.as_str() {
        "NameError" => "nothing is kept from earlier runs; define or import the name in this code",
        "KeyError" => "print the keys first, or use .get() with a default",
        "IndexError" => "check len() first; the last index is len() - 1",
        "ZeroDivisionError" => "test the divisor for zero before dividing",
        "IndentationError" | "TabError" => "indent with four spaces, the same in each line of a block",
        _ => return None,
    })
}
