//! The text of whole tracebacks, each expectation taken from CPython.

use super::*;

mod bounds;
mod chains;
mod frames;
mod syntax;

/// An exception that went through frames of `main.py`, each given as `name line:column-end_line:end_column`.
fn raised(source: &str, places: &[&str], type_name: &str, message: &str) -> Link {
    let lines: Vec<&str> = source.lines().collect();
    let mut link = Link::new(type_name, message);
    link.frames = places.iter().map(|place| frame("main.py", place).with_source(&lines)).collect();
    link
}

fn frame(file: &str, place: &str) -> Frame {
    let (name, span) = place.split_once(' ').unwrap();
    let numbers: Vec<u32> = span.split([':', '-']).map(|number| number.parse().unwrap()).collect();
    Frame::new(file, name, numbers[0]).spanning(numbers[2], numbers[1], numbers[3])
}

fn syntax_error(line: i64, range: (i64, i64), text: &str, message: &str) -> Link {
    let mut link = Link::new("SyntaxError", "");
    link.syntax = Some(SyntaxDetail {
        message: message.to_owned(),
        file: Some("main.py".to_owned()),
        line: Some(line),
        end_line: Some(line),
        offset: Some(range.0),
        end_offset: Some(range.1),
        text: Some(text.to_owned()),
    });
    link
}

#[track_caller]
fn check(links: impl IntoIterator<Item = Link>, expected: &str) {
    let traceback = Traceback { links: links.into_iter().collect() };
    assert_eq!(traceback.to_string(), expected);
}
