//! A short way out of the mistakes that come from running here and not in a Python of one's own.

use super::tools;

/// What to do about an uncaught exception, where there is something that its message does not say.
pub(crate) fn hint(kind: &str, message: &str) -> Option<&'static str> {
    match kind {
        "ModuleNotFoundError" if message.starts_with("No module named ") => {
            Some("there are no packages to install here; `taipan modules` lists what can be imported")
        }
        "RecursionError" if !message.ends_with("during compilation") => {
            Some("use a loop, or raise the limit on nested calls")
        }
        "EOFError" if message == "EOF when reading a line" => {
            Some("standard input is empty here; pass the data in as an input")
        }
        "FileNotFoundError" => Some("a program sees the files that it was given or made, all of them in /sandbox"),
        "ValueError" if message.starts_with("Exceeds the limit (") => {
            Some("print such an integer with hex(), or in parts of fewer digits")
        }
        "TypeError" if message == "An asyncio.Future, a coroutine or an awaitable is required" && tools::are_lent() => {
            Some("await each call of a tool, or hand over `tools.aio.name(...)`, which can be awaited later")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::hint;

    #[test]
    fn only_what_is_special_here_has_a_hint() {
        assert!(hint("ModuleNotFoundError", "No module named 'numpyy'").is_some());
        assert!(hint("ModuleNotFoundError", "module 'socket' is refused by policy: a run has no network").is_none());
        assert!(hint("EOFError", "EOF when reading a line").is_some());
        assert!(hint("ValueError", "no").is_none());
    }
}
