//! Secrets that a run plants by every road that is known, and a look at all of the memory that the next run is given.
//!
//! Each test looks at its whole process, so it starts itself again as the only one in another.

use std::cell::RefCell;
use std::env;
use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::fs::FileExt as _;
use std::panic::{self, AssertUnwindSafe};
use std::process::Command;

use super::*;
use crate::cancel::Cancel;
use crate::policy::{Clock, Policy, Seed};

const PAGE_BYTES: usize = 4096;

/// What each plant begins with: a text that stands nowhere before the run makes it.
const MAKE: &str = "S = 'QZ'.join('%06d' % (k * k) for k in range(771, 776))\n";

/// What they make.
fn secret() -> String {
    (771..776).map(|k| format!("{:06}", k * k)).collect::<Vec<_>>().join("QZ")
}

/// Roads that end by themselves, most of them with nothing to show for it.
const ROADS: [&str; 33] = [
    "x = S",
    "import sys\nsys.modules[S] = S\nsys.path.append(S)\nsys.intern(S)",
    "import builtins\nsetattr(builtins, S, S)\nbuiltins.print = S",
    "import json\njson.planted = S\njson.loads('[\"' + S + '\"]')\njson.dumps({S: [S]})",
    "import random\nrandom.seed(S)",
    "import re\nre.compile(S)\nre.match('(' + S + ')*', S * 100)",
    "import codecs\ncodecs.register_error(S, lambda e: (S, 0))\ncodecs.register(lambda name: S)",
    "import functools\n@functools.lru_cache\ndef f(x): return x * 2\nf(S)",
    "class A:\n    def __del__(self): self.s = S\na = A()\na.me = a\ndel a",
    "type(S, (Exception,), {S: S})\nclass B(dict): s = S",
    "import warnings, logging\nwarnings.warn(S)\nlogging.getLogger(S).warning(S)",
    "import decimal, datetime\ndecimal.getcontext().prec = 77\ndatetime.datetime.strptime(S, S)",
    "import atexit\natexit.register(print, S)",
    "import contextvars\ncontextvars.ContextVar(S).set(S)",
    "import weakref, collections\nclass C: pass\nc = C()\nweakref.finalize(c, print, S)\nx = collections.deque([S])\nx.append(x)",
    "import io, csv, string\nio.StringIO(S).read()\nlist(csv.reader([S]))\nstring.Template(S).substitute()",
    "import hashlib, zlib, base64\nhashlib.sha256(S.encode())\nzlib.compress(S.encode())\nbase64.b64encode(S.encode())",
    "print(S)\nimport sys\nprint(S, file=sys.stderr)\nsys.stdout.write(S)",
    "try: __import__(S)\nexcept ImportError: pass\ntry: open(S)\nexcept Exception: pass",
    "[S] * 1000 + [{S: (S, {S})}]",
    "raise ValueError(S)",
    "raise SystemExit(S)",
    "raise ExceptionGroup(S, [KeyError(S), ValueError(S)]) from TypeError(S)",
    "compile(S + '(', S, 'exec')",
    "exec('def f_' + S + '():\\n    return 1 / 0\\nf_' + S + '()')",
    "def f(n, s): return f(n + 1, s + str(n)) if n < 300 else s\nf(0, S)",
    "def f(s): return f(S)\nf(S)",
    "x = ()\nfor _ in range(20_000): x = (x, S)\ntry: hash(x)\nexcept RecursionError: pass",
    "x = S\ntry: eval('-' * 100_000 + '1')\nexcept RecursionError: pass",
    "i = iter([S])\nfor _ in range(100_000): i = map(str, i)\nnext(i)",
    "x = [S + str(i) for i in range(20_000)]\ndel x",
    "x = bytearray(S.encode() * 50_000)",
    "x = [S + str(i) for i in range(100_000)]\ny = [bytearray(S.encode() * 100) for _ in range(3_000)]",
];

/// Roads that end in a trap: by fuel, time, memory, output or a stack.
const TRAPS: [&str; 8] = [
    "x = [S]\nwhile True: x.append(S + str(len(x) % 100)); x = x[-50:]",
    "x = S\nwhile True: pass",
    "import time\nx = S\ntime.sleep(9)",
    "x = S\nsum(iter(int, 1))",
    "x = S * 10**8",
    "x = []\nwhile True: x.append(S + str(len(x)))",
    "while True: print(S)",
    "x = S\nx = eval('-' * 50_000 + '1')",
];

