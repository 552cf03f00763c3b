//! The wall where the process, the job or the guest is not what it should be.

mod fresh;
mod snapshots;

use std::io::Write as _;

use super::*;
use crate::limits::Limits;
use crate::outcome::Status;
use crate::policy::{Clock, Policy};
use crate::tool::Tools;

/// A wall of so many instances; none in a build without a guest, which says so aloud.
fn wall(most: usize) -> Option<Wall> {
    match Wall::start(most) {
        Ok(wall) => Some(wall),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Unsupported);
            let _ = writeln!(std::io::stderr(), "SKIPPED, for {error}");
            None
        }
    }
}

fn run(wall: &Wall, source: &str) -> Result<Outcome, Error> {
    wall.run(&Job::of(source), &Link::default(), Duration::from_millis(50))
}

fn taken(wall: &Wall) -> instance::Instance {
    wall.instances.take(None, None, Duration::from_secs(30)).unwrap().unwrap()
}

#[test]
fn a_forked_process_is_told_to_make_its_own() {
    let Some(mut wall) = wall(2) else { return };
    assert_eq!(run(&wall, "2 + 2").unwrap().repr, "4");
    wall.process += 1;
    let error = run(&wall, "2 + 2").unwrap_err();
    let text =
        "unsupported: the engine was made before this process was forked; its threads stayed behind: make another";
    assert_eq!((error.kind(), error.to_string()), (ErrorKind::Unsupported, text.to_owned()));
}

#[test]
#[cfg(feature = "server")]
fn an_instance_is_made_ready_once_and_for_the_next_run() {
    let Some(mut wall) = wall(2) else { return };
    for resets in 1..10 {
        assert_eq!(run(&wall, "left = 'left' in globals()\nleft").unwrap().repr, "False");
        wall.make_ready();
        let figures = wall.instances.figures();
        assert_eq!((figures.living, figures.idle, figures.resets, figures.lost), (1, 1, resets, 0));
    }
    // A fork leaves the instances to its parent.
    run(&wall, "1").unwrap();
    wall.process += 1;
    wall.make_ready();
    let held = taken(&wall);
    assert_eq!(wall.instances.figures().living, 1);
    wall.instances.give(held, true);
}

#[test]
fn a_run_waits_for_an_instance_as_long_as_it_may() {
    let Some(wall) = wall(2) else { return };
    let held = [taken(&wall), taken(&wall)];
    let error = run(&wall, "2 + 2").unwrap_err();
    let text = "busy: all 2 interpreters were in runs for 50ms; wait longer or make more";
    assert_eq!((error.kind(), error.to_string()), (ErrorKind::Busy, text.to_owned()));
    for instance in held {
        wall.instances.give(instance, true);
    }
    assert_eq!(run(&wall, "2 + 2").unwrap().repr, "4");
}

#[test]
fn a_message_of_garbage_crashes_the_run_and_nothing_else() {
    let Some(wall) = wall(2) else { return };
    let mould = wall.instances.mould();
    for message in [&b""[..], b"\xff\xff\xff\xff", &[0; 100]] {
        let mut instance = taken(&wall);
        let (outcome, usable) = instance.run_message(mould, &Job::of(""), message, &Link::default(), 0);
        assert_eq!((outcome.status, usable), (Status::Crashed, false));
        let [warning] = outcome.warnings.as_slice() else { panic!("{:?}", outcome.warnings) };
        assert!(warning.starts_with("the interpreter crashed: the host's own message: "), "{warning}");
        wall.instances.give(instance, usable);
        assert_eq!(run(&wall, "2 + 2").unwrap().repr, "4");
    }
}

/// A session with a list that has grown in small runs; none where the machine does not tell what a run wrote.
fn with_small_runs(wall: &Wall) -> Option<State> {
    let tracker = wall.instances.tracker();
    if !tracker.scans_pages() || tracker.mark().has_passed(tracker) {
        let _ = writeln!(std::io::stderr(), "SKIPPED: this machine does not tell which pages were written");
        return None;
    }
    let mut state = wall.fresh_state();
    assert_eq!(run_in(wall, &mut state, "x = []").unwrap().repr, "");
    for length in 1..=100 {
        let outcome = run_in(wall, &mut state, "x.append(len(x))\nlen(x)").unwrap();
        assert_eq!(outcome.repr, length.to_string());
        if state.since.len() == 5 {
            return Some(state);
        }
    }
    panic!("100 small runs never came to five since their pages were taken over")
}

fn run_in(wall: &Wall, state: &mut State, source: &str) -> Result<Outcome, Error> {
    let policy = Arc::new(Policy { clock: Clock::System, ..Policy::default() });
    let job = Arc::new(Job { session: true, policy, ..Job::of(source) });
    let (outcome, too_much) = wall.run_in(state, u64::MAX, &job, &Link::default(), Duration::from_secs(30))?;
    assert_eq!(too_much, None);
    Ok(outcome)
}

#[test]
fn small_runs_are_carried_out_again_where_their_memory_is_gone() {
    let Some(wall) = wall(1) else { return };
    let Some(mut state) = with_small_runs(&wall) else { return };
    let length = run_in(&wall, &mut state, "len(x)").unwrap().repr;
    let mut fork = state.clone();
    assert_eq!(state.since.len(), 6);
    // The only instance is another run's.
    assert_eq!(run(&wall, "'x' in globals()").unwrap().repr, "False");
    assert_eq!(
        run_in(&wall, &mut state, "len(x), x == list(range(len(x)))").unwrap().repr,
        format!("({length}, True)")
    );
    assert_eq!(state.since.len(), 0);
    // A limit ends a run of the fork, which is what it was before.
    let endless =
        Job { session: true, limits: Limits { fuel: 500, ..Limits::default() }, ..Job::of("while 1: x.clear()") };
    let ended = wall.run_in(&mut fork, u64::MAX, &Arc::new(endless), &Link::default(), Duration::ZERO).unwrap().0;
    // What was carried out again for it is in the pages by then.
    assert_eq!((ended.status, fork.since.len()), (Status::Fuel, 0));
    assert_eq!(run_in(&wall, &mut fork, "len(x)").unwrap().repr, length);
}

