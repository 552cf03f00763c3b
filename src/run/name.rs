//! The names that guest code can use.

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Whether guest code can use a name; the error says why it can't.
pub(super) fn check_name(name: &str) -> Result<(), String> {
    let starts = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    if !starts || !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        return Err(format!("`{name}` is not an identifier; use letters, digits and `_`, not starting with a digit"));
    }
    if KEYWORDS.contains(&name) {
        return Err(format!("`{name}` is a keyword of Python; choose another name"));
    }
    if name.starts_with("__") && name.ends_with("__") {
        return Err(format!("`{name}` is reserved by Python; choose a name without double underscores"));
    }
    Ok(())
}
