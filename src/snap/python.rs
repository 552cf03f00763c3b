//! The directives at the head of a Python file.

/// What the leading comment lines say in TOML behind `#!`, with an empty line for each other one.
pub(crate) fn directives(source: &str) -> String {
    let mut text = String::new();
    for (at, line) in source.lines().enumerate().take_while(|(_, line)| line.starts_with('#')) {
        // The first line may name an interpreter.
        if let Some(directive) = line.strip_prefix("#!").filter(|rest| at > 0 || !rest.trim_start().starts_with('/')) {
            text.push_str(directive);
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_are_the_marked_lines_of_the_head() {
        assert_eq!(directives("#!/usr/bin/env python3\n# about\n#! fuel = 7\nx = 1\n#! seed = 1"), "\n\n fuel = 7\n");
        assert_eq!(directives("#! tags = [\n#!   'a',\n#! ]\n"), " tags = [\n   'a',\n ]\n");
        assert_eq!(directives("\n#! fuel = 7"), "");
        assert_eq!(directives(""), "");
    }
}
