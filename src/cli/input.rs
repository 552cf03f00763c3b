//! Reads the named inputs of `--input`.

use std::io::{self, Read};
use std::path::Path;

use crate::Value;
use crate::files::read_bounded;
use crate::units::size;

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
    let read = serde_json::from_slice(&bytes).map(|value| match exact(&bytes) {
        // The text is JSON already, and stays so.
        Some(exact) => serde_json::from_slice(&exact).unwrap_or(value),
        None => value,
    });
    match read {
        Ok(value) => Ok((name.to_owned(), value)),
        Err(error) => Err(format!("input `{name}` is not JSON: {error}{}", hint(name, text))),
    }
}

/// The JSON text with the whole numbers that only a float would hold in the tagged form of an int; `None` where
/// there is none.
fn exact(json: &[u8]) -> Option<Vec<u8>> {
    const DIGITS_OF_I64: usize = 18;
    let mut out = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    while at < json.len() {
        if json[at] == b'"' {
            at += 1;
            while at < json.len() && json[at] != b'"' {
                at += 1 + usize::from(json[at] == b'\\');
            }
            at += 1;
        } else if json[at].is_ascii_digit() || json[at] == b'-' {
            let is_number = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
            let end = at + json[at..].iter().take_while(|byte| is_number(byte)).count();
            let number = &json[at..end];
            if number.len() > DIGITS_OF_I64 && !number.iter().any(|byte| b".eE".contains(byte)) {
                out.extend_from_slice(&json[copied..at]);
                out.extend_from_slice(br#"{"$type":"int","value":""#);
                out.extend_from_slice(number);
                out.extend_from_slice(br#""}"#);
                copied = end;
            }
            at = end;
        } else {
            at += 1;
        }
    }
    out.extend_from_slice(&json[copied..]);
    (copied > 0).then_some(out)
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
    fn whole_numbers_stay_exact() {
        let long = "123456789012345678901234567890";
        let text = format!(r#"l=[{long}, -{long}, 9223372036854775807, "\\\"{long}", {{"{long}": 1e30}}]"#);
        let read = read(&[text], false, 1000).unwrap();
        let json = serde_json::to_string(&read[0].1).unwrap();
        let tagged = |number: &str| format!(r#"{{"$type":"int","value":"{number}"}}"#);
        let expected = format!(
            r#"[{},{},{},"\\\"{long}",{{"{long}":1e+30}}]"#,
            tagged(long),
            tagged(&format!("-{long}")),
            tagged("9223372036854775807")
        );
        assert_eq!(json, expected);
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
