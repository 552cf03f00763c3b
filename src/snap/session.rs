//! Runs examples one after another, and what they gave beside what they must.

use super::examples::{Example, Got};
use crate::{Outcome, Value};

/// Runs in the interpreter: each example in the names of those before it.
const DRIVER: &str = include_str!("examples.py");

/// The program that runs examples, and its inputs.
pub(crate) fn program(examples: &[Example], setup: &str, module: Option<&str>) -> (&'static str, Vec<(String, Value)>) {
    let sources =
        examples.iter().filter(|example| !example.options.skip).map(|example| Value::Str(example.source.clone()));
    let inputs = vec![
        (String::from("examples"), Value::List(sources.collect())),
        (String::from("setup"), Value::Str(setup.to_owned())),
        (String::from("module"), module.map_or(Value::None, |module| Value::Str(module.to_owned()))),
    ];
    (DRIVER, inputs)
}

/// The examples as they are written, and with what each gave where that is not what it must.
pub(crate) fn texts(examples: &[Example], outcome: &Outcome) -> (String, String) {
    let run: Vec<&Example> = examples.iter().filter(|example| !example.options.skip).collect();
    let expected: String = run.iter().map(|example| example.with(&example.want)).collect();
    let answers = answers(&outcome.value).filter(|answers| outcome.is_ok() && answers.len() == run.len());
    let Some(answers) = answers else {
        // The run itself came to another end than its last example.
        return (expected, super::render::render(outcome, false));
    };
    let found = run.iter().zip(&answers).map(|(example, got)| {
        if example.holds(got) {
            return example.with(&example.want);
        }
        let mut answer = got.printed.clone();
        if let Some(raised) = &got.raised {
            if !answer.is_empty() && !answer.ends_with('\n') {
                answer.push('\n');
            }
            answer.push_str("Traceback (most recent call last):\n");
            answer.push_str(raised);
        }
        example.with(&answer)
    });
    let found = found.collect();
    (expected, found)
}

/// What each example printed and raised.
fn answers(value: &Value) -> Option<Vec<Got>> {
    let Value::List(items) = value else { return None };
    let one = |item: &Value| match item {
        Value::List(parts) => match &parts[..] {
            [Value::Str(printed), raised] => Some(Got {
                printed: printed.clone(),
                raised: match raised {
                    Value::Str(raised) => Some(raised.clone()),
                    _ => None,
                },
            }),
            _ => None,
        },
        _ => None,
    };
    items.iter().map(one).collect()
}
