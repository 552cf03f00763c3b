//! Examples of a session with an interpreter (`>>>`), found and compared as CPython's `doctest` does.

/// One example: what was entered and what it must print.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Example {
    /// The line of the text at which it stands, counted from 0.
    pub(crate) line: usize,
    /// What was entered, with its last newline.
    pub(crate) source: String,
    /// What must be printed.
    pub(crate) want: String,
    pub(crate) options: Options,
}

/// How closely the output is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Options {
    pub(crate) ellipsis: bool,
    pub(crate) normalize_whitespace: bool,
    pub(crate) ignore_exception_detail: bool,
    pub(crate) no_true_for_1: bool,
    pub(crate) no_blankline: bool,
    pub(crate) skip: bool,
}

/// What an example gave: what it printed, and the last line of the exception that ended it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Got {
    pub(crate) printed: String,
    pub(crate) raised: Option<String>,
}

/// The examples of a text; or the line, counted from 0, at which one is malformed, and why.
pub(crate) fn examples(text: &str) -> Result<Vec<Example>, (usize, String)> {
    let expanded: Vec<String> = text.lines().map(expand_tabs).collect();
    let mut examples = Vec::new();
    let mut at = 0;
    while at < expanded.len() {
        let line = &expanded[at];
        let margin = line.len() - line.trim_start_matches(' ').len();
        if !line[margin..].starts_with(">>>") {
            at += 1;
            continue;
        }
        let begun = at;
        let mut source = entered(line, margin, at)?;
        at += 1;
        while at < expanded.len() && expanded[at].trim_start_matches(' ').starts_with("...") {
            let margin = expanded[at].len() - expanded[at].trim_start_matches(' ').len();
            source.push_str(&entered(&expanded[at], margin, at)?);
            at += 1;
        }
        let mut want = String::new();
        while at < expanded.len() {
            let line = &expanded[at];
            if line.trim_matches(' ').is_empty() || line.trim_start_matches(' ').starts_with(">>>") {
                break;
            }
            if line.get(..margin).is_none_or(|head| !head.trim().is_empty()) {
                return Err((at, String::from("this line of output is indented less than its example")));
            }
            want.push_str(&line[margin..]);
            want.push('\n');
            at += 1;
        }
        let options = options(&source).map_err(|why| (begun, why))?;
        // A comment alone is no statement.
        let is_code = source.lines().any(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
        if is_code {
            examples.push(Example { line: begun, source, want, options });
        }
    }
    Ok(examples)
}

fn entered(line: &str, margin: usize, at: usize) -> Result<String, (usize, String)> {
    let rest = &line[margin + 3..];
    match rest.strip_prefix(' ') {
        Some(rest) => Ok(format!("{rest}\n")),
        None if rest.is_empty() => Ok(String::from("\n")),
        None => Err((at, format!("a space is missing behind `{}`", &line[margin..margin + 3]))),
    }
}

fn expand_tabs(line: &str) -> String {
    if !line.contains('\t') {
        return line.to_owned();
    }
    let mut out = String::new();
    let mut column = 0;
    for c in line.chars() {
        if c == '\t' {
            let next = (column / 8 + 1) * 8;
            out.extend(std::iter::repeat_n(' ', next - column));
            column = next;
        } else {
            out.push(c);
            column += 1;
        }
    }
    out
}

/// What a comment `# doctest: +ELLIPSIS` says.
fn options(source: &str) -> Result<Options, String> {
    let mut options = Options::default();
    for line in source.lines() {
        let Some(comment) = line.rfind('#').map(|at| line[at + 1..].trim_start()) else { continue };
        let Some(words) = comment.strip_prefix("doctest:").filter(|words| !words.contains(['\'', '"'])) else {
            continue;
        };
        for word in words.replace(',', " ").split_whitespace() {
            let (sign, name) = word.split_at_checked(1).unwrap_or((word, ""));
            let on = match sign {
                "+" => true,
                "-" => false,
                _ => return Err(format!("`{word}` is no option of doctest; write + or - before its name")),
            };
            match name {
                "ELLIPSIS" => options.ellipsis = on,
                "NORMALIZE_WHITESPACE" => options.normalize_whitespace = on,
                "IGNORE_EXCEPTION_DETAIL" => options.ignore_exception_detail = on,
                "DONT_ACCEPT_TRUE_FOR_1" => options.no_true_for_1 = on,
                "DONT_ACCEPT_BLANKLINE" => options.no_blankline = on,
                "SKIP" => options.skip = on,
                "REPORT_UDIFF" | "REPORT_CDIFF" | "REPORT_NDIFF" | "REPORT_ONLY_FIRST_FAILURE" | "FAIL_FAST" => {}
                _ => return Err(format!("`{name}` is no option of doctest")),
            }
        }
    }
    Ok(options)
}

impl Example {
    /// Whether what it gave is what it must.
    pub(crate) fn holds(&self, got: &Got) -> bool {
        match (&got.raised, self.message()) {
            (None, _) => same(&self.want, &got.printed, self.options),
            (Some(_), None) => false,
            (Some(raised), Some(message)) => {
                same(&message, raised, self.options)
                    || (self.options.ignore_exception_detail
                        && same(without_detail(&message), without_detail(raised), self.options))
            }
        }
    }

    /// The exception that it must raise.
    fn message(&self) -> Option<String> {
        let mut lines = self.want.split_inclusive('\n');
        let head = lines.next()?.trim_end();
        if !matches!(head, "Traceback (most recent call last):" | "Traceback (innermost last):") {
            return None;
        }
        let rest: String =
            lines.skip_while(|line| !line.starts_with(|c: char| c.is_alphanumeric() || c == '_')).collect();
        (!rest.is_empty()).then_some(rest)
    }

    /// The example with an answer, as it stands in a text.
    pub(crate) fn with(&self, answer: &str) -> String {
        let mut text = String::new();
        for (at, line) in self.source.lines().enumerate() {
            let prompt = if at == 0 { ">>>" } else { "..." };
            text.push_str(format!("{prompt} {line}").trim_end());
            text.push('\n');
        }
        text.push_str(answer);
        if !answer.is_empty() && !answer.ends_with('\n') {
            text.push('\n');
        }
        text
    }
}

/// The class of an exception without its module and message.
fn without_detail(message: &str) -> &str {
    let class = message.lines().next().unwrap_or_default();
    let class = class.split(':').next().unwrap_or_default();
    class.rsplit('.').next().unwrap_or_default()
}

fn same(want: &str, got: &str, options: Options) -> bool {
    if want == got {
        return true;
    }
    if !options.no_true_for_1 && matches!((got, want), ("True\n", "1\n") | ("False\n", "0\n")) {
        return true;
    }
    let (mut want, mut got) = (want.to_owned(), got.to_owned());
    if !options.no_blankline {
        let blank = |line: &str| if line.trim_end() == "<BLANKLINE>" { String::from("\n") } else { line.to_owned() };
        want = want.split_inclusive('\n').map(blank).collect();
        let empty =
            |line: &str| if line.trim_matches([' ', '\n']).is_empty() { String::from("\n") } else { line.to_owned() };
        got = got.split_inclusive('\n').map(empty).collect();
        if want == got {
            return true;
        }
    }
    if options.normalize_whitespace {
        let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        (want, got) = (joined(&want), joined(&got));
        if want == got {
            return true;
        }
    }
    options.ellipsis && matches(&want, &got)
}

/// Whether a text fits a pattern in which `...` stands for anything.
fn matches(want: &str, got: &str) -> bool {
    let parts: Vec<&str> = want.split("...").collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    if parts.len() == 1 || first.len() + last.len() > got.len() || !got.starts_with(first) || !got.ends_with(last) {
        return false;
    }
    let mut rest = &got[first.len()..got.len() - last.len()];
    for part in &parts[1..parts.len() - 1] {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Example {
        examples(text).unwrap().remove(0)
    }

    fn printed(text: &str) -> Got {
        Got { printed: text.into(), raised: None }
    }

    #[test]
    fn examples_are_found_in_a_text() {
        let text = "Words.\n\n    >>> x = 1\n    >>> if x:\n    ...     print(x)\n    ...\n    1\n      2\n\n    >>> # nothing\n";
        let found = examples(text).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].line, found[0].source.as_str(), found[0].want.as_str()), (2, "x = 1\n", ""));
        assert_eq!(found[1].source, "if x:\n    print(x)\n\n");
        assert_eq!(found[1].want, "1\n  2\n");
        assert_eq!(found[1].with("3"), ">>> if x:\n...     print(x)\n...\n3\n");
    }

    #[test]
    fn malformed_examples_are_placed() {
        assert_eq!(examples("\n>>>x"), Err((1, "a space is missing behind `>>>`".into())));
        assert_eq!(examples("  >>> x\n1"), Err((1, "this line of output is indented less than its example".into())));
        assert_eq!(examples(">>> x # doctest: +ELIPSIS"), Err((0, "`ELIPSIS` is no option of doctest".into())));
    }

    #[test]
    fn output_is_compared_as_doctest_does() {
        let holds = |text: &str, got: &str| one(text).holds(&printed(got));
        assert!(holds(">>> x\n1\n", "1\n") && holds(">>> x\n1\n", "True\n") && !holds(">>> x\n1\n", "2\n"));
        assert!(!holds(">>> x # doctest: +DONT_ACCEPT_TRUE_FOR_1\n1\n", "True\n"));
        assert!(holds(">>> x\na\n<BLANKLINE>\nb\n", "a\n\nb\n"));
        assert!(holds(">>> x # doctest: +NORMALIZE_WHITESPACE\n[1,   2]\n", "[1,\n 2]\n"));
        assert!(holds(">>> x # doctest: +ELLIPSIS\na...c...e\n", "abcde\n"));
        assert!(!holds(">>> x # doctest: +ELLIPSIS\na...a\n", "a\n"));
        assert!(!holds(">>> x\na...\n", "ab\n"));
        assert!(!holds(">>> x\n1\n", ""));
    }

    #[test]
    fn exceptions_are_compared_by_their_last_lines() {
        let raised = |text: &str| Got { printed: String::new(), raised: Some(text.into()) };
        let example = one(">>> x\nTraceback (most recent call last):\n  File \"a\", line 1\n    b\nm.E: no\n");
        assert!(example.holds(&raised("m.E: no\n")) && !example.holds(&raised("m.E: yes\n")));
        assert!(!example.holds(&printed("")));
        assert!(!one(">>> x\n1\n").holds(&raised("m.E: no\n")));
        let loose = one(">>> x # doctest: +IGNORE_EXCEPTION_DETAIL\nTraceback (most recent call last):\nm.E: no\n");
        assert!(loose.holds(&raised("E: yes\n")) && !loose.holds(&raised("F: no\n")));
    }
}
