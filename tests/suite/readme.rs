//! What the README quotes is what the commands print.

use std::fs;

use crate::case::root;
use crate::command::taipan_in;

#[test]
fn quoted_commands_print_what_is_quoted() {
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let quoted = quoted(&text);
    assert_eq!(quoted.len(), 6, "{quoted:#?}");
    for (command, output) in quoted {
        match command {
            "make run" => assert_eq!(printed(&["run", "examples/mortgage.py"]), output),
            // A count of tests and seconds differs from one day to the next.
            "make test" => assert!(output.lines().all(|line| line.starts_with("--- ")), "{output}"),
            _ => assert_eq!(printed(&arguments(command)), output, "{command}"),
        }
    }
}

/// Each command of the console blocks, with what is shown below it.
fn quoted(text: &str) -> Vec<(&str, String)> {
    let mut quoted: Vec<(&str, String)> = Vec::new();
    let mut within = false;
    for line in text.lines() {
        match line {
            "```console" => within = true,
            "```" => within = false,
            _ if !within => {}
            _ => match (line.strip_prefix("$ "), quoted.last_mut()) {
                (Some(command), _) => quoted.push((command, String::new())),
                (None, Some((_, output))) => {
                    output.push_str(line);
                    output.push('\n');
                }
                (None, None) => panic!("output without a command: {line}"),
            },
        }
    }
    quoted
}

/// The words of a command line after `taipan`; single quotes keep one together.
fn arguments(command: &str) -> Vec<&str> {
    let rest = command.strip_prefix("taipan ").unwrap_or_else(|| panic!("not a command of taipan's: {command}"));
    let parts = rest.split('\'').enumerate();
    parts.flat_map(|(at, part)| if at % 2 == 1 { vec![part] } else { part.split_whitespace().collect() }).collect()
}

fn printed(arguments: &[&str]) -> String {
    let said = taipan_in(root(), arguments, b"");
    said.out + &said.err
}
