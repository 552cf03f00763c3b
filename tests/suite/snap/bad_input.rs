//! What a suite makes of bad cases, goldens, names, links and disks.

use std::fs;
use std::process::Command;

use super::{folder, snap, summary, tree, write};
use crate::command::{Said, said, taipan};
use crate::walled::walled;

/// What was said of the one thing that is wrong, with the exit status of bad use.
#[track_caller]
fn bad(said: &Said) -> &str {
    assert_eq!(said.status, 2, "{said:?}");
    said.out.lines().next().unwrap_or_default()
}

#[test]
fn suites_that_are_none() {
    let folder = folder(&[("a.txt", "")]);
    let here = folder.path();
    let error = |text: &str| Said { status: 2, out: String::new(), err: format!("error: {text}\n") };
    assert_eq!(snap(here, &["nowhere"]), error("nowhere: no such file or folder"));
    assert_eq!(snap(here, &["a.txt"]), error("a.txt: this holds no cases; .py, .md, .rst and .jsonl files do"));
    assert_eq!(summary(&snap(here, &["."])), (0, "0 cases"));
    assert_eq!(snap(here, &[]).status, 2);
    assert!(snap(here, &[".", "--update-fuel-within", "much"]).err.contains("`much` is no part of 100, such as 2%"));
}

#[test]
fn bad_directives_cost_only_their_case() {
    let folder = folder(&[("a.py", "# about\n#! fule = 1\n1"), ("b.py", "1")]);
    let said = snap(folder.path(), &[".", "--accept"]);
    assert_eq!(bad(&said), "a.py:2: bad: there is no directive `fule`; did you mean `fuel`?");
    assert_eq!(summary(&said), (2, "2 cases: 1 accepted, 1 bad"));
}

#[test]
fn sources_that_are_no_text_or_huge() {
    let folder = folder(&[("empty.py", "")]);
    let here = folder.path();
    write(here, "b.py", b"x = 1\ny = '\xff'\n");
    let huge = fs::File::create(here.join("huge.py")).unwrap();
    huge.set_len(65 << 20).unwrap();
    write(here, "long.py", format!("x = '{}'", "a".repeat(300 << 10)));
    write(here, "nul.py", "x = '\0'");
    let said = snap(here, &[".", "--accept"]);
    assert_eq!(bad(&said), "b.py: bad: line 2: byte 0xff is not UTF-8; save the file as UTF-8");
    assert!(
        said.out.contains("huge.py: bad: the file has 68157440 bytes; a suite reads at most 67108864 (64 MiB)\n"),
        "{}",
        said.out
    );
    assert_eq!(summary(&said), (2, "5 cases: 3 accepted, 2 bad"));
    let golden = fs::read_to_string(here.join("snapshots/long.snap")).unwrap();
    assert!(golden.contains("status: memory\nlimit:  source 262144, used 307206\n"), "{golden}");
}

#[test]
fn goldens_that_are_damaged_stay_as_they_are() {
    let folder = folder(&[("a.py", "1")]);
    let here = folder.path();
    for (bytes, why) in [
        (&b""[..], "it is empty"),
        (b"\x89PNG\r\n\x1a\n\xff", "line 1 is not UTF-8 text"),
        (b"status: ok\n", "line 1 is not `---`"),
        (b"---\nsource: a\nstatus", "no second line `---` ends its head"),
    ] {
        write(here, "snapshots/a.snap", bytes);
        let text = format!(
            "a.py: bad: snapshots/a.snap is no golden, for {why}; restore it, or delete it and accept the case anew"
        );
        for args in [&["."][..], &[".", "--accept"], &[".", "--pending"]] {
            assert_eq!(bad(&snap(here, args)), text);
        }
        assert_eq!(fs::read(here.join("snapshots/a.snap")).unwrap(), bytes);
    }
    fs::File::create(here.join("snapshots/a.snap")).unwrap().set_len(300 << 20).unwrap();
    assert!(bad(&snap(here, &["."])).contains("it has 314572800 bytes, more than any case can give"));
    fs::remove_file(here.join("snapshots/a.snap")).unwrap();
    fs::create_dir(here.join("snapshots/a.snap")).unwrap();
    assert!(bad(&snap(here, &["."])).contains("snapshots/a.snap is no golden, for it is no file"));
}