/// Looks for what a run can find, and costs more if it finds it.
const LOOK: &str = "
import sys, builtins, json, random, decimal, warnings
found = [len(sys.modules), sorted(vars(builtins)), sorted(vars(json)), sorted(globals()), sys.path, random.random()]
found += [decimal.getcontext().prec, len(warnings.filters), len(object.__subclasses__())]
str(found)
";

fn planting(road: &str, limits: Limits) -> Job {
    // A clock that stands still lets a sleep wait for nothing.
    let clock = if road.contains("sleep") { Clock::System } else { Clock::FIXED };
    let policy = Policy { clock, seed: Seed::Number(1), ..Policy::default() };
    Job { limits, policy: Arc::new(policy), ..Job::of(&format!("{MAKE}{road}")) }
}

fn carry_out(wall: &Wall, job: &Job) -> Outcome {
    wall.run(job, &Link::default(), Duration::from_secs(30)).unwrap()
}

/// Where this process has a memory that starts as the image.
fn memories(image: &Image) -> Vec<usize> {
    let inode = rustix::fs::fstat(image.file()).unwrap().st_ino;
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let starts = maps.lines().filter_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [range, access, offset, _, found, ..] = fields.as_slice() else { return None };
        let offset = u64::from_str_radix(offset, 16).ok()?;
        let is_memory = *access == "rw-p" && offset == image.offset() && found.parse() == Ok(inode);
        is_memory.then(|| usize::from_str_radix(range.split_once('-')?.0, 16).ok())?
    });
    starts.collect()
}

thread_local! {
    /// What is read, kept from one look to the next.
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// The pages of a memory that are not as the image has them, and how many of them hold the secret.
fn written(image: &Image, memory: usize) -> (Vec<usize>, usize) {
    let mut bytes = BYTES.take();
    bytes.resize(image.memory(), 0);
    File::open("/proc/self/mem").unwrap().read_exact_at(&mut bytes, memory as u64).unwrap();
    let (secret, zeros) = (secret(), [0; PAGE_BYTES]);
    let (mut pages, mut secrets) = (Vec::new(), 0);
    for (at, page) in bytes.chunks(PAGE_BYTES).enumerate() {
        let fresh = image.bytes().get(at * PAGE_BYTES..(at + 1) * PAGE_BYTES).unwrap_or(&zeros);
        if page != fresh {
            pages.push(at);
            secrets += usize::from(page.windows(secret.len()).any(|bytes| bytes == secret.as_bytes()));
        }
    }
    BYTES.set(bytes);
    (pages, secrets)
}

/// Takes the wall's one instance, as a run would, and looks at all of its memory.
#[track_caller]
fn nothing_stayed(wall: &Wall, after: &str) {
    nothing_stayed_beside(&[], wall, after);
}

/// Likewise in a process that has these other memories.
#[track_caller]
fn nothing_stayed_beside(others: &[usize], wall: &Wall, after: &str) {
    let held = taken(wall);
    let image = wall.instances.mould().image.clone();
    let memories: Vec<usize> = memories(&image).into_iter().filter(|memory| !others.contains(memory)).collect();
    assert_eq!(memories.len(), 1, "after {after}");
    let (pages, secrets) = written(&image, memories[0]);
    assert!(pages.is_empty(), "after {after}: {} pages, {secrets} with the secret: {pages:?}", pages.len());
    wall.instances.give(held, true);
}

/// Whether this process runs this test and no other. If not, it has another do that, behind a command's words, and gives
/// what that said.
fn alone(test: &str, behind: &[&str]) -> Result<(), String> {
    let name = format!("{}::{test}", module_path!().split_once("::").unwrap().1);
    let args: Vec<String> = env::args().collect();
    if args.iter().any(|arg| arg == "--exact") && args.contains(&name) {
        return Ok(());
    }
    let this = env::current_exe().unwrap();
    let words: Vec<&str> = behind.iter().copied().chain([this.to_str().unwrap()]).collect();
    let mut command = Command::new(words[0]);
    let said = command.args(&words[1..]).args(["--exact", &name, "--nocapture"]).output().unwrap();
    let text = [said.stdout, said.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(said.status.success() && text.contains("1 passed"), "{name} in a process of its own: {text}");
    Err(text)
}

fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "SKIPPED: {why}");
}

