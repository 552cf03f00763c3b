//! Configuration: one file, the environment and flags, and what each says when it is wrong.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::cli::golden;
use crate::command::{Said, said, taipan};

/// A folder with a configuration file.
fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("t.toml"), text).unwrap();
    folder
}

/// Runs `taipan` in a folder with variables.
fn with(folder: &Path, variables: &[(&str, &str)], args: &[&str]) -> Said {
    said(taipan().args(args).current_dir(folder).envs(variables.iter().copied()), b"")
}

fn show(folder: &Path, variables: &[(&str, &str)], args: &[&str]) -> serde_json::Value {
    let said = with(folder, variables, &[&["config", "show", "--json"], args].concat());
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    serde_json::from_str(&said.out).unwrap()
}

const OWN: &str = "policy = 'own'
deny = ['re']
seed = 7

[limits]
timeout = '3s'
fuel = 9_000_000
memory = '128MiB'

[policies.own]
deny = ['json']
clock = 'fixed'
refuse = ['dynamic-code']

[policies.own.limits]
fuel = 1000
";

#[test]
fn what_is_in_force_is_shown_with_its_origin() {
    let folder = folder(OWN);
    let variables = [("TAIPAN_CONFIG", "t.toml"), ("TAIPAN_TIMEOUT", "250ms"), ("TAIPAN_SEED", "8")];
    let args = ["config", "show", "--seed", "9", "--deny", "csv"];
    let shown = with(folder.path(), &variables, &args);
    assert_eq!((shown.status, shown.err.as_str()), (0, ""));
    golden("config_show", &shown.out);

    let json = show(folder.path(), &variables, &["--seed", "9", "--deny", "csv"]);
    assert_eq!(json["file"], "t.toml");
    let setting = |name: &str| json["settings"][name].to_string();
    assert_eq!(setting("seed"), r#"{"value":"9","origin":{"kind":"flag","name":"--seed"}}"#);
    assert_eq!(setting("deny"), r#"{"value":["re","csv"],"origin":{"kind":"flag","name":"--deny"}}"#);
    assert_eq!(
        setting("limits.timeout"),
        r#"{"value":"250ms","origin":{"kind":"environment","name":"TAIPAN_TIMEOUT"}}"#
    );
    assert_eq!(setting("limits.fuel"), r#"{"value":9000000,"origin":{"kind":"file","path":"t.toml","line":7}}"#);
    assert_eq!(setting("limits.output"), r#"{"value":1048576,"origin":{"kind":"default"}}"#);
}

#[test]
fn a_file_is_found_where_it_may_lie() {
    let folder = folder("seed = 1");
    let home = folder.path().join("home/.config/taipan");
    fs::create_dir_all(&home).unwrap();
    fs::write(home.join("config.toml"), "seed = 2").unwrap();
    let other = folder.path().join("xdg/taipan");
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join("config.toml"), "seed = 3").unwrap();
    let [home, xdg] = ["home", "xdg"].map(|name| folder.path().join(name).display().to_string());
    let seed = |variables: &[(&str, &str)], args: &[&str]| {
        show(folder.path(), variables, args)["settings"]["seed"]["value"].as_str().unwrap().to_owned()
    };
    assert_eq!(seed(&[], &[]), "system");
    assert_eq!(seed(&[("HOME", &home)], &[]), "2");
    assert_eq!(seed(&[("HOME", &home), ("XDG_CONFIG_HOME", &xdg)], &[]), "3");
    assert_eq!(seed(&[("HOME", &home), ("XDG_CONFIG_HOME", "relative")], &[]), "2");
    assert_eq!(seed(&[("HOME", &home), ("TAIPAN_CONFIG", "t.toml")], &[]), "1");
    assert_eq!(seed(&[("TAIPAN_CONFIG", "absent.toml")], &["--config", "t.toml"]), "1");
    assert_eq!(seed(&[("TAIPAN_CONFIG", "")], &[]), "system");
}

#[test]
fn a_run_obeys_it() {
    let folder = folder(OWN);
    let run = |args: &[&str]| with(folder.path(), &[], &[&["run", "--config", "t.toml"], args].concat());
    assert_eq!(run(&["-c", "import re"]).status, 3);
    assert_eq!(run(&["-c", "import json"]).status, 3);
    assert!(run(&["-c", "while True: pass"]).err.contains("fuel limit of 1,000 units"));
    // A policy only tightens.
    assert!(run(&["--fuel", "5_000", "-c", "while True: pass"]).err.contains("fuel limit of 1,000 units"));
    assert_eq!(run(&["-c", "import time; time.time()"]).out, "1767225600.0\n");
    assert_eq!(run(&["--clock", "1970-01-01T00:00:09Z", "-c", "import time; time.time()"]).out, "9.0\n");

    let said = run(&["-c", "print('before')\neval('1')"]);
    let message = "this run's policy refuses dynamic-code: eval() makes code that this check does not see";
    assert_eq!((said.status, said.out.as_str()), (3, ""));
    assert!(said.err.ends_with(&format!("PermissionError: {message}\n")), "{}", said.err);
}

#[test]
fn policies_are_named() {
    let folder = folder("");
    let run = |args: &[&str]| with(folder.path(), &[], &[&["run"], args].concat());
    let limit = |args: &[&str], code: &str| {
        let said = run(&[args, &["--json", "-c", code]].concat());
        serde_json::from_str::<serde_json::Value>(&said.out).unwrap()["limit"]["limit"].as_u64().unwrap()
    };
    let (endless, long) = ("while True: pass", "print('x' * 2_000_000)");
    assert_eq!(limit(&["--policy", "strict"], long), 64 << 10);
    assert_eq!(limit(&["--policy", "strict", "--output", "1KiB"], long), 1 << 10);
    assert_eq!(limit(&["--policy", "strict", "--fuel", "1000"], endless), 1000);
    assert_eq!(limit(&["--policy", "notebook"], long), 256 << 10);
    assert_eq!(limit(&["--policy", "standard"], long), 1 << 20);
    let draw = "import random; random.random()";
    assert_eq!(run(&["--policy", "strict", "-c", draw]), run(&["--policy", "strict", "-c", draw]));
    assert_eq!(run(&["--policy", "strict", "--seed", "5", "-c", draw]), run(&["--seed", "5", "-c", draw]));
    assert_eq!(run(&["--policy", "strict", "-c", "().__class__.__base__"]).status, 3);
    assert_eq!(run(&["--policy", "notebook", "-c", "eval('2')"]).out, "2\n");
    assert_eq!(
        run(&["--policy", "strct", "-c", "1"]).err,
        "error: there is no policy `strct`; did you mean `strict`?\n"
    );
    assert_eq!(
        run(&["--policy", "zzz", "-c", "1"]).err,
        "error: there is no policy `zzz`; there are notebook, standard, strict\n"
    );
}

#[test]
fn bad_files_are_told_with_the_line() {
    for (text, message) in [
        ("sead = 1", "line 1: unknown key `sead`; did you mean `seed`?"),
        ("\n[limits]\nfule = 1", "line 3: unknown key `limits.fule`; did you mean `limits.fuel`?"),
        ("fuel = 1", "line 1: unknown key `fuel`; did you mean `limits.fuel`?"),
        ("network = true", "line 1: unknown key `network`; `taipan config show` lists the keys"),
        ("[limit]\nfuel = 1", "line 1: unknown key `limit`; `taipan config show` lists the keys"),
        ("limits = 5", "line 1: `limits` is a table; write [limits] on a line"),
        ("seed = 1\nseed = 2", "line 2: duplicate key"),
        ("seed = ", "line 1: string values must be quoted, expected literal string"),
        ("deny = 're'", "line 1: `deny`: a list of texts, such as ['json']"),
        ("deny = [1]", "line 1: `deny`: a list of texts, such as ['json']"),
        ("seed = 1.5", "line 1: `seed`: float is not what it takes"),
        ("isolation = 'docker'", "line 1: `isolation`: `docker` is not an isolation; write wasm or native"),
        ("[limits]\ntimeout = 5", "line 2: `limits.timeout`: a time has a unit, such as '5s'"),
        (
            "[limits]\nmemory = '64 megs'",
            "line 2: `limits.memory`: `64 megs` is not a size; write a number and a unit, such as 64MiB, 500kB or 4096",
        ),
        ("[policies.strict]\nseed = 1", "line 1: the policy `strict` is built in; choose another name"),
        ("policies = 1", "line 1: `policies` is a table of policies, such as [policies.own]"),
        ("[policies.a]\ndenny = []", "line 2: unknown key `policies.a.denny`; did you mean `deny`?"),
        (
            "[policies.a]\nrefuse = ['dynamic']",
            "line 2: `policies.a.refuse`: `dynamic` is not a finding; one of syntax, source-size, module-refused, \
             module-unknown, call-refused, name-unresolved, endless-loop, huge-range, huge-literal, deep-nesting, \
             long-code, dunder-walk, dynamic-code",
        ),
        (
            "[policies.a]\ndeny = ['jsn']",
            "line 1: policy `a`: deny names `jsn`, which is not on the allowlist; did you mean `json`?",
        ),
    ] {
        let folder = folder(text);
        let said = with(folder.path(), &[], &["config", "show", "--config", "t.toml"]);
        assert_eq!(said, Said { status: 2, out: String::new(), err: format!("error: t.toml: {message}\n") }, "{text}");
    }
    for (text, message) in [
        ("policy = 'stict'", "there is no policy `stict`; did you mean `strict`?"),
        ("[limits]\nmemory = 1", "invalid limits: memory is 1 bytes; it must be at least 1048576 (1 MiB)"),
        ("deny = ['jsn']", "invalid policy: deny names `jsn`, which is not on the allowlist; did you mean `json`?"),
        ("allow = ['re']\ndeny = ['re']", "invalid policy: `re` is both allowed and denied"),
    ] {
        let folder = folder(text);
        let said = with(folder.path(), &[], &["config", "show", "--config", "t.toml"]);
        assert_eq!((said.status, said.err), (2, format!("error: {message}\n")), "{text}");
    }
}

#[test]
fn bad_paths_and_variables_are_told() {
    let folder = folder("");
    let shown = |variables: &[(&str, &str)], args: &[&str]| {
        with(folder.path(), variables, &[&["config", "show"], args].concat()).err
    };
    assert_eq!(shown(&[("TAIPAN_CONFIG", "absent")], &[]), "error: absent: no such file or directory\n");
    assert_eq!(shown(&[], &["--config", "."]), "error: . is a folder; name a file\n");
    fs::write(folder.path().join("latin"), b"seed = '\xe9'").unwrap();
    assert_eq!(shown(&[], &["--config", "latin"]), "error: latin: not UTF-8 text\n");
    fs::write(folder.path().join("huge"), "#".repeat((1 << 20) + 1)).unwrap();
    assert_eq!(shown(&[], &["--config", "huge"]), "error: huge: more than 1 MiB; this is no configuration file\n");
    assert_eq!(
        shown(&[], &["--config", "/dev/zero"]),
        "error: /dev/zero: more than 1 MiB; this is no configuration file\n"
    );
    assert_eq!(
        shown(&[("TAIPAN_FUEL", "many")], &[]),
        "error: TAIPAN_FUEL: `many` is not a number; write a whole number from 0 to 18,446,744,073,709,551,615, such as \
         1_000_000\n"
    );
    assert_eq!(
        shown(&[("TAIPAN_ISOLATION", "")], &[]),
        "error: TAIPAN_ISOLATION: `` is not an isolation; write wasm or native\n"
    );
}

#[test]
fn tool_definitions() {
    let folder = folder("");
    let schema = |shape: &str| {
        let said = with(folder.path(), &[], &["tool-schema", shape]);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{shape}");
        said.out
    };
    for shape in ["openai", "anthropic", "mcp", "json-schema"] {
        golden(&format!("tool_schema_{}", shape.replace('-', "_")), &schema(shape));
    }
    let short = with(folder.path(), &[], &["tool-schema", "anthropic", "--timeout", "250ms"]).out;
    assert!(short.contains("A run ends after 0.25 s."), "{short}");
    let said = with(folder.path(), &[], &["tool-schema", "gemini"]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("[possible values: openai, anthropic, mcp, json-schema]"), "{}", said.err);
    assert_eq!(with(folder.path(), &[], &["tool-schema"]).status, 2);
}
