//! Reads the named inputs of `--input`.

use std::io::{self, Read};
use std::path::Path;

use super::program::read_bounded;
use super::units::size;
use crate::Value;

/// Reads `NAME=JSON`, `NAME=@FILE` or `NAME=@-`; each text may have at most `most` bytes.
pub(crate) fn read(inputs: &[String], stdin_is_taken: bool, most: u64) -> Result<Vec<(String, Value)>, String> {
    let mut stdin_is_taken = stdin_is_taken;
    inputs.iter().map(|input| one(input, &mut stdin_is_taken, most)).collect()
}

fn one(input: &str, stdin_is_taken: &mut bool, most: u64) -> Result<(String, Value), String> {
    let Some((name, text)) = input.split_once('=') else {
        return Err(format!("input `{input}`: write a name, `=` and a value, such as --input n=5"));
    };
    let bytes = match text.strip_prefix('@') {
        None => text.as_bytes().to_vec(),
        Some("-") if *stdin_is_taken => return Err(format!("input `{name}`: standard input is read twice")),
        Some("-") => {
            *stdin_is_taken = true;
            let mut bytes = Vec::new();
            let read = io::stdin().lock().take(most + 1).read_to_end(&mut bytes);
            read.map_err(|e| format!("input `{name}`: {e}"))?;
            bytes
        }
        Some(path) => read_bounded(Path::new(path), most).map_err(|e| format!("input `{name}`: {e}"))?,
    };
    if bytes.len() as u64 > most {
        return Err(format!(
            "input `{name}` is larger than the memory limit of {}; raise it with --memory",
            size(most)
        ));
    }
    match serde_json::from_slice(&bytes) {
        Ok(value) => Ok((name.to_owned(), value)),
        Err(error) => Err(format!("input `{name}` is not JSON: {error}{}", hint(name, text))),
    }
}

/// What to write for a text whose quotes the shell took.
fn hint(name: &str, text: &str) -> String {
    let is_word = text.starts_with(|c: char| c.is_alphabetic()) && !text.contains(['\'', '"', '\\']);
    if is_word { format!("; text needs quotes, as in --input '{name}=\"{text}\"'") } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(input: &str) -> String {
        read(&[input.to_owned()], true, 100).unwrap_err()
    }

    #[test]
    fn json_is_read() {
        let inputs = ["n=5", "s=\"a=b\"", "l=[1, 2.5, null]"].map(String::from);
        let read = read(&inputs, false, 100).unwrap();
        assert_eq!(read[0], ("n".into(), Value::Int(5)));
        assert_eq!(read[1], ("s".into(), Value::Str("a=b".into())));
        assert_eq!(read[2].1, Value::List(vec![Value::Int(1), Value::Float(2.5), Value::None]));
    }

    #[test]
    fn mistakes_are_explained() {
        assert_eq!(error("n"), "input `n`: write a name, `=` and a value, such as --input n=5");
        assert_eq!(error("n=@-"), "input `n`: standard input is read twice");
        assert_eq!(error("n=@missing.json"), "input `n`: missing.json: no such file or directory");
        assert_eq!(
            error("n=Ann"),
            "input `n` is not JSON: expected value at line 1 column 1; text needs quotes, as in --input 'n=\"Ann\"'"
        );
        assert_eq!(error("n=[1,"), "input `n` is not JSON: EOF while parsing a value at line 1 column 3");
        assert_eq!(error("n="), "input `n` is not JSON: EOF while parsing a value at line 1 column 0");
        assert_eq!(
            error(&format!("n=\"{}\"", "x".repeat(100))),
            "input `n` is larger than the memory limit of 100 bytes; raise it with --memory"
        );
    }
}
