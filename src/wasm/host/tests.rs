//! What a hostile guest may ask of the host.

use std::ptr::NonNull;
use std::sync::atomic::AtomicI64;

use super::*;
use crate::limits::Limits;
use crate::link::Link;

fn job(limits: Limits) -> Job {
    Job { limits, ..Job::of("") }
}

fn host(limits: Limits) -> Host {
    let mut host = Host::new(0);
    host.begin(&job(limits), &Listener::default(), 0, 0);
    host
}

fn broken(host: &Host) -> &str {
    match &host.ending {
        Some(Ending::Broken(what)) => what,
        ending => panic!("{ending:?}"),
    }
}

fn exhausted(host: &Host) -> Exhausted {
    match host.ending {
        Some(Ending::Exhausted(limit)) => limit,
        ref ending => panic!("{ending:?}"),
    }
}

#[test]
fn a_block_lies_within_the_memory() {
    let mut memory = [1, 2, 3];
    assert_eq!(within(&mut memory, 0, 3), Some(&mut [1, 2, 3][..]));
    assert_eq!(within(&mut memory, 3, 0), Some(&mut [][..]));
    for (at, length) in [(0, 4), (1, 3), (3, 1), (4, 0), (u32::MAX, 1), (1, u32::MAX), (u32::MAX, u32::MAX)] {
        assert_eq!(within(&mut memory, at, length), None, "{at} {length}");
    }
    assert_eq!(within(&mut [], 0, 1), None);
}

#[test]
fn streams_that_are_none_and_bytes_that_are_no_text_break_the_run() {
    for stream in [2, 3, u32::MAX] {
        let mut host = host(Limits::default());
        assert!(host.append(stream, b"x").is_err());
        assert_eq!(broken(&host), "it wrote to no stream");
    }
    for text in [&b"\xff"[..], b"a\xc3", b"\xed\xa0\x80"] {
        let mut host = host(Limits::default());
        assert!(host.append(0, text).is_err());
        assert_eq!(broken(&host), "it wrote what is not UTF-8");
        assert_eq!(host.streams[0].text, "");
    }
}

#[test]
fn output_is_bounded_by_the_host() {
    let mut host = host(Limits { output: 5, ..Limits::default() });
    assert!(host.append(1, b"abc").is_ok());
    assert!(host.append(1, b"def").is_err());
    assert!(host.append(1, b"ghi").is_err());
    assert_eq!(host.streams[1].text, "abcde");
    assert_eq!(exhausted(&host), Exhausted { kind: LimitKind::Stderr, limit: 5, used: 6 });
}

#[test]
fn garbage_is_no_denial_and_denials_are_bounded() {
    let denial = Denial { kind: "call".into(), name: "open".into(), line: None, reason: "no".into() };
    let message = wire::encode(&denial);
    let mut first = host(Limits::default());
    for _ in 0..3 * MAX_DENIALS {
        assert!(first.deny(&message).is_ok());
    }
    assert_eq!(first.denials.len(), MAX_DENIALS);
    let mut second = host(Limits::default());
    assert!(second.deny(&message[1..]).is_err());
    assert_eq!(broken(&second), "a malformed message: another version of the message format");
}

#[test]
fn a_stop_has_a_reason_and_the_hosts_own_bound() {
    for kind in [0, 1, 3, 4, 6, 7, 8, u32::MAX] {
        let mut host = host(Limits::default());
        host.stopped(kind, 1);
        assert_eq!(broken(&host), "it stopped for no reason that it may have");
    }
    let limits = Limits { memory: 2 << 20, source: 7, ..Limits::default() };
    for (kind, limit) in [(LimitKind::Memory, 2 << 20), (LimitKind::Source, 7)] {
        let mut host = host(limits.clone());
        host.stopped(kind as u32, 0);
        assert_eq!(exhausted(&host), Exhausted { kind, limit, used: limit });
    }
}

#[test]
fn the_first_reason_stands() {
    let mut host = host(Limits { output: 0, ..Limits::default() });
    assert!(host.append(0, b"x").is_err());
    host.stopped(9, 0);
    host.broken("late");
    assert_eq!(exhausted(&host).kind, LimitKind::Stdout);
    host.begin(&job(Limits::default()), &Listener::default(), 0, 0);
    assert!(host.ending.is_none() && host.streams[0].text.is_empty());
}

#[test]
fn no_sleep_outlasts_the_deadline() {
    let count = AtomicI64::new(0);
    let meter = Arc::new(Meter::at(NonNull::from(&count)));
    let _counting = meter.begin(0, Duration::from_millis(20), &Link::default());
    let mut host = host(Limits::default());
    host.meter = Some(meter.clone());
    assert!(host.sleep(i64::MIN).is_ok());
    assert!(host.sleep(-1).is_ok());
    assert!(host.sleep(0).is_ok());
    let began = Instant::now();
    assert!(host.sleep(i64::MAX).is_err());
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    assert_eq!(exhausted(&host).kind, LimitKind::Deadline);
}
