//! A case: one Python file whose leading comments say how to run it.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{env, fs, thread};

use taipan::{Clock, Engine, Error, Isolation, Limits, Outcome, Policy, Seed, Status, Tier, Value};

/// One file under `tests/cases`.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The folder under `tests/cases`.
    pub(crate) area: String,
    /// The file's name without `.py`.
    pub(crate) name: String,
    /// The whole file, header included.
    pub(crate) source: String,
    /// The bounds, from the header and the suite's defaults.
    pub(crate) limits: Limits,
    /// The policy: a fixed clock and seed 0 unless the header says else.
    pub(crate) policy: Policy,
    /// Named inputs.
    pub(crate) inputs: Vec<(String, Value)>,
    /// Files that it finds, as text.
    pub(crate) files: Vec<(String, String)>,
    /// Why CPython can't be asked.
    pub(crate) cpython: Option<String>,
    /// Why the answer differs from CPython's and stays so.
    pub(crate) diverges: Option<String>,
    /// Why the text, or the ending, differs behind the wall.
    pub(crate) behind: Option<String>,
    /// The status that the run must end with.
    pub(crate) expect: Option<Status>,
    /// The status that it must end with behind the wall, where `behind` says why that is another.
    pub(crate) behind_expect: Option<Status>,
}

impl Case {
    /// `area/name`.
    pub(crate) fn id(&self) -> String {
        format!("{}/{}", self.area, self.name)
    }

    /// The status that the run must end with on an isolation; `ok` where the header says nothing.
    pub(crate) fn expected(&self, isolation: Isolation) -> Status {
        let behind = self.behind_expect.filter(|_| isolation == Isolation::Wasm);
        behind.or(self.expect).unwrap_or(Status::Ok)
    }

    /// Runs it on an engine that [`engine`] made; says so before and after if `TAIPAN_TRACE_CASES` is set.
    pub(crate) fn run(&self, engine: &Engine) -> Result<Outcome, Error> {
        let trace = env::var_os("TAIPAN_TRACE_CASES").is_some();
        if trace {
            let _ = writeln!(std::io::stderr(), "case {}", self.id());
        }
        let mut run = engine.prepare(self.source.as_str()).limits(&self.limits).policy(&self.policy);
        for (name, value) in &self.inputs {
            run = run.input(name.as_str(), value.clone());
        }
        for (path, text) in &self.files {
            run = run.file(path.as_str(), text.as_str());
        }
        let result = run.run();
        if trace && let Ok(outcome) = &result {
            let ms = outcome.usage.wall_us / 1000;
            let _ = writeln!(std::io::stderr(), "case {}: {} in {ms} ms", self.id(), outcome.status);
        }
        result
    }

    fn parse(area: &str, name: &str, source: String, file: &Path) -> Result<Case, String> {
        let mut case = Case {
            area: area.to_owned(),
            name: name.to_owned(),
            source: String::new(),
            limits: limits(),
            policy: Policy { clock: Clock::FIXED, seed: Seed::Number(0), ..Policy::default() },
            inputs: Vec::new(),
            files: Vec::new(),
            cpython: None,
            diverges: None,
            behind: None,
            expect: None,
            behind_expect: None,
        };
        for (at, line) in source.lines().enumerate().take_while(|(_, line)| line.starts_with('#')) {
            if let Some(text) = line.strip_prefix("# taipan:") {
                case.set(text).map_err(|why| format!("{}:{}: {why}", file.display(), at + 1))?;
            }
        }
        if case.behind_expect.is_some() && (case.behind.is_none() || case.behind_expect == case.expect) {
            return Err(format!(
                "{}: `behind_expect`: it is another than `expect`, and `behind` says why",
                file.display()
            ));
        }
        case.source = source;
        Ok(case)
    }

    fn set(&mut self, text: &str) -> Result<(), String> {
        let table: toml::Table = toml::from_str(text).map_err(|e| e.message().to_owned())?;
        for (key, value) in table {
            self.set_key(&key, value).map_err(|why| format!("`{key}`: {why}"))?;
        }
        Ok(())
    }

    fn set_key(&mut self, key: &str, value: toml::Value) -> Result<(), String> {
        let limits = &mut self.limits;
        match key {
            "fuel" => limits.fuel = read(value)?,
            "memory" => limits.memory = bytes(value)?,
            "output" => limits.output = bytes(value)?,
            "source" => limits.source = bytes(value)?,
            "value_bytes" => limits.value_bytes = bytes(value)?,
            "value_depth" => limits.value_depth = read(value)?,
            "recursion" => limits.recursion = read(value)?,
            "timeout" => limits.deadline = duration(value)?,
            "allow" => self.policy.allow = read(value)?,
            "deny" => self.policy.deny = read(value)?,
            "clock" => self.policy.clock = read(value)?,
            "seed" => self.policy.seed = read(value)?,
            "cpython" => self.cpython = Some(read(value)?),
            "behind" => self.behind = Some(read(value)?),
            "diverges" => self.diverges = Some(read(value)?),
            "expect" => self.expect = Some(read(value)?),
            "behind_expect" => self.behind_expect = Some(read(value)?),
            "inputs" => self.inputs = inputs(value)?,
            "files" => self.files = read::<BTreeMap<String, String>>(value)?.into_iter().collect(),
            _ => {
                return Err(String::from(
                    "no such key; there are fuel, memory, output, source, value_bytes, value_depth, recursion, \
                     timeout, allow, deny, clock, seed, cpython, diverges, behind, expect, behind_expect, inputs, files",
                ));
            }
        }
        Ok(())
    }
}

/// The defaults, with a deadline that a loaded machine can keep: what a case checks is its fuel.
pub(crate) fn limits() -> Limits {
    Limits { deadline: Duration::from_secs(60), ..Limits::default() }
}

