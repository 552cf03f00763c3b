//! The threads that carry out runs, and the queue before them.
//!
//! A thread that is done takes what waits at once: under load nobody is woken, and the interpreters in use are those that
//! are still in the processor's caches.

use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};
use tokio::sync::oneshot;

use crate::batch;

/// How long the end waits for what threads are at: a run that was cancelled may still write down that it was.
const GRACE: Duration = Duration::from_secs(1);

/// Threads that carry out orders, as many at a time as there are threads.
#[derive(Debug)]
pub(crate) struct Crew {
    shared: Arc<Shared>,
    threads: usize,
    /// How many orders may wait, and for how long.
    queue: usize,
    wait: Duration,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    work: Condvar,
    /// Told when a thread has done the last order after the end.
    idle: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// In the order in which they came.
    waiting: VecDeque<Order>,
    /// The number of the next order.
    next: u64,
    /// Threads that are at an order.
    busy: usize,
    is_closed: bool,
}

struct Order {
    number: u64,
    act: Box<dyn FnOnce() + Send>,
}

impl std::fmt::Debug for Order {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Order").field("number", &self.number).finish_non_exhaustive()
    }
}

/// Why nothing came of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lost {
    /// Too many wait, or it waited too long.
    Busy,
    /// It panicked.
    Broken,
}

impl Crew {
    /// Starts so many threads. One that has done an order and finds no other does `at_rest` before it waits.
    pub(crate) fn start(
        threads: usize,
        queue: usize,
        wait: Duration,
        at_rest: impl Fn() + Clone + Send + 'static,
    ) -> io::Result<Crew> {
        let crew = Crew { shared: Arc::default(), threads, queue, wait };
        for _ in 0..threads {
            let (shared, at_rest) = (crew.shared.clone(), at_rest.clone());
            batch::spawn("taipan-run", move || shared.work(at_rest))?;
        }
        Ok(crew)
    }

    /// Has a thread do something, and waits for it; `waits` is called if that can't be at once. Whoever drops the future
    /// before a thread is at it takes it back.
    pub(crate) async fn have<R: Send + 'static>(
        &self,
        waits: impl Fn(),
        act: impl FnOnce() -> R + Send + 'static,
    ) -> Result<R, Lost> {
        let (reply, mut answer) = oneshot::channel();
        let act = Box::new(move || drop(reply.send(act())));
        let (order, must_wait) = self.give(act).ok_or(Lost::Busy).inspect_err(|_| waits())?;
        let order = Placed { shared: &self.shared, number: order };
        if must_wait {
            waits();
            match tokio::time::timeout(self.wait, &mut answer).await {
                Ok(done) => return done.map_err(|_| Lost::Broken),
                Err(_) if order.take_back() => return Err(Lost::Busy),
                Err(_) => {}
            }
        }
        answer.await.map_err(|_| Lost::Broken)
    }

    /// Orders that no thread is at.
    pub(crate) fn waiting(&self) -> usize {
        self.shared.state.lock().waiting.len()
    }

    /// Gives an order its place, if there is one: its number, and whether no thread is free for it.
    fn give(&self, act: Box<dyn FnOnce() + Send>) -> Option<(u64, bool)> {
        let mut state = self.shared.state.lock();
        let ahead = state.busy + state.waiting.len();
        if ahead >= self.threads.saturating_add(self.queue) {
            return None;
        }
        let number = state.next;
        state.next += 1;
        state.waiting.push_back(Order { number, act });
        drop(state);
        self.shared.work.notify_one();
        Some((number, ahead >= self.threads))
    }
}

impl Drop for Crew {
    fn drop(&mut self) {
        let mut state = self.shared.state.lock();
        state.is_closed = true;
        self.shared.work.notify_all();
        self.shared.idle.wait_while_for(&mut state, |state| state.busy > 0, GRACE);
    }
}

impl Shared {
    /// What a thread does.
    fn work(&self, at_rest: impl Fn()) {
        let mut has_worked = false;
        let mut state = self.state.lock();
        loop {
            if let Some(order) = state.waiting.pop_front() {
                state.busy += 1;
                drop(state);
                // Whoever waits for it finds that no answer will come.
                let _ = catch_unwind(AssertUnwindSafe(order.act));
                has_worked = true;
                state = self.state.lock();
                state.busy -= 1;
                if state.is_closed {
                    self.idle.notify_all();
                }
            } else if state.is_closed {
                return;
            } else if has_worked {
                // Nobody is told of an order that comes meanwhile, so the queue is looked at again.
                drop(state);
                let _ = catch_unwind(AssertUnwindSafe(&at_rest));
                has_worked = false;
                state = self.state.lock();
            } else {
                self.work.wait(&mut state);
            }
        }
    }
}

/// An order that somebody waits for.
struct Placed<'c> {
    shared: &'c Shared,
    number: u64,
}

