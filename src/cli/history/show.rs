//! All that is known of a run, as a person reads it.

use serde_json::Value as Json;

use crate::file::shown;
use crate::history::Row;
use crate::units::{group, size};

/// A line a fact; then its code and its outcome, where they were kept.
pub(super) fn text(row: &Row, record: Option<&Json>) -> String {
    let none = || String::from("none");
    let optional = |value: &Option<String>| value.as_ref().map_or_else(none, |value| shown(value));
    let list: Vec<String> = row.denials.iter().map(|name| shown(name)).collect();
    let facts = [
        ("no", row.no.to_string()),
        ("id", shown(&row.id)),
        ("time", row.time.clone()),
        ("door", row.door.clone()),
        ("who", if row.who.is_empty() { none() } else { shown(&row.who) }),
        ("session", optional(&row.session)),
        ("isolation", row.isolation.clone()),
        ("status", row.status.clone()),
        ("error", optional(&row.error)),
        ("limit", optional(&row.limit)),
        ("refused", if list.is_empty() { none() } else { list.join(" ") }),
        ("fuel", group(row.usage.fuel)),
        ("time used", format!("{} us", group(row.usage.wall_us))),
        ("memory", size(row.usage.memory_peak_bytes)),
        ("output", size(row.usage.output_bytes)),
        ("code", row.code_sha256.clone()),
        ("policy", row.policy_sha256.clone()),
        ("kept", row.kept.clone()),
    ];
    let mut text: String = facts.iter().map(|(name, value)| format!("{name:9}  {value}\n")).collect();
    if let Some(record) = record {
        let source = record["source"].as_str().unwrap_or_default();
        let lines = source.lines().map(|line| format!("    {}\n", harmless(line)));
        text += &format!("\nsource:\n{}", lines.collect::<String>());
        let outcome = serde_json::to_string_pretty(&record["outcome"]).unwrap_or_default();
        text += &format!("\noutcome:\n{outcome}\n");
    }
    text
}

/// A line without what would move a terminal's cursor.
fn harmless(line: &str) -> String {
    let each = line.chars().map(|c| match c {
        '\t' => String::from("\t"),
        c if c.is_control() => c.escape_debug().to_string(),
        c => c.to_string(),
    });
    each.collect()
}
