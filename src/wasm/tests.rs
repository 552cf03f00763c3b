//! The wall where the process, the job or the guest is not what it should be.

mod fresh;

use std::io::Write as _;

use super::*;
use crate::limits::Limits;
use crate::outcome::Status;

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