/// Plants by every road, several times in a row, and looks behind each. `disturb` comes between a run and the look.
fn plant_everywhere(disturb: impl Fn(&Wall)) {
    let Some(wall) = wall(1) else { return };
    let _ = writeln!(std::io::stderr(), "{wall:?}");
    let look = |wall: &Wall| {
        let outcome = carry_out(wall, &planting(LOOK, Limits::default()));
        assert_eq!(outcome.status, Status::Ok, "{:?}", outcome.error);
        (outcome.repr, outcome.usage.fuel)
    };
    let fresh = look(&wall);
    nothing_stayed(&wall, "the look");
    let tight = Limits {
        fuel: 300_000,
        deadline: Duration::from_millis(700),
        memory: 16 << 20,
        output: 8 << 10,
        value_bytes: 1 << 20,
        ..Limits::default()
    };
    let roads = ROADS.iter().map(|road| (road, Limits::default()));
    for (road, limits) in roads.chain(TRAPS.iter().map(|road| (road, tight.clone()))) {
        let plant = planting(road, limits);
        // The first run writes pages that no run before it wrote, the next ones the same again.
        for turn in 0..3 {
            let outcome = carry_out(&wall, &plant);
            let exhausted = outcome.limit.is_some();
            assert_eq!(exhausted, TRAPS.contains(road), "{road}: {outcome:?}");
            assert!(!matches!(outcome.status, Status::Crashed | Status::Denied), "{road}: {outcome:?}");
            disturb(&wall);
            if turn == 2 || turn == 0 && !exhausted {
                nothing_stayed(&wall, road);
            }
        }
        assert_eq!(look(&wall), fresh, "after {road}");
    }
}

#[test]
fn nothing_of_a_run_stays() {
    if alone("nothing_of_a_run_stays", &[]).is_ok() {
        plant_everywhere(|_| {});
    }
}

/// A session's instance waits for it. Who gets it instead finds nothing, and the session goes on with what it had.
#[test]
fn nothing_of_a_session_stays() {
    if alone("nothing_of_a_session_stays", &[]).is_err() {
        return;
    }
    let Some(wall) = wall(1) else { return };
    let run_in = |state: &mut State, source: &str| {
        let job = Arc::new(planting(source, Limits::default()));
        let (outcome, too_much) =
            wall.run_in(state, u64::MAX, &job, &Link::default(), Duration::from_secs(30)).unwrap();
        assert_eq!(too_much, None);
        outcome
    };
    let fresh = carry_out(&wall, &planting(LOOK, Limits::default()));
    for road in ROADS {
        let mut state = wall.fresh_state();
        for _ in 0..3 {
            let outcome = run_in(&mut state, road);
            assert!(!matches!(outcome.status, Status::Crashed | Status::Denied), "{road}: {outcome:?}");
        }
        nothing_stayed(&wall, road);
        let look = carry_out(&wall, &planting(LOOK, Limits::default()));
        assert_eq!((look.repr, look.usage.fuel), (fresh.repr.clone(), fresh.usage.fuel), "after {road}");
        let outcome = run_in(&mut state, "assert S == ''.join(S)");
        assert_eq!(outcome.status, Status::Ok, "{road}: {outcome:?}");
        nothing_stayed(&wall, "the session's next run");
    }
}

/// The same where the kernel does not say which pages were written: `/proc/self/pagemap` is another file there.
#[test]
fn nothing_of_a_run_stays_where_no_pages_are_told() {
    let hide = "mount --bind /dev/null /proc/$$/pagemap && exec \"$0\" \"$@\"";
    let behind = ["unshare", "--mount", "sh", "-c", hide];
    let tried = Command::new(behind[0]).args(&behind[1..]).arg("true").output();
    if !tried.is_ok_and(|tried| tried.status.success()) {
        return skipped("no namespace without /proc/self/pagemap can be made here; it takes root");
    }
    let told = alone("nothing_of_a_run_stays", &behind).unwrap_err();
    assert!(told.contains("scans_pages: false") || told.contains("SKIPPED"), "{told}");
}

