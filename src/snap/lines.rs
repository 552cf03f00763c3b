//! The cases of a JSON-lines file.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::{Map, Value as Json};

/// One line: a program with a name, what it must give, and its directives.
#[derive(Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) expect: Option<Json>,
    pub(crate) directives: Map<String, Json>,
}

/// An id may be a number as well.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(i64),
}

/// Each line that is not blank: its number, counted from 1, and the case or what is wrong with it.
pub(crate) fn lines(text: &str) -> Vec<(usize, Result<Line, String>)> {
    let mut seen = HashMap::new();
    let numbered =
        text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.trim().is_empty());
    numbered
        .map(|(at, text)| {
            let line = line(text).and_then(|line| match seen.insert(line.id.clone(), at) {
                Some(first) => {
                    Err(format!("the id `{}` is that of line {first} as well; give one of them another", line.id))
                }
                None => Ok(line),
            });
            (at, line)
        })
        .collect()
}

fn line(text: &str) -> Result<Line, String> {
    let value: Json = serde_json::from_str(text).map_err(|e| {
        let why = e.to_string();
        let (why, _) = why.split_once(" at line ").unwrap_or((&why, ""));
        format!("column {}: no JSON: {why}", e.column())
    })?;
    let Json::Object(mut map) = value else {
        return Err(String::from("a line is an object with `id` and `code`"));
    };
    let id = match map.shift_remove("id").map(serde_json::from_value) {
        Some(Ok(Id::Text(id))) if !id.is_empty() => id,
        Some(Ok(Id::Number(id))) => id.to_string(),
        Some(_) => return Err(String::from("`id` is a text that is not empty, or a whole number")),
        None => return Err(String::from("there is no `id`")),
    };
    let code = match map.shift_remove("code") {
        Some(Json::String(code)) => code,
        Some(_) => return Err(format!("`{id}`: `code` is a text")),
        None => return Err(format!("`{id}`: there is no `code`")),
    };
    let expect = map.shift_remove("expect");
    match &expect {
        None | Some(Json::String(_)) => {}
        Some(parts) => check_parts(parts).map_err(|why| format!("`{id}`: `expect`: {why}"))?,
    }
    Ok(Line { id, code, expect, directives: map })
}

/// Whether parts of an outcome are expected that one has.
pub(crate) fn check_parts(expect: &Json) -> Result<(), String> {
    const PARTS: [&str; 7] = ["status", "value", "repr", "stdout", "stderr", "error", "limit"];
    let Json::Object(parts) = expect else {
        return Err(String::from("it is the text that the program prints, or an object with parts of the outcome"));
    };
    match parts.keys().find(|key| !PARTS.contains(&key.as_str())) {
        Some(unknown) => Err(format!("an outcome has no `{unknown}`; it has {}", PARTS.join(", "))),
        None if parts.is_empty() => Err(format!("it names no part of the outcome; there are {}", PARTS.join(", "))),
        None => Ok(()),
    }
}

/// What an expectation says and what the outcome says of the same parts, as texts.
pub(crate) fn texts(expect: &Json, outcome: &crate::Outcome) -> (String, String) {
    let Json::Object(fields) = expect else {
        let mut printed = outcome.stdout.clone();
        if !outcome.repr.is_empty() {
            printed.push_str(&outcome.repr);
            printed.push('\n');
        }
        if let Some(error) = outcome.error.as_ref().filter(|_| !outcome.is_ok()) {
            printed.push_str(&error.traceback);
        } else if !outcome.is_ok() {
            printed.push_str(&format!("status: {}\n", outcome.status));
        }
        let expected = expect.as_str().unwrap_or_default();
        // The last newline may be left out.
        let expected =
            if expected.is_empty() || expected.ends_with('\n') { expected.into() } else { format!("{expected}\n") };
        return (expected, printed);
    };
    let all = serde_json::to_value(outcome).unwrap_or_default();
    let mut found = Map::new();
    for (key, wanted) in fields {
        let part = all.get(key).cloned().unwrap_or_default();
        let part = match (key.as_str(), wanted, &outcome.error) {
            // An error may be given as its last line.
            ("error", Json::String(_), Some(error)) => format!("{}: {}", error.kind, error.message).into(),
            ("error" | "limit", Json::Object(wanted), _) if part.is_object() => wanted
                .keys()
                .map(|key| (key.clone(), part.get(key).cloned().unwrap_or_default()))
                .collect::<Map<_, _>>()
                .into(),
            ("limit", Json::String(_), _) => part.get("kind").cloned().unwrap_or_default(),
            _ => part,
        };
        found.insert(key.clone(), part);
    }
    let text = |json: &Json| serde_json::to_string_pretty(json).unwrap_or_default() + "\n";
    (text(expect), text(&Json::Object(found)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> String {
        line(text).unwrap_err()
    }

    #[test]
    fn lines_are_cases() {
        let text = "{\"id\": \"a\", \"code\": \"1\", \"expect\": \"1\", \"fuel\": 7}\n\n{\"id\": 3, \"code\": \"\"}\n{\"id\": \"3\", \"code\": \"\"}\n{";
        let found = lines(text);
        let first = found[0].1.as_ref().unwrap();
        assert_eq!((found[0].0, first.id.as_str(), first.code.as_str()), (1, "a", "1"));
        assert_eq!((first.expect.clone(), first.directives["fuel"].clone()), (Some("1".into()), 7.into()));
        assert_eq!((found[1].0, found[1].1.as_ref().unwrap().id.as_str()), (3, "3"));
        assert_eq!(found[2], (4, Err("the id `3` is that of line 3 as well; give one of them another".into())));
        assert_eq!(found[3], (5, Err("column 1: no JSON: EOF while parsing an object".into())));
    }

    #[test]
    fn lines_that_are_no_cases_say_why() {
        assert_eq!(wrong("[1]"), "a line is an object with `id` and `code`");
        assert_eq!(wrong("{\"code\": \"1\"}"), "there is no `id`");
        assert_eq!(wrong("{\"id\": [], \"code\": \"1\"}"), "`id` is a text that is not empty, or a whole number");
        assert_eq!(wrong("{\"id\": \"a\"}"), "`a`: there is no `code`");
        assert_eq!(wrong("{\"id\": \"a\", \"code\": 1}"), "`a`: `code` is a text");
        assert_eq!(
            wrong("{\"id\": \"a\", \"code\": \"1\", \"expect\": {\"out\": \"\"}}"),
            "`a`: `expect`: an outcome has no `out`; it has status, value, repr, stdout, stderr, error, limit"
        );
        assert_eq!(
            wrong("{\"id\": \"a\", \"code\": \"1\", \"expect\": 1}"),
            "`a`: `expect`: it is the text that the program prints, or an object with parts of the outcome"
        );
        assert_eq!(
            wrong("{\"id\": \"a\", \"code\": \"1\", \"expect\": {}}"),
            "`a`: `expect`: it names no part of the outcome; there are status, value, repr, stdout, stderr, error, limit"
        );
    }
}
