//! The history and its figures as a person reads them.

use crate::file::shown;
use crate::history::{Counted, Row, Spread, Stats};
use crate::units::group;

/// The widest bar of a chart.
const BAR: usize = 40;

/// A line a run.
pub(super) fn rows(rows: &[Row]) -> String {
    let head = ["NO", "TIME", "WHO", "STATUS", "MS", "FUEL", "WHAT"].map(String::from);
    let lines: Vec<[String; 7]> = std::iter::once(head).chain(rows.iter().map(cells)).collect();
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default();
    let widths: [usize; 7] = std::array::from_fn(width);
    lines
        .iter()
        .map(|[no, time, who, status, ms, fuel, what]| {
            let [a, b, c, d, e, f, _] = widths;
            let line = format!("{no:>a$}  {time:b$}  {who:c$}  {status:d$}  {ms:>e$}  {fuel:>f$}  {what}");
            line.trim_end().to_owned() + "\n"
        })
        .collect()
}

fn cells(row: &Row) -> [String; 7] {
    let who = if row.who.is_empty() { row.door.clone() } else { format!("{} {}", row.door, shown(&row.who)) };
    let what: Vec<String> = row.error.iter().chain(&row.limit).chain(&row.denials).map(|name| shown(name)).collect();
    [
        row.no.to_string(),
        row.time.split('.').next().unwrap_or_default().trim_end_matches('Z').to_owned() + "Z",
        who,
        row.status.clone(),
        ms(row.usage.wall_us),
        group(row.usage.fuel),
        what.join(" "),
    ]
}

/// All figures.
pub(super) fn stats(stats: &Stats) -> String {
    let Some(success) = stats.success else { return String::from("no runs\n") };
    let mut text = format!("runs     {}, {:.1} % ok\n", group(stats.runs), success * 100.0);
    text += &format!(
        "from     {} to {}\n",
        stats.first.as_deref().unwrap_or_default(),
        stats.last.as_deref().unwrap_or_default()
    );
    let counted = |counted: &[Counted]| {
        let each: Vec<String> =
            counted.iter().map(|counted| format!("{} {}", shown(&counted.name), group(counted.runs))).collect();
        if each.is_empty() { String::from("none") } else { each.join(", ") }
    };
    text += &format!("status   {}\n", counted(&stats.statuses));
    text += &format!("ms       {}\n", spread(&stats.wall_us, ms));
    text += &format!("fuel     {}\n", spread(&stats.fuel, group));
    text += &format!("errors   {}\n", counted(&stats.errors));
    text += &format!("refused  {}\n", counted(&stats.refused));
    text
}

fn spread(spread: &Spread, shown: fn(u64) -> String) -> String {
    let of = |value: Option<u64>| shown(value.unwrap_or_default());
    format!("p50 {}, p90 {}, p99 {}, most {}", of(spread.p50), of(spread.p90), of(spread.p99), of(spread.most))
}

/// A bar for each span of times.
pub(super) fn chart(stats: &Stats) -> String {
    let Some(most) = stats.times.iter().map(|bucket| bucket.runs).max() else { return String::from("no runs\n") };
    let label = |us: u64| format!("< {} ms", ms(us));
    let width = stats.times.iter().map(|bucket| label(bucket.below_us).len()).max().unwrap_or_default();
    let lines = stats.times.iter().map(|bucket| {
        // What is there is seen, however little it is.
        let bar = (bucket.runs as f64 / most as f64 * BAR as f64).ceil() as usize;
        format!("{:>width$}  {:BAR$}  {}\n", label(bucket.below_us), "#".repeat(bar), group(bucket.runs))
    });
    lines.collect()
}

/// Microseconds in milliseconds.
fn ms(us: u64) -> String {
    if us < 100_000 { format!("{}.{:03}", us / 1000, us % 1000) } else { group(us / 1000) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::Bucket;

    fn figures() -> Stats {
        let counted = |name: &str, runs| Counted { name: name.into(), runs };
        Stats {
            runs: 1200,
            ok: 900,
            success: Some(0.75),
            first: Some("2026-01-01T00:00:00Z".into()),
            last: Some("2026-01-02T00:00:00Z".into()),
            statuses: vec![counted("ok", 900), counted("error", 300)],
            wall_us: Spread { p50: Some(250), p90: Some(1000), p99: Some(99_999), most: Some(5_000_000) },
            fuel: Spread { p50: Some(7), p90: Some(7), p99: Some(8000), most: Some(25_000_001) },
            errors: vec![counted("ValueError", 299), counted("a\u{1b}[2J", 1)],
            refused: Vec::new(),
            times: vec![
                Bucket { below_us: 256, runs: 1199 },
                Bucket { below_us: 512, runs: 0 },
                Bucket { below_us: 1 << 23, runs: 1 },
            ],
        }
    }

    #[test]
    fn figures_are_shown() {
        let expected = "runs     1,200, 75.0 % ok\n\
            from     2026-01-01T00:00:00Z to 2026-01-02T00:00:00Z\n\
            status   ok 900, error 300\n\
            ms       p50 0.250, p90 1.000, p99 99.999, most 5,000\n\
            fuel     p50 7, p90 7, p99 8,000, most 25,000,001\n\
            errors   ValueError 299, a\\u{1b}[2J 1\n\
            refused  none\n";
        assert_eq!(stats(&figures()), expected);
        assert_eq!(stats(&Stats { success: None, ..figures() }), "no runs\n");
    }

    #[test]
    fn a_chart_has_a_bar_for_each_span() {
        let lines = [
            format!("< 0.256 ms  {}  1,199\n", "#".repeat(40)),
            format!("< 0.512 ms  {}  0\n", " ".repeat(40)),
            format!("< 8,388 ms  #{}  1\n", " ".repeat(39)),
        ];
        assert_eq!(chart(&figures()), lines.concat());
        assert_eq!(chart(&Stats { times: Vec::new(), ..figures() }), "no runs\n");
    }
}