/// The same where the pages of a run have been swapped out before they are put back.
#[test]
#[allow(unsafe_code, reason = "advice to swap out, which changes no byte")]
fn nothing_of_a_run_stays_in_swap() {
    use rustix::mm::{Advice, madvise};
    let swaps = fs::read_to_string("/proc/swaps").unwrap_or_default();
    if swaps.lines().count() < 2 {
        return skipped("this machine has no swap");
    }
    if alone("nothing_of_a_run_stays_in_swap", &[]).is_err() {
        return;
    }
    plant_everywhere(|wall| {
        let image = &wall.instances.mould().image;
        for memory in memories(image) {
            let memory = std::ptr::with_exposed_provenance_mut(memory);
            // SAFETY: the memory may be unmapped by now, which makes the advice an error; it changes no byte.
            let _ = unsafe { madvise(memory, image.memory(), Advice::LinuxPageOut) };
        }
    });
}

/// What the tests above look with sees a secret while it is there.
#[test]
fn a_secret_is_seen_while_its_run_goes_on() {
    if alone("a_secret_is_seen_while_its_run_goes_on", &[]).is_err() {
        return;
    }
    let Some(wall) = wall(1) else { return };
    let cancel = Cancel::new();
    let image = wall.instances.mould().image.clone();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let endless = Limits { deadline: Duration::from_secs(60), fuel: u64::MAX, ..Limits::default() };
            let outcome =
                wall.run(&planting("while True: pass", endless), &Link::from(cancel.clone()), Duration::ZERO).unwrap();
            assert_eq!(outcome.status, Status::Cancelled);
        });
        // Ends in the run's deadline if it is never seen.
        while memories(&image).first().is_none_or(|memory| written(&image, *memory).1 == 0) {}
        cancel.cancel();
    });
    nothing_stayed(&wall, "a run that was cancelled");
}

#[test]
fn an_instance_whose_host_panicked_is_not_used_again() {
    if alone("an_instance_whose_host_panicked_is_not_used_again", &[]).is_err() {
        return;
    }
    let Some(wall) = wall(1) else { return };
    carry_out(&wall, &planting("x = S", Limits::default()));
    let instance = taken(&wall);
    let panicked = panic::catch_unwind(AssertUnwindSafe(|| {
        let _lent = Lent { wall: &wall, instance: Some(instance), usable: false };
        panic::resume_unwind(Box::new("the host"));
    }));
    assert!(panicked.is_err());
    assert_eq!(memories(&wall.instances.mould().image).len(), 0, "its memory is given back");
    // The only instance that there may be is another by now.
    assert_eq!(carry_out(&wall, &planting("len(S)", Limits::default())).repr, "38");
    nothing_stayed(&wall, "the run behind it");
}

/// The parent's engine is of no use to a forked child; one of its own is fresh, though the parent's memories are in the
/// child too.
#[test]
#[allow(unsafe_code, reason = "`fork` and `_exit`, in a process without other tests")]
fn a_forked_child_makes_an_engine_of_its_own() {
    if alone("a_forked_child_makes_an_engine_of_its_own", &[]).is_err() {
        return;
    }
    let Some(parents) = wall(1) else { return };
    let plant = planting("x = [S + str(i) for i in range(1000)]", Limits::default());
    carry_out(&parents, &plant);
    // SAFETY: this process's other threads hold no lock for long, and the child leaves without running what they left.
    let child = unsafe { libc::fork() };
    if child == 0 {
        let lived = panic::catch_unwind(AssertUnwindSafe(|| {
            let error = parents.run(&plant, &Link::default(), Duration::ZERO).unwrap_err();
            assert_eq!(error.to_string(), Error::forked().to_string());
            let others = memories(&parents.instances.mould().image);
            let own = wall(1).unwrap();
            for _ in 0..3 {
                carry_out(&own, &plant);
                nothing_stayed_beside(&others, &own, "a run in a child");
            }
        }));
        // SAFETY: nothing of this process is used behind it.
        unsafe { libc::_exit(i32::from(lived.is_err())) };
    }
    let mut status = 0;
    // SAFETY: the child is this process's own, and the status a number on the stack.
    assert_eq!(unsafe { libc::waitpid(child, &mut status, 0) }, child);
    assert_eq!(status, 0, "the child's assertions hold");
    assert_eq!(carry_out(&parents, &planting("len(S)", Limits::default())).repr, "38");
    nothing_stayed(&parents, "the fork");
}
