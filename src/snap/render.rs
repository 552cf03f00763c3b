//! An outcome as the text of a golden: what a person can read, and no two outcomes alike.

use std::fmt::Write as _;

use crate::{File, Isolation, LimitKind, Outcome, Status};

/// How much of a file's content a golden shows, in bytes.
const MOST_OF_FILE: usize = 60;

/// The head of a line that holds the fuel in one isolation.
const FUEL: &str = "fuel:   ";

/// The text of an outcome, with its fuel or without.
///
/// Left out is what differs from one run to the next: times, memory, and numbers that stand for addresses.
pub(crate) fn render(outcome: &Outcome, with_fuel: bool) -> String {
    let mut text = format!("status: {}\n", outcome.status);
    if !outcome.value.is_none() {
        let value = serde_json::to_string(&outcome.value).unwrap_or_default();
        let _ = writeln!(text, "value:  {}", without_addresses(&value));
    }
    if !outcome.repr.is_empty() {
        let _ = writeln!(text, "repr:   {}", field(&outcome.repr));
    }
    if let Some(limit) = &outcome.limit {
        let kind = serde_json::to_value(limit.kind).unwrap_or_default();
        let _ = write!(text, "limit:  {} {}", kind.as_str().unwrap_or_default(), limit.limit);
        if is_exact(limit.kind) {
            let _ = write!(text, ", used {}", limit.used);
        }
        text.push('\n');
    }
    let cut = &outcome.truncated;
    for (name, _) in [("stdout", cut.stdout), ("stderr", cut.stderr), ("value", cut.value)].iter().filter(|cut| cut.1) {
        let _ = writeln!(text, "cut:    {name}");
    }
    if let Some(error) = &outcome.error {
        let _ = writeln!(text, "error:  {}: {}", error.kind, field(&error.message));
        if let Some(line) = error.line {
            let column = error.column.map_or(String::new(), |column| format!(" column {column}"));
            let _ = writeln!(text, "at:     line {line}{column}");
        }
        for (name, value) in [("hint", error.hint.clone()), ("exit", error.exit_code.map(|code| code.to_string()))] {
            if let Some(value) = value {
                let _ = writeln!(text, "{name}:   {}", field(&value));
            }
        }
    }
    for denial in &outcome.denials {
        let line = denial.line.map_or(String::new(), |line| format!(" at line {line}"));
        let _ = writeln!(text, "denied: {} {}{line}: {}", denial.kind, field(&denial.name), field(&denial.reason));
    }
    for file in &outcome.files {
        let _ = writeln!(text, "file:   {}", described(file));
    }
    if with_fuel && has_fuel(outcome.status) {
        let _ = writeln!(text, "{FUEL}{} {}", outcome.usage.fuel, outcome.isolation);
    }
    let traceback = outcome.error.as_ref().map_or("", |error| error.traceback.as_str());
    for (name, part) in [("stdout", outcome.stdout.as_str()), ("stderr", &outcome.stderr), ("traceback", traceback)] {
        section(&mut text, name, part);
    }
    if text.trim_end().len() + 1 != text.len() {
        text.push_str("--- end\n");
    }
    text
}

/// Whether a run that ended so used the same fuel each time.
pub(crate) fn has_fuel(status: Status) -> bool {
    !matches!(status, Status::Timeout | Status::Memory | Status::Cancelled | Status::Crashed)
}

/// A file with the beginning of its content, and with what tells the rest from another.
fn described(file: &File) -> String {
    let content = file.content.as_deref().unwrap_or_default();
    let head = String::from_utf8_lossy(&content[..content.len().min(MOST_OF_FILE)]);
    let head = without_addresses(&head.escape_debug().to_string());
    let rest =
        if content.len() > MOST_OF_FILE { format!("... {:08x}", crc32fast::hash(content)) } else { String::new() };
    format!("{}, {} bytes, {}: \"{head}\"{rest}", field(&file.path), file.size, file.media_type)
}

/// Whether a run that meets this limit has used the same of it each time: how far it came before a clock ended it differs, and so
/// does the fuel of the two isolations.
pub(crate) fn is_exact(kind: LimitKind) -> bool {
    !matches!(kind, LimitKind::Deadline | LimitKind::Tools | LimitKind::Memory | LimitKind::Fuel)
}

/// A text in one or more lines behind a name.
fn field(text: &str) -> String {
    let text = if text.chars().any(hidden) { escaped(text) } else { text.to_owned() };
    without_addresses(&text).replace('\n', "\n        ")
}

