//! How many `2+2` a second, and how long each takes, beside a server that does nothing.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use crate::client::{Sample, closed_loop, health, request};
use crate::server::Server;
use crate::tell;

const CONNECTIONS: [usize; 3] = [1, 16, 256];

/// The servers take turns, so that a slow minute of the machine is every server's.
const ROUNDS: usize = 3;

const WARM: Duration = Duration::from_millis(500);
const TIME: Duration = Duration::from_secs(2);

/// Measures, tells and, where that is asked for, writes the document.
pub(crate) fn measure() -> ExitCode {
    let home = tempfile::tempdir().expect("there is a folder for temporary files");
    // As many requests wait as there are connections: none is turned away.
    let serve = |flags: &[&str]| Server::taipan(home.path(), &[&["--queue", "256"], flags].concat());
    let [nothing, taipan, bare] = match (Server::nothing(), serve(&[]), serve(&["--no-history"])) {
        (Ok(nothing), Ok(taipan), Ok(bare)) => [nothing, taipan, bare],
        (Err(error), ..) | (_, Err(error), _) | (_, _, Err(error)) => {
            tell(&format!("SKIPPED: {error}"));
            return ExitCode::SUCCESS;
        }
    };
    let run = || (request("2+2"), "\"repr\":\"4\"");
    let loads = [
        ("nothing", &nothing, run()),
        ("taipan serve, `/healthz`", &bare, (health(), "ok")),
        ("taipan serve", &taipan, run()),
        ("taipan serve --no-history", &bare, run()),
    ];
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("there are threads");
    let mut rows = String::new();
    let mut failed = 0;
    for connections in CONNECTIONS {
        let mut samples: [Vec<Sample>; 4] = Default::default();
        for _ in 0..ROUNDS {
            for ((_, server, ask), samples) in loads.iter().zip(&mut samples) {
                runtime.block_on(closed_loop(server.address, connections, WARM, ask.clone()));
                samples.push(runtime.block_on(closed_loop(server.address, connections, TIME, ask.clone())));
            }
        }
        let samples = samples.map(together);
        failed += samples.iter().map(|sample| sample.failed).sum::<usize>();
        let most = samples[0].rate;
        let idle = samples[1].rate;
        for ((name, ..), sample) in loads.iter().zip(&samples) {
            let _ = writeln!(
                rows,
                "| {connections} | {name} | {:.0} | {:.0} % | {:.0} % | {:.2} | {:.2} | {:.2} |",
                sample.rate,
                100.0 * sample.rate / most,
                100.0 * sample.rate / idle,
                sample.ms(500),
                sample.ms(990),
                sample.ms(999),
            );
        }
    }
    let text = document(&rows);
    tell(&text);
    if env::var_os("TAIPAN_WRITE_DOCS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/load.md");
        fs::write(path, text).expect("docs/ can be written");
    }
    tell(&format!("{failed} requests failed"));
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The median rate of some rounds, and the times of all.
fn together(rounds: Vec<Sample>) -> Sample {
    let mut rates: Vec<f64> = rounds.iter().map(|round| round.rate).collect();
    rates.sort_by(f64::total_cmp);
    let failed = rounds.iter().map(|round| round.failed).sum();
    let mut times: Vec<u32> = rounds.into_iter().flat_map(|round| round.times).collect();
    times.sort_unstable();
    Sample { rate: rates[rates.len() / 2], times, failed }
}

fn document(rows: &str) -> String {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let cpuinfo = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpuinfo.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown");
    let model = model.trim_start_matches(['\t', ' ', ':']);
    format!(
        "# Load\n\n`make bench` measures and writes this file. Absolute figures are this machine's; what has the same number of \
         connections was measured in turns.\n\n\
         `POST /v1/run` with `2+2`, each connection in a closed loop: it asks, waits for the answer, and asks again. *nothing* \
         is a server of the same crates that reads the body and answers with a constant outcome; `GET /healthz` asks taipan's own \
         server for nothing, and has no body. The servers and what loads them \
         share {processors} processors ({model}). Rates are medians of {ROUNDS} rounds of {} s, times those of all rounds. `--queue 256` lets all connections wait.\n\n\
         | connections | server | requests a second | of nothing's | of `/healthz`'s | p50 ms | p99 ms | p99.9 ms |\n|---|---|---|---|---|---|---|---|\n{rows}\n\
         `cargo bench --bench load -- mixed 600` loads a server with good and hostile requests for ten minutes, and ends with an \
         error if a good one failed, a connection hung or memory grew.\n",
        TIME.as_secs()
    )
}
