//! Threads that call tools, so that who waits for one that never answers can leave.

use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;
use std::{io, mem};

use parking_lot::Mutex;

/// One call.
type Task = Box<dyn FnOnce() + Send>;

/// How long a thread stays that has nothing to do.
const REST: Duration = Duration::from_secs(10);

/// How many stay.
const STAY: usize = 16;

/// How many there are at one time: those of tools that never answer are never free again.
const MOST: usize = 1024;

/// Address space of a thread's stack.
const STACK: usize = 8 << 20;

/// Threads that there are.
static THREADS: AtomicUsize = AtomicUsize::new(0);

/// The threads that have nothing to do, and their process: a fork has none of them.
static RESTING: Mutex<(u32, Vec<Hand>)> = Mutex::new((0, Vec::new()));

/// A thread that rests.
struct Hand {
    thread: thread::ThreadId,
    tasks: SyncSender<Task>,
}

/// Has a thread carry out a task; an error says that there is none.
pub(super) fn carry_out(mut task: Task) -> io::Result<()> {
    while let Some(hand) = resting(|hands| hands.pop()) {
        match hand.tasks.send(task) {
            Ok(()) => return Ok(()),
            Err(unsent) => task = unsent.0,
        }
    }
    let counted = Counted::one_of(MOST)?;
    let thread = thread::Builder::new().name("taipan-tool".into()).stack_size(STACK);
    thread
        .spawn(move || {
            let _counted = counted;
            work(task);
        })
        .map(drop)
}

/// One of the threads that there are.
struct Counted(());

impl Counted {
    fn one_of(most: usize) -> io::Result<Counted> {
        if THREADS.fetch_add(1, Ordering::Relaxed) < most {
            return Ok(Counted(()));
        }
        THREADS.fetch_sub(1, Ordering::Relaxed);
        Err(io::Error::other(format!("{most} calls of tools have not ended")))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        THREADS.fetch_sub(1, Ordering::Relaxed);
    }
}

fn resting<R>(act: impl FnOnce(&mut Vec<Hand>) -> R) -> R {
    let mut resting = RESTING.lock();
    let (of, hands) = &mut *resting;
    if mem::replace(of, process::id()) != process::id() {
        hands.clear();
    }
    act(hands)
}

fn work(first: Task) {
    first();
    loop {
        let (tasks, received) = sync_channel(1);
        let hand = Hand { thread: thread::current().id(), tasks };
        let stays = resting(|hands| {
            let stays = hands.len() < STAY;
            if stays {
                hands.push(hand);
            }
            stays
        });
        match next(&received).filter(|_| stays) {
            Some(task) => task(),
            None => return,
        }
    }
}

/// The next task of a thread that rests; none where it has rested for long enough.
fn next(received: &Receiver<Task>) -> Option<Task> {
    match received.recv_timeout(REST) {
        Ok(task) => Some(task),
        Err(RecvTimeoutError::Disconnected) => None,
        Err(RecvTimeoutError::Timeout) => {
            let this = thread::current().id();
            let found = resting(|hands| {
                let found = hands.iter().position(|hand| hand.thread == this);
                found.map(|at| hands.swap_remove(at))
            });
            // Who took it from there is about to send.
            if found.is_some() { None } else { received.recv().ok() }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_thread_that_is_done_takes_the_next_task() {
        let (ids, told) = channel();
        let mut threads = Vec::new();
        for _ in 0..50 {
            let ids = ids.clone();
            carry_out(Box::new(move || ids.send(thread::current().id()).unwrap())).unwrap();
            threads.push(told.recv().unwrap());
            thread::sleep(Duration::from_millis(1));
        }
        threads.sort_by_key(|id| format!("{id:?}"));
        threads.dedup();
        assert!(threads.len() < 25, "{threads:?}");
    }

    #[test]
    fn there_are_no_more_threads_than_may_be() {
        let one = Counted::one_of(usize::MAX).unwrap();
        let Err(error) = Counted::one_of(1) else { panic!("there is one") };
        assert_eq!(error.to_string(), "1 calls of tools have not ended");
        drop(one);
    }

    #[test]
    fn tasks_that_never_end_hold_up_no_other() {
        let (ends, waits) = channel::<()>();
        let waits = std::sync::Arc::new(Mutex::new(waits));
        for _ in 0..3 {
            let waits = waits.clone();
            carry_out(Box::new(move || waits.lock().recv().unwrap_or(()))).unwrap();
        }
        let (done, told) = channel();
        carry_out(Box::new(move || done.send(7).unwrap())).unwrap();
        assert_eq!(told.recv(), Ok(7));
        drop(ends);
    }
}
