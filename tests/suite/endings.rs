//! Each way a run can end, through the library.

use taipan::{Engine, ErrorKind, Limits, Status, Value};

fn engine() -> Engine {
    Engine::builder().workers(2).build().unwrap()
}

#[test]
fn empty_source_is_ok() {
    let outcome = engine().run("").unwrap();
    assert_eq!((outcome.status, outcome.value, outcome.repr.as_str()), (Status::Ok, Value::None, ""));
}

#[test]
fn no_handler_swallows_the_end_of_fuel() {
    let source = "
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
    finally:
        x = 1
";
    let outcome = engine().prepare(source).fuel(50_000).run().unwrap();
    assert_eq!(outcome.status, Status::Fuel);
    assert_eq!(outcome.limit.unwrap().limit, 50_000);
}

#[test]
fn output_is_kept_up_to_its_bound() {
    let limits = Limits { output: 10, ..Limits::default() };
    let outcome = engine().prepare("while True: print('abc')").limits(&limits).run().unwrap();
    assert_eq!((outcome.status, outcome.stdout.as_str()), (Status::Output, "abc\nabc\nab"));
    assert!(outcome.truncated.stdout);
}

#[test]
fn exit_gives_its_code() {
    let outcome = engine().run("import sys\nsys.exit(3)").unwrap();
    assert_eq!((outcome.status, outcome.error.unwrap().exit_code), (Status::Exit, Some(3)));
}

#[test]
fn nothing_of_a_run_is_visible_to_the_next() {
    let engine = Engine::builder().workers(1).build().unwrap();
    let first = engine.run("import builtins\nbuiltins.planted = 1\nimport sys\nsys.modules['planted'] = sys").unwrap();
    assert_eq!(first.status, Status::Ok);
    let second = engine.run("planted").unwrap();
    assert_eq!(second.error.unwrap().message, "name 'planted' is not defined");
    let third = engine.run("import planted").unwrap();
    assert_eq!(third.error.unwrap().message, "No module named 'planted'");
}

#[test]
fn an_input_that_is_no_identifier_is_refused() {
    let error = engine().prepare("1").input("2x", 1).run().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
}

#[test]
fn the_fuel_that_a_run_costs_is_enough_and_one_unit_less_is_not() {
    let engine = engine();
    for source in
        ["sum(n for n in range(1000))", "def f(n):\n    return n and f(n - 1)\nf(100)", "import json\njson.dumps([1])"]
    {
        let cost = engine.run(source).unwrap().usage.fuel;
        assert_eq!(engine.prepare(source).fuel(cost).run().unwrap().status, Status::Ok, "{source}");
        let short = engine.prepare(source).fuel(cost - 1).run().unwrap();
        assert_eq!((short.status, short.limit.unwrap().limit), (Status::Fuel, cost - 1), "{source}");
    }
}

#[test]
fn a_run_cannot_loosen_what_its_engine_bounds() {
    let limits = Limits { fuel: 5000, output: 10, ..Limits::default() };
    let engine = Engine::builder().limits(limits).workers(1).build().unwrap();
    let outcome = engine.prepare("while True: pass").limits(&Limits::default()).fuel(1_000_000).run().unwrap();
    assert_eq!(outcome.limit.unwrap().limit, 5000);
    let outcome = engine.prepare("print('x' * 100)").limits(&Limits::default()).run().unwrap();
    assert_eq!((outcome.status, outcome.stdout.len()), (Status::Output, 10));
}
