//! The library that guest code gets: all that is listed can be had, and nothing else by any road.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use taipan::{Engine, Limits, Module, Policy, Status, Tier, Value, modules};

/// Every module name of CPython 3.13, of the frozen library's source and of RustPython, and some of their tests'.
const NAMES: &str = include_str!("../data/module-names.txt");

/// The public names of `sys.stdlib_module_names` in CPython 3.13 and 3.14, of all platforms.
const PUBLIC: &str = include_str!("../data/stdlib-names.txt");

/// A machine that runs all checks at once may take long over one.
fn patient() -> Limits {
    Limits { fuel: 1_000_000_000, deadline: Duration::from_secs(120), ..Limits::default() }
}

fn engine() -> Engine {
    let extra = modules().iter().filter(|m| m.tier == Tier::Extra).map(|m| m.name.into()).collect();
    let policy = Policy { allow: extra, ..Policy::default() };
    Engine::builder().limits(patient()).policy(policy).workers(2).build().unwrap()
}

#[test]
fn each_listed_module_can_be_imported_first() {
    let engine = engine();
    let (encodings, others): (Vec<&Module>, Vec<&Module>) =
        modules().iter().partition(|m| m.name.starts_with("encodings."));
    for module in others {
        let outcome = engine.run(&format!("import {}", module.name)).unwrap();
        let why = (outcome.error, outcome.limit);
        assert_eq!((module.name, outcome.status), (module.name, Status::Ok), "{why:?}");
        assert_eq!(outcome.denials, [], "{}", module.name);
    }
    let all: String = encodings.iter().map(|m| format!("import {}\n", m.name)).collect();
    assert_eq!(engine.run(&all).unwrap().status, Status::Ok);
}

#[test]
fn no_road_leads_to_a_module_that_is_not_listed() {
    let listed: BTreeSet<&str> = modules().iter().map(|m| m.name).collect();
    let names: Vec<&str> = NAMES.lines().filter(|name| !listed.contains(name)).collect();
    assert!(names.len() > 400, "{}", names.len());
    let engine = Engine::builder().limits(patient()).workers(1).build().unwrap();
    let outcome = engine.prepare(include_str!("library_routes.py")).input("names", names).run().unwrap();
    assert_eq!(outcome.status, Status::Ok, "{:?}", outcome.error);
    assert_eq!(outcome.value, Value::List(vec![]));
}

#[test]
fn no_road_leads_to_a_module_that_policy_denies() {
    let deny = ["json", "decimal", "itertools", "re", "_thread", "codecs"].map(String::from).to_vec();
    let policy = Policy { deny: deny.clone(), ..Policy::default() };
    let engine = Engine::builder().limits(patient()).policy(policy).workers(1).build().unwrap();
    let outcome = engine.prepare(include_str!("library_routes.py")).input("names", deny).run().unwrap();
    assert_eq!(outcome.status, Status::Ok, "{:?}", outcome.error);
    assert_eq!(outcome.value, Value::List(vec![]));
}

/// The text of a TOML table of the allowlist, by name.
fn table(text: &str, table: &str) -> BTreeMap<String, toml::Table> {
    let mut file: toml::Table = text.parse().unwrap();
    let entries = file.remove(table).unwrap().as_table().unwrap().clone();
    entries.into_iter().map(|(name, entry)| (name, entry.as_table().unwrap().clone())).collect()
}

fn refused() -> BTreeMap<String, toml::Table> {
    table(include_str!("../../stdlib-allowlist/refused.toml"), "refused")
}

fn calls() -> BTreeMap<String, toml::Table> {
    table(include_str!("../../stdlib-allowlist/calls.toml"), "calls")
}

#[test]
fn each_public_module_of_cpython_is_listed_or_refused() {
    let refused = refused();
    let known = |name: &&str| modules().iter().any(|m| m.name == *name) || refused.contains_key(*name);
    let unknown: Vec<&str> = PUBLIC.lines().filter(|name| !known(name)).collect();
    assert_eq!((PUBLIC.lines().count(), unknown), (194, vec![]));
}

#[test]
fn each_refused_module_ends_the_run_as_denied_with_its_reason() {
    let engine = engine();
    for (name, entry) in refused() {
        let outcome = engine.run(&format!("import {name}")).unwrap();
        assert_eq!(outcome.status, Status::Denied, "{name}");
        let error = outcome.error.unwrap();
        assert_eq!(error.kind, "ModuleNotFoundError", "{name}");
        assert!(error.message.contains(entry["why"].as_str().unwrap()), "{name}: {}", error.message);
        let denial = &outcome.denials[0];
        assert_eq!((denial.kind.as_str(), denial.line, &denial.reason), ("module", Some(1), &error.message), "{name}");
        if entry.contains_key("instead") {
            assert!(error.message.ends_with(entry["instead"].as_str().unwrap()), "{name}: {}", error.message);
        }
    }
}

#[test]
fn what_to_use_instead_exists() {
    let mut paths = Vec::new();
    for (_, entry) in refused().into_iter().chain(calls()) {
        let Some(instead) = entry.get("instead") else { continue };
        paths.extend(instead.as_str().unwrap().split('`').skip(1).step_by(2).map(String::from));
    }
    assert!(paths.len() > 100, "{}", paths.len());
    let outcome = engine().prepare(include_str!("library_paths.py")).input("paths", paths).run().unwrap();
    assert_eq!((outcome.status, outcome.value), (Status::Ok, Value::List(vec![])), "{:?}", outcome.error);
}

#[test]
fn each_refused_call_stands_where_it_is_named() {
    let engine = engine();
    for (name, entry) in calls() {
        // These two are reached by way of what calls them.
        let call = match name.as_str() {
            "threading.Thread.start" => String::from("import threading; threading.Thread().start()"),
            "logging.handlers.SocketHandler" => {
                String::from("import logging.handlers; logging.handlers.SocketHandler('h', 1).makeSocket()")
            }
            _ => format!("import {}; {name}('x')", name.rsplit_once('.').unwrap().0),
        };
        let outcome = engine.run(&call).unwrap();
        assert_eq!((name.as_str(), outcome.status), (name.as_str(), Status::Denied), "{:?}", outcome.error);
        let raises = entry.get("raises").map_or("PermissionError", |raises| raises.as_str().unwrap());
        let error = outcome.error.unwrap();
        assert_eq!(error.kind, raises, "{name}");
        let expected = format!("{name}() is refused by policy: {}", entry["why"].as_str().unwrap());
        assert!(error.message.starts_with(&expected), "{}", error.message);
        assert_eq!((outcome.denials[0].kind.as_str(), outcome.denials[0].name.as_str()), ("call", name.as_str()));
    }
}