#[test]
fn a_golden_of_a_newer_version_is_not_overwritten() {
    let newer = "---\nsource: \"a.py\"\ninfo:\n  taipan: 99.0.0\n---\nstatus: ok\nvalue:  1\nrepr:   one\n";
    let folder = folder(&[("a.py", "1"), ("snapshots/a.snap", newer)]);
    let said = snap(folder.path(), &[".", "--accept"]);
    let text = format!(
        "a.py: differs: taipan 99.0.0 wrote the golden, and this is {}; update taipan, or delete the golden to accept \
         what this one gives",
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!((said.status, said.out.lines().next()), (1, Some(text.as_str())));
    assert_eq!(fs::read_to_string(folder.path().join("snapshots/a.snap")).unwrap(), newer);
    write(folder.path(), "snapshots/a.snap", newer.replace("one", "1"));
    assert_eq!(summary(&snap(folder.path(), &["."])), (0, "1 case: 1 same"));
}

#[test]
fn names_of_every_kind() {
    let long = "ü".repeat(120);
    let folder = folder(&[
        ("two words.py", "1"),
        ("größe 大.py", "2"),
        ("50%.py", "3"),
        ("-v.py", "4"),
        ("a\nb.py", "5"),
        (&format!("{long}.py"), "6"),
    ]);
    let here = folder.path();
    assert_eq!(summary(&snap(here, &[".", "--accept"])), (0, "6 cases: 6 accepted"));
    assert_eq!(summary(&snap(here, &["."])), (0, "6 cases: 6 same"));
    let goldens = tree(&here.join("snapshots"));
    assert_eq!(&goldens[..4], ["-v.snap", "50%25.snap", "a%0ab.snap", "größe 大.snap"]);
    assert_eq!(goldens[4], "two words.snap");
    assert!(goldens[5].starts_with(&"ü".repeat(91)) && goldens[5].len() <= 205, "{}", goldens[5]);
}

#[test]
fn names_that_differ_only_in_case() {
    let folder = folder(&[("sum.py", "1"), ("Sum.py", "2")]);
    if tree(folder.path()).len() == 1 {
        // This file system has one of them alone.
        return;
    }
    let said = snap(folder.path(), &[".", "--accept"]);
    assert_eq!(
        bad(&said),
        "sum.py: bad: the golden of `Sum.py` (Sum.py, line 1) would be the same file, at least where capitals do not \
         count; rename one"
    );
    assert_eq!(tree(&folder.path().join("snapshots")), ["Sum.snap"]);
}

#[cfg(unix)]
#[test]
fn links_and_folders_that_can_not_be_read() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let (folder, other) = (folder(&[("in/a.py", "1"), ("in/closed/b.py", "2")]), super::folder(&[("c.py", "3")]));
    let inside = folder.path().join("in");
    symlink(other.path().join("c.py"), inside.join("out.py")).unwrap();
    symlink(other.path(), inside.join("outside")).unwrap();
    symlink(inside.join("gone"), inside.join("lost.py")).unwrap();
    symlink(&inside, inside.join("round")).unwrap();
    symlink(inside.join("a.py"), inside.join("same.py")).unwrap();
    fs::set_permissions(inside.join("closed"), fs::Permissions::from_mode(0o0)).unwrap();
    let is_root = fs::read_dir(inside.join("closed")).is_ok();
    let said = snap(folder.path(), &["in", "--accept"]);
    fs::set_permissions(inside.join("closed"), fs::Permissions::from_mode(0o755)).unwrap();
    let target = |path: &str| other.path().canonicalize().unwrap().join(path);
    for (name, target) in [("in/out.py", target("c.py")), ("in/outside", target(""))] {
        let target = target.display().to_string();
        let target = target.trim_end_matches('/');
        let text =
            format!("{name}: bad: a link out of the suite, to {target}; copy what it names, or name that folder\n");
        assert!(said.out.contains(&text), "{}", said.out);
    }
    assert!(said.out.contains("in/lost.py: bad: a link to nothing: no such file or folder\n"), "{}", said.out);
    if !is_root {
        assert!(said.out.contains("in/closed: bad: permission denied\n"), "{}", said.out);
    }
    let (accepted, wrong) = if is_root { (3, 3) } else { (2, 4) };
    assert_eq!(summary(&said), (2, format!("6 cases: {accepted} accepted, {wrong} bad").as_str()));
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more() {
    let folder = folder(&[("a.py", "print('x' * 100_000)"), ("snapshots/a.snap", "---\nsource: a\n---\nstatus: ok\n")]);
    let mut command = Command::new("sh");
    // Files may grow to 8 KiB here; the signal that says so is not taken.
    command.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" snap . --accept --isolation native"]);
    command.arg(env!("CARGO_BIN_EXE_taipan")).current_dir(folder.path());
    let said = said(&mut command, b"");
    assert_eq!(bad(&said), "a.py: bad: snapshots/a.snap: the system allows no file of this size");
    assert_eq!(tree(folder.path()), ["a.py", "snapshots/a.snap"]);
    assert_eq!(
        fs::read_to_string(folder.path().join("snapshots/a.snap")).unwrap(),
        "---\nsource: a\n---\nstatus: ok\n"
    );
}