impl Placed<'_> {
    /// Whether it was still there to be taken back.
    fn take_back(&self) -> bool {
        let mut state = self.shared.state.lock();
        let at = state.waiting.binary_search_by_key(&self.number, |order| order.number);
        // What it holds is dropped when nobody else waits for it.
        let order = at.ok().and_then(|at| state.waiting.remove(at));
        drop(state);
        order.is_some()
    }
}

impl Drop for Placed<'_> {
    fn drop(&mut self) {
        self.take_back();
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::future::Future;
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap()
    }

    const LONG: Duration = Duration::from_secs(60);

    /// Starts a future and lets it come as far as it can.
    async fn begun<F: Future>(future: &mut std::pin::Pin<Box<F>>) {
        tokio::select! {
            biased;
            _ = future => unreachable!("it waits"),
            () = std::future::ready(()) => {}
        }
    }

    #[test]
    fn what_is_asked_is_done_in_turn_and_no_more_than_may_wait() {
        runtime().block_on(async {
            let crew = Crew::start(1, 2, LONG, || {}).unwrap();
            let (go, gate) = mpsc::channel::<()>();
            let mut first = Box::pin(crew.have(|| panic!("a thread is free"), move || gate.recv().is_ok()));
            begun(&mut first).await;
            let mut second = Box::pin(crew.have(|| {}, || 2));
            let mut third = Box::pin(crew.have(|| {}, || 3));
            // A thread may not be at the first yet; it has its place all the same.
            begun(&mut second).await;
            begun(&mut third).await;
            assert_eq!(crew.have(|| {}, || 4).await, Err(Lost::Busy));
            // Whoever goes leaves the place to another.
            drop(second);
            let mut fourth = Box::pin(crew.have(|| {}, || 4));
            begun(&mut fourth).await;
            go.send(()).unwrap();
            assert_eq!((first.await, third.await, fourth.await), (Ok(true), Ok(3), Ok(4)));
            assert_eq!(crew.waiting(), 0);
        });
    }

    #[test]
    fn a_thread_without_an_order_comes_to_rest_once_after_each() {
        runtime().block_on(async {
            let (at_rest, rested) = mpsc::channel();
            let crew = Crew::start(1, 1, LONG, move || at_rest.send(()).unwrap()).unwrap();
            for number in 0..3 {
                assert_eq!(crew.have(|| {}, move || number).await, Ok(number));
                rested.recv().unwrap();
            }
            drop(crew);
            assert_eq!(rested.recv(), Err(mpsc::RecvError));
        });
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn its_threads_wait_for_their_turns() {
        let crew = Crew::start(1, 0, LONG, || {}).unwrap();
        assert_eq!(runtime().block_on(crew.have(|| {}, batch::waits)), Ok(true));
    }

    #[test]
    fn an_order_that_comes_while_the_thread_is_at_rest_is_found() {
        runtime().block_on(async {
            let (at_rest, rested) = mpsc::channel();
            let (go, gate) = mpsc::channel();
            let gate = Arc::new(Mutex::new(gate));
            let rest = move || {
                at_rest.send(()).unwrap();
                let _ = gate.lock().recv();
            };
            let crew = Crew::start(1, 1, LONG, rest).unwrap();
            assert_eq!(crew.have(|| {}, || 1).await, Ok(1));
            rested.recv().unwrap();
            let mut second = Box::pin(crew.have(|| {}, || 2));
            begun(&mut second).await;
            go.send(()).unwrap();
            assert_eq!(second.await, Ok(2));
            drop(go);
        });
    }

    #[test]
    fn what_waits_too_long_is_taken_back() {
        runtime().block_on(async {
            let crew = Crew::start(1, 1, Duration::from_millis(1), || {}).unwrap();
            let (go, gate) = mpsc::channel::<()>();
            let (at_it, told) = mpsc::channel();
            let act = move || at_it.send(()).is_ok() && gate.recv().is_ok();
            let mut first = Box::pin(crew.have(|| {}, act));
            begun(&mut first).await;
            told.recv().unwrap();
            let waited = Cell::new(false);
            let second = crew.have(|| waited.set(true), || unreachable!("it was taken back")).await;
            assert_eq!((second, waited.get(), crew.waiting()), (Err::<(), _>(Lost::Busy), true, 0));
            go.send(()).unwrap();
            assert_eq!(first.await, Ok(true));
        });
    }

    #[test]
    fn a_panic_costs_one_order() {
        runtime().block_on(async {
            let crew = Crew::start(1, 0, LONG, || {}).unwrap();
            let broken = crew.have(|| {}, || std::panic::resume_unwind(Box::new("an order"))).await;
            assert_eq!(broken, Err::<(), _>(Lost::Broken));
            // The thread has another turn once it is back.
            loop {
                match crew.have(|| {}, || 5).await {
                    Err(Lost::Busy) => thread::yield_now(),
                    done => break assert_eq!(done, Ok(5)),
                }
            }
        });
    }
}
