//! Which cases are taken, what is remembered, and goldens that no case has.

use std::fs;
use std::process::Command;

use super::{folder, snap, summary, tree, write};
use crate::command::{said, taipan};

#[test]
fn tags_filters_and_parts() {
    let folder = folder(&[("a.py", "#! tags = ['slow', 'io']\n1"), ("b.py", "#! tags = ['fast']\n2"), ("c.py", "3")]);
    let here = folder.path();
    snap(here, &[".", "--accept"]);
    for (args, taken) in [
        (&["--tag", "slow"][..], 1),
        (&["--tag", "slow", "--tag", "fast"], 2),
        (&["--tag", "none"], 0),
        (&["--filter", "a.py", "--filter", "c"], 2),
        (&["--filter", "a.py", "--tag", "fast"], 0),
    ] {
        let said = snap(here, &[&["."], args].concat());
        assert!(summary(&said).1.starts_with(&taken.to_string()), "{args:?}: {}", said.out);
    }
    for n in 0..40 {
        write(here, &format!("n{n}.py"), "1");
    }
    let taken: Vec<usize> = (1..=3)
        .map(|part| {
            let said = snap(here, &[".", "--shard", &format!("{part}/3")]);
            said.out.lines().last().unwrap().split(' ').next().unwrap().parse().unwrap()
        })
        .collect();
    assert_eq!(taken.iter().sum::<usize>(), 43);
    assert!(taken.iter().all(|taken| *taken > 5), "{taken:?}");
    for bad in ["0/3", "4/3", "3", "a/b"] {
        let text = format!("`{bad}` is no part; write one such as 2/8, the second of eight");
        assert!(snap(here, &[".", "--shard", bad]).err.contains(&text));
    }
}

#[test]
fn what_has_changed_since_a_revision() {
    let folder = folder(&[("in/a.py", "1"), ("in/b.py", "2"), ("in/c.py", "3")]);
    let here = folder.path();
    let outside = snap(here, &["in", "--changed-since", "HEAD"]);
    assert_eq!(outside.status, 2);
    assert!(outside.err.starts_with("error: git: not a git repository"), "{}", outside.err);
    snap(here, &["in", "--accept"]);
    let git = |args: &[&str]| {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]);
        said(command.args(args).current_dir(here), b"")
    };
    for args in [&["init", "-q"][..], &["add", "."], &["commit", "-q", "-m", "a"]] {
        assert_eq!(git(args).status, 0, "{:?}", git(args));
    }
    assert_eq!(summary(&snap(here, &["in", "--changed-since", "HEAD"])), (0, "0 cases"));
    write(here, "in/a.py", "1 + 0");
    write(here, "in/d.py", "4");
    fs::remove_file(here.join("in/snapshots/c.snap")).unwrap();
    assert_eq!(summary(&snap(here, &["in", "--changed-since", "HEAD"])), (1, "3 cases: 1 same, 2 new"));
    assert_eq!(
        snap(here, &["in", "--changed-since", "--upload-pack"]).err,
        "error: `--upload-pack` is no revision that git knows in in\n"
    );
}

#[test]
fn goldens_without_a_case() {
    let folder = folder(&[("a.py", "1"), ("b.py", "2"), ("g.md", "```py\n3\n```\n"), ("in/c.py", "4")]);
    let here = folder.path();
    snap(here, &[".", "--accept"]);
    let of_rust = "---\nsource: src/lib.rs\n---\nnot ours\n";
    write(here, "snapshots/rust.snap", of_rust);
    fs::remove_file(here.join("b.py")).unwrap();
    fs::remove_file(here.join("g.md")).unwrap();
    fs::write(here.join("in/c.py"), "#! fule = 1\n").unwrap();
    assert_eq!(summary(&snap(here, &["a.py"])), (0, "1 case: 1 same"));
    let reject = snap(here, &[".", "--unreferenced", "reject"]);
    assert_eq!(reject.status, 2);
    for golden in ["snapshots/b.snap", "snapshots/g.md/block-1.snap"] {
        let text = format!("{golden}: unreferenced: no case has this golden; --unreferenced delete removes it\n");
        assert!(reject.out.contains(&text), "{}", reject.out);
    }
    let refused = snap(here, &[".", "--unreferenced", "delete"]);
    assert_eq!(
        (refused.status, refused.err.as_str()),
        (
            2,
            "error: in/c.py: there is no directive `fule`; did you mean `fuel`?; no golden is deleted while a case can't be read\n"
        )
    );
    fs::write(here.join("in/c.py"), "4").unwrap();
    assert_eq!(
        snap(here, &[".", "--unreferenced", "delete", "--filter", "a"]).err,
        "error: goldens without a case are only known where all cases are taken; leave the selection out\n"
    );
    assert_eq!(summary(&snap(here, &[".", "--unreferenced", "delete"])), (0, "2 cases: 2 same, 2 deleted"));
    assert_eq!(tree(here), ["a.py", "in/c.py", "in/snapshots/c.snap", "snapshots/a.snap", "snapshots/rust.snap"]);
    assert_eq!(fs::read_to_string(here.join("snapshots/rust.snap")).unwrap(), of_rust);
}

#[test]
fn what_passed_is_not_run_again_until_something_changes() {
    let (folder, caches) =
        (folder(&[("a.py", "print('a')"), ("now.py", "#! clock = 'system'\n1")]), super::folder(&[]));
    let run = |args: &[&str]| {
        let mut command = taipan();
        command.args(["snap", ".", "--isolation", "native", "--report", "json"]).args(args);
        let said = said(command.current_dir(folder.path()).env("XDG_CACHE_HOME", caches.path()), b"");
        let lines: Vec<serde_json::Value> = said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let ran = lines.iter().filter(|line| line["wall_us"].as_u64().is_some_and(|us| us > 0)).count();
        (said.status, ran, lines[0]["fuel"].as_u64())
    };
    let first = run(&["--accept"]);
    assert_eq!((first.0, first.1), (0, 2));
    assert_eq!(run(&[]).1, 2);
    // The one that reads the system's clock is run each time.
    assert_eq!(run(&[]), (0, 1, first.2));
    assert_eq!(run(&["--fresh"]).1, 2);
    write(folder.path(), "a.py", "print('b')");
    assert_eq!((run(&[]).0, run(&[]).1), (1, 2));
    write(folder.path(), "a.py", "print('a')");
    assert_eq!(run(&[]).1, 2);
    assert_eq!(run(&[]).1, 1);
    let golden = folder.path().join("snapshots/a.snap");
    fs::write(&golden, fs::read_to_string(&golden).unwrap().replace("\na\n", "\nb\n")).unwrap();
    assert_eq!((run(&[]).0, run(&[]).1), (1, 2));
    for file in fs::read_dir(caches.path().join("taipan/snap")).unwrap().flatten() {
        fs::write(file.path(), "damaged").unwrap();
    }
    assert_eq!(run(&["--accept"]).1, 2);
    assert_eq!(run(&[]).1, 2);
    assert_eq!(run(&[]).1, 1);
}