#[test]
fn a_session_that_is_settled_has_all_of_it_in_its_pages() {
    let Some(wall) = wall(1) else { return };
    let Some(mut state) = with_small_runs(&wall) else { return };
    let mut later = state.clone();
    wall.settle(&mut state, Duration::ZERO).unwrap();
    assert_eq!(run(&wall, "'x' in globals()").unwrap().repr, "False");
    wall.settle(&mut later, Duration::ZERO).unwrap();
    assert_eq!((state.since.len(), later.since.len()), (0, 0));
    let told = |state: &mut State| {
        assert_eq!(run(&wall, "2 + 2").unwrap().repr, "4");
        let outcome = run_in(&wall, state, "id(x), id(x[-1]), len(x)").unwrap();
        (outcome.repr, outcome.usage.fuel)
    };
    assert_eq!(told(&mut state), told(&mut later));
}

/// What the host lent to a small run is not kept with it.
#[test]
fn a_small_run_keeps_nothing_but_its_message() {
    let Some(wall) = wall(1) else { return };
    let Some(mut state) = with_small_runs(&wall) else { return };
    let lent = Arc::new(());
    let mut tools = Tools::default();
    let owned = lent.clone();
    tools.add(String::from("unused"), Arc::new(move |_| Err(format!("{owned:?}"))));
    let job = Job { session: true, tools: Arc::new(tools), ..Job::of("len(x)") };
    state.since.clear();
    for _ in 0..50 {
        let (outcome, _) = wall.run_in(&mut state, u64::MAX, &job, &Link::default(), Duration::ZERO).unwrap();
        assert_eq!(outcome.status, Status::Ok);
        if !state.since.is_empty() {
            break;
        }
    }
    drop(job);
    assert_eq!((state.since.is_empty(), Arc::strong_count(&lent)), (false, 1));
}

#[test]
fn a_look_at_the_pages_leaves_the_sessions_clock_alone() {
    let Some(wall) = wall(1) else { return };
    let Some(mut state) = with_small_runs(&wall) else { return };
    run_in(&wall, &mut state, "import time").unwrap();
    while state.since.is_empty() {
        run_in(&wall, &mut state, "len(x)").unwrap();
    }
    let uptime = state.uptime;
    std::thread::sleep(Duration::from_millis(20));
    wall.settle(&mut state, Duration::ZERO).unwrap();
    assert_eq!((state.uptime, state.since.len()), (uptime, 0));
}

#[test]
fn a_run_that_asks_for_the_time_is_not_carried_out_again() {
    let Some(wall) = wall(1) else { return };
    let Some(mut state) = with_small_runs(&wall) else { return };
    run_in(&wall, &mut state, "import time").unwrap();
    for _ in 0..3 {
        run_in(&wall, &mut state, "x[0] = time.time_ns()").unwrap();
        assert_eq!(state.since.len(), 0);
    }
    let time = run_in(&wall, &mut state, "x[0]").unwrap().repr;
    assert_eq!(run(&wall, "2 + 2").unwrap().repr, "4");
    assert_eq!(run_in(&wall, &mut state, "x[0]").unwrap().repr, time);
}

#[test]
fn a_small_run_that_gives_something_else_is_an_error() {
    let Some(wall) = wall(1) else { return };
    let Some(mut state) = with_small_runs(&wall) else { return };
    state.since[2].fuel += 1;
    assert_eq!(run(&wall, "2 + 2").unwrap().repr, "4");
    let error = run_in(&wall, &mut state, "len(x)").unwrap_err();
    let text = "internal error: a run of the session gives something else when it is carried out again";
    assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Internal, text));
    assert_eq!(run(&wall, "2 + 2").unwrap().repr, "4");
}

#[test]
fn a_deep_run_gives_its_stack_back() {
    let Some(wall) = wall(2) else { return };
    let deep = "x = ()\nfor _ in range(20_000): x = (x,)\ntry: hash(x)\nexcept RecursionError: pass\n5";
    for _ in 0..4 {
        assert_eq!(run(&wall, deep).unwrap().repr, "5");
    }
}

#[test]
fn pages_that_runs_have_no_use_for_are_given_back() {
    let Some(wall) = wall(1) else { return };
    let (mould, tracker) = (wall.instances.mould(), wall.instances.tracker());
    if !tracker.scans_pages() {
        let _ = writeln!(std::io::stderr(), "SKIPPED: this kernel does not tell which pages were written");
        return;
    }
    let mut instance = taken(&wall);
    let run = |instance: &mut Instance, source: &str| {
        let (outcome, usable) = instance.run(mould, tracker, &Job::of(source), &Link::default());
        assert!(usable && outcome.error.is_none(), "{outcome:?}");
        instance.reset(mould, tracker).unwrap();
    };
    let large = "x = bytes(range(250)) * 8000";
    run(&mut instance, large);
    assert!(instance.is_large());
    instance.trim().unwrap();
    assert!(!instance.is_large());
    run(&mut instance, large);
    assert!(instance.is_large());
    for _ in 0..8 {
        run(&mut instance, "2 + 2");
    }
    assert!(!instance.is_large());
    // Those that come again are kept for longer.
    run(&mut instance, large);
    for _ in 0..8 {
        run(&mut instance, "2 + 2");
    }
    assert!(instance.is_large());
    wall.instances.give(instance, true);
}