#[test]
fn two_processes_that_accept_at_once() {
    let folder = folder(&[]);
    for n in 0..40 {
        write(folder.path(), &format!("c{n}.py"), format!("print('x' * 50_000, {n})"));
    }
    let start = || {
        let mut command = taipan();
        command.args(["snap", ".", "--accept", "--isolation", "native"]).current_dir(folder.path());
        command.stdout(std::process::Stdio::piped()).spawn().unwrap()
    };
    let both: Vec<_> = [start(), start()].into_iter().map(|child| child.wait_with_output().unwrap()).collect();
    for one in &both {
        // What the other was first with is said to be so, and nothing else is wrong.
        let out = String::from_utf8_lossy(&one.stdout);
        let wrong = out.lines().filter(|line| line.contains(": bad: "));
        assert!(wrong.clone().all(|line| line.ends_with(": another process changed it meanwhile; run again")), "{out}");
        assert_eq!(one.status.code(), Some(if wrong.count() > 0 { 2 } else { 0 }), "{out}");
    }
    assert_eq!(summary(&snap(folder.path(), &["."])), (0, "40 cases: 40 same"));
    assert_eq!(tree(&folder.path().join("snapshots")).len(), 40);
}

#[test]
fn a_run_that_is_killed_leaves_whole_goldens() {
    let folder = folder(&[]);
    let here = folder.path();
    for n in 0..400 {
        write(here, &format!("c{n:03}.py"), format!("print('x' * 20_000, {n})"));
    }
    let mut command = taipan();
    command
        .args(["snap", ".", "--accept", "--isolation", "native"])
        .current_dir(here)
        .stdout(std::process::Stdio::null());
    let mut child = command.spawn().unwrap();
    let written = || fs::read_dir(here.join("snapshots")).map_or(0, Iterator::count);
    while written() < 20 {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it could be killed");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let goldens = tree(&here.join("snapshots")).iter().filter(|name| name.ends_with(".snap")).count();
    assert!((19..400).contains(&goldens), "{goldens}");
    let after = snap(here, &["."]);
    let left = 400 - goldens;
    assert_eq!(summary(&after), (1, format!("400 cases: {goldens} same, {left} new").as_str()));
}

#[test]
fn hostile_cases_cost_only_themselves() {
    let folder = folder(&[
        ("endless.py", "#! expect = {status = 'fuel'}\nwhile True: pass"),
        ("gigabyte.py", "#! expect = {status = 'output'}\nfor _ in range(1000): print('x' * 1_000_000)"),
        ("greedy.py", "#! expect = {status = 'memory'}\nx = []\nwhile True: x.append(bytearray(10**7))"),
        ("deep.py", "#! expect = {error = {type = 'RecursionError'}}\ndef f(): f()\nf()"),
        (
            "late.py",
            "#! timeout = '200ms'\n#! fuel = 1_000_000_000\n#! expect = {status = 'timeout'}\nwhile True: pass",
        ),
        ("good.py", "#! expect = {repr = '45'}\nsum(range(10))"),
    ]);
    assert_eq!(summary(&snap(folder.path(), &["."])), (0, "6 cases: 6 same"));
    if walled(taipan::Engine::builder().workers(1)).is_some() {
        let walled = said(taipan().args(["snap", "."]).current_dir(folder.path()), b"");
        assert!(walled.status == 0 && walled.out.starts_with("6 cases: 6 same in "), "{}", walled.out);
    }
}