/// A policy that leaves every module to the cases.
pub(crate) fn policy() -> Policy {
    let extra = taipan::modules().iter().filter(|module| module.tier == Tier::Extra);
    Policy { allow: extra.map(|module| module.name.to_owned()).collect(), ..Policy::default() }
}

/// An engine that leaves every bound and module to the cases.
pub(crate) fn engine() -> Engine {
    Engine::builder().isolation(Isolation::Native).limits(limits()).policy(policy()).build().unwrap()
}

/// The repository's top folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The cases of some areas, sorted, as far as their names contain `TAIPAN_CASES`.
///
/// Every malformed header is named in the panic.
pub(crate) fn cases(areas: &[&str]) -> Vec<Case> {
    let (cases, wrong): (Vec<_>, Vec<_>) = areas.iter().flat_map(|area| read_area(area)).partition(Result::is_ok);
    let wrong: Vec<String> = wrong.into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "malformed cases:\n{}", wrong.join("\n"));
    cases.into_iter().filter_map(Result::ok).filter(|case| selected(&case.id())).collect()
}

/// Whether `TAIPAN_CASES` leaves a case in.
pub(crate) fn selected(id: &str) -> bool {
    env::var("TAIPAN_CASES").map_or(true, |part| id.contains(&part))
}

fn read_area(area: &str) -> Vec<Result<Case, String>> {
    let folder = root().join("tests/cases").join(area);
    let entries = fs::read_dir(&folder).map_or_else(|_| Vec::new(), |entries| entries.flatten().collect());
    let mut files: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
    files.sort();
    let cases = files.iter().map(|file| {
        if file.extension().is_none_or(|ext| ext != "py") {
            return Err(format!("{}: not a Python file", file.display()));
        }
        let source = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        Case::parse(area, &name, source, file.strip_prefix(root()).unwrap_or(file))
    });
    cases.collect()
}

/// Runs each case on a few threads; the results are in the order of the cases.
pub(crate) fn run_all<C: Sync, T: Send>(cases: &[C], run: impl Fn(&C) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<Option<T>>> = Mutex::new(cases.iter().map(|_| None).collect());
    let threads = thread::available_parallelism().map_or(2, usize::from).min(8);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((at, case)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, cases.get(at)?)))
                {
                    let result = run(case);
                    done.lock().unwrap()[at] = Some(result);
                }
            });
        }
    });
    done.into_inner().unwrap().into_iter().flatten().collect()
}

fn read<T: serde::de::DeserializeOwned>(value: toml::Value) -> Result<T, String> {
    value.try_into().map_err(|e: toml::de::Error| e.message().to_owned())
}

fn bytes(value: toml::Value) -> Result<u64, String> {
    let toml::Value::String(text) = value else { return read(value) };
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = match text[digits.len()..].trim() {
        "KiB" => 1 << 10,
        "MiB" => 1 << 20,
        "GiB" => 1 << 30,
        _ => return Err(format!("`{text}` is not a size; write a number and KiB, MiB or GiB")),
    };
    digits.parse::<u64>().map(|number| number * unit).map_err(|e| format!("`{text}`: {e}"))
}

fn duration(value: toml::Value) -> Result<Duration, String> {
    let limits = toml::Table::from_iter([(String::from("deadline"), value)]);
    read::<Limits>(limits.into()).map(|limits| limits.deadline)
}

fn inputs(value: toml::Value) -> Result<Vec<(String, Value)>, String> {
    let toml::Value::Table(table) = value else { return Err(String::from("not a table")) };
    let each = table.into_iter().map(|(name, value)| {
        let json = serde_json::to_value(value).map_err(|e| e.to_string())?;
        Ok((name, serde_json::from_value(json).map_err(|e| e.to_string())?))
    });
    each.collect()
}

#[test]
fn a_malformed_header_names_file_and_line() {
    let parse = |source: &str| Case::parse("limits", "x", source.to_owned(), Path::new("x.py")).unwrap_err();
    assert!(parse("# about\n# taipan: fule = 1\n").starts_with("x.py:2: `fule`: no such key; there are fuel, "));
    assert_eq!(
        parse("# taipan: memory = \"64MB\""),
        "x.py:1: `memory`: `64MB` is not a size; write a number and KiB, MiB or GiB"
    );
    assert!(parse("# taipan: expect = \"fine\"").starts_with("x.py:1: `expect`: unknown variant `fine`"));
    assert_eq!(
        parse("# taipan: expect = \"memory\"\n# taipan: behind_expect = \"fuel\""),
        "x.py: `behind_expect`: it is another than `expect`, and `behind` says why"
    );
    assert!(parse("# taipan: fuel 3").starts_with("x.py:1: "));
}

#[test]
fn a_header_sets_bounds_policy_and_inputs() {
    let source = "# taipan: memory = \"2MiB\"\n# taipan: timeout = \"250ms\"\n# taipan: seed = 7\n\
                  # taipan: inputs = {prices = [1.5, 2.0], big = {\"$type\" = \"int\", value = \"9007199254740993\"}}\n\
                  sum(prices)\n# taipan: fule = 1\n";
    let case = Case::parse("limits", "x", source.to_owned(), Path::new("x.py")).unwrap();
    assert_eq!((case.limits.memory, case.limits.deadline), (2 << 20, Duration::from_millis(250)));
    assert_eq!((case.policy.seed, case.policy.clock), (Seed::Number(7), Clock::FIXED));
    assert_eq!(case.inputs[0], (String::from("big"), Value::Int(9_007_199_254_740_993)));
    assert_eq!(case.inputs[1], (String::from("prices"), Value::from(vec![1.5, 2.0])));
}