/// A part of many lines. One that holds characters that an editor or a diff would hide has them, and its backslashes, as escapes;
/// a line that looks like one of the golden's own has a backslash before it.
fn section(text: &mut String, name: &str, part: &str) {
    if part.is_empty() {
        return;
    }
    let is_hidden = part.chars().any(hidden);
    let _ = writeln!(text, "--- {name}{}", if is_hidden { " (escaped)" } else { "" });
    let part = without_addresses(part);
    let part = if is_hidden { escaped(&part) } else { part };
    for line in part.split_inclusive('\n') {
        if line.starts_with("--- ") || line.starts_with("\\--- ") || line.starts_with("(no newline") {
            text.push('\\');
        }
        text.push_str(line);
    }
    if !part.ends_with('\n') {
        text.push_str("\n(no newline at the end)\n");
    }
}

fn hidden(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t'
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            c if hidden(c) => out.extend(c.escape_default()),
            c => out.push(c),
        }
    }
    out
}

/// A text without what `repr` writes of an object's place in memory.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split(" at 0x");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(" at 0x…");
        out.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    out
}

/// The fuel that a golden's text holds of an isolation.
pub(crate) fn fuel(text: &str, isolation: Isolation) -> Option<u64> {
    let of =
        |line: &str| line.strip_prefix(FUEL)?.strip_suffix(isolation.to_string().as_str())?.trim_end().parse().ok();
    head(text).lines().find_map(of)
}

/// A golden's text without its fuel.
pub(crate) fn without_fuel(text: &str) -> String {
    let head = head(text);
    let lines = head.split_inclusive('\n').filter(|line| !line.starts_with(FUEL));
    lines.chain([&text[head.len()..]]).collect()
}

/// A text with the fuel that a golden holds of the other isolation, in the order in which goldens hold it.
pub(crate) fn with_fuel_of(text: &str, golden: &str, isolation: Isolation) -> String {
    let own = format!(" {isolation}");
    let fuel_lines = |text| head(text).lines().filter(|line| line.starts_with(FUEL));
    let mut lines: Vec<&str> = fuel_lines(golden).filter(|line| !line.ends_with(&own)).collect();
    lines.extend(fuel_lines(text));
    lines.sort_unstable_by_key(|line| line.rsplit(' ').next());
    let bare = without_fuel(text);
    let (start, end) = bare.split_at(head(&bare).len());
    let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
    format!("{start}{lines}{end}")
}

/// What stands before a golden's text of many lines: nothing that a program printed.
fn head(text: &str) -> &str {
    let end = if text.starts_with("--- ") { 0 } else { text.find("\n--- ").map_or(text.len(), |at| at + 1) };
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Engine, Isolation};

    fn shown(source: &str) -> String {
        let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
        render(&engine.run(source).unwrap(), false)
    }

    #[test]
    fn what_a_program_prints_can_not_pass_for_another_part() {
        assert_eq!(shown("print('a')\nprint('--- stderr')"), "status: ok\n--- stdout\na\n\\--- stderr\n");
        assert_eq!(shown("print('a', end='')"), "status: ok\n--- stdout\na\n(no newline at the end)\n");
        assert_eq!(shown("print('(no newline at the end)')"), "status: ok\n--- stdout\n\\(no newline at the end)\n");
        assert_eq!(shown("print('\\\\x1b')"), "status: ok\n--- stdout\n\\x1b\n");
        assert_eq!(shown("print('\\\\', chr(27))"), "status: ok\n--- stdout (escaped)\n\\\\ \\u{1b}\n");
    }

    #[test]
    fn what_ends_in_space_keeps_it() {
        assert_eq!(shown("print('a ')"), "status: ok\n--- stdout\na \n--- end\n");
        assert_eq!(shown("print('a\\n')"), "status: ok\n--- stdout\na\n\n--- end\n");
    }

    #[test]
    fn fuel_is_found_in_the_head_alone() {
        let text = "status: ok\nfuel:   12 native\n--- stdout\nfuel:   13 wasm\n";
        assert_eq!((fuel(text, Isolation::Native), fuel(text, Isolation::Wasm)), (Some(12), None));
        assert_eq!(without_fuel(text), "status: ok\n--- stdout\nfuel:   13 wasm\n");
    }

    #[test]
    fn each_isolation_has_fuel_of_its_own() {
        let golden = "status: ok\nfuel:   12 native\nfuel:   13 wasm\n--- stdout\na\n";
        let found = "status: ok\nfuel:   14 native\n--- stdout\nb\n";
        let merged = "status: ok\nfuel:   14 native\nfuel:   13 wasm\n--- stdout\nb\n";
        assert_eq!(with_fuel_of(found, golden, Isolation::Native), merged);
        assert_eq!(
            with_fuel_of("status: ok\nfuel:   1 wasm", "status: ok", Isolation::Wasm),
            "status: ok\nfuel:   1 wasm\n"
        );
        let both = "status: ok\nfuel:   12 native\nfuel:   9 wasm\n";
        assert_eq!(with_fuel_of("status: ok\nfuel:   9 wasm\n", golden, Isolation::Wasm), both);
        assert_eq!(with_fuel_of("status: ok\n", "status: ok\n", Isolation::Wasm), "status: ok\n");
    }
}
