//! Reports in files, reviews in the terminal, groups of differences, and other engines.

use std::fs;

use super::{folder, snap, summary, tree, write};
use crate::browser;
use crate::command::{Said, said, taipan};

#[test]
fn reports_go_to_files_or_to_standard_output() {
    let folder = folder(&[("a.py", "1"), ("b.py", "#! skip = 'later'\n2")]);
    let here = folder.path();
    snap(here, &[".", "--accept"]);
    let args = [".", "--report", "junit=out.xml", "--report", "html=out.html", "--history", "fuel.history"];
    assert_eq!(summary(&snap(here, &args)), (0, "2 cases: 1 same, 1 skipped"));
    snap(here, &args);
    let xml = fs::read_to_string(here.join("out.xml")).unwrap();
    assert!(
        xml.contains("<testsuites name=\"taipan snap\" tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"1\" time=\""),
        "{xml}"
    );
    let html = fs::read_to_string(here.join("out.html")).unwrap();
    assert!(html.contains("\"history\": [{\"at\":\"") && html.matches("\"cases\":2,\"fuel\":").count() == 2, "{html}");
    let tap = snap(here, &[".", "--report", "tap"]);
    assert_eq!((tap.status, tap.out.as_str()), (0, "TAP version 14\n1..2\nok 1 - a.py\nok 2 - b.py # SKIP later\n"));
    let github = snap(here, &[".", "--report", "github"]);
    assert_eq!(github.out, "::notice::2 cases: 1 same, 1 skipped\n");
    assert!(
        snap(here, &[".", "--report", "xml"])
            .err
            .contains("there is no report `xml`; there are junit, json, tap, github and html")
    );
    assert!(snap(here, &[".", "--report", "tap="]).err.contains("a file is missing behind `tap=`"));
    assert_eq!(snap(here, &[".", "--report", "tap=no/out"]).err, "error: no/out: no such file or folder\n");
}

#[test]
fn the_page_shows_sorts_and_finds_cases() {
    let folder = folder(&[
        ("evil.py", "print('</script><b id=\"evil\">')"),
        ("one.py", "print('one')"),
        ("sum.py", "sum(range(1000))"),
    ]);
    let here = folder.path();
    snap(here, &[".", "--accept", "--history", "fuel"]);
    write(here, "one.py", "print('two')");
    write(here, "evil.py", "print('</script><b id=\"evil\">now')");
    snap(here, &[".", "--report", "html=out.html", "--history", "fuel"]);
    let open = |fragment: &str| browser::dom(&format!("file://{}/out.html{fragment}", here.display()));
    let Some(dom) = open("") else { return };
    assert!(browser::text_of(&dom, "numbers").starts_with("3 cases: 1 same, 2 differ in "), "{dom}");
    assert_eq!(browser::text_of(&dom, "count"), "2 of 3");
    let rows = browser::text_of(&dom, "rows");
    assert!(rows.contains("one.pydiffers") && rows.contains("\n- one\n+ two\n"), "{rows}");
    assert!(rows.contains("\n+ &lt;/script&gt;&lt;b id=\"evil\"&gt;now\n"), "{rows}");
    assert!(dom.contains("<section id=\"chart\">") && dom.contains("<polyline points=\"0.0,"), "{dom}");
    let dom = open("#which=all&q=sum").unwrap();
    assert_eq!(browser::text_of(&dom, "count"), "1 of 3");
    let rows = browser::text_of(&open("#which=all&sort=fuel").unwrap(), "rows");
    assert!(rows.starts_with("sum.pysame"), "{rows}");
}

fn review(folder: &std::path::Path, answers: &str) -> Said {
    let mut command = taipan();
    command.args(["snap", ".", "--review", "--isolation", "native"]).env("COLUMNS", "40").current_dir(folder);
    said(&mut command, answers.as_bytes())
}

#[test]
fn a_review_asks_for_each_difference() {
    let folder = folder(&[("a.py", "1"), ("b.py", "2"), ("c.py", "3")]);
    let here = folder.path();
    snap(here, &["a.py", "--accept"]);
    write(here, "a.py", "10");
    let said = review(here, "what\na\nr\n");
    assert_eq!(said.status, 1);
    let ask = "accept, reject, skip or quit? [a/r/s/q] ";
    assert_eq!(
        said.out,
        format!(
            "a.py: differs (1 of 3)\nstatus: ok           status: ok\nvalue:  1          | value:  10\n\
             repr:   1          | repr:   10\n{ask}{ask}b.py: new (2 of 3)\n                   > status: ok\n                   > value:  2\n                   \
             > repr:   2\n{ask}c.py: new (3 of 3)\n                   > status: ok\n                   > value:  3\n                   > repr:   3\n\
             {ask}\n1 accepted, 2 left\n"
        )
    );
    assert_eq!(tree(here), ["a.py", "b.py", "c.py", "snapshots/a.snap", "snapshots/c.snap.new"]);
    assert_eq!(review(here, "a\na\n").status, 0);
    assert_eq!(summary(&snap(here, &["."])), (0, "3 cases: 3 same"));
}

#[test]
fn differences_are_grouped_by_cause() {
    let folder = folder(&[]);
    let here = folder.path();
    for n in 0..8 {
        write(here, &format!("e{n}.py"), format!("1 / 0 if {n} else {{}}[{n}]"));
        write(here, &format!("f{n}.py"), format!("#! keep_fuel = true\nfor _ in range({n}): pass"));
    }
    write(here, "j.py", "import json\nprint(json.dumps(1))");
    snap(here, &[".", "--accept"]);
    for entry in fs::read_dir(here.join("snapshots")).unwrap().flatten() {
        let text = fs::read_to_string(entry.path()).unwrap();
        let text = text.replace("division by zero", "divided by 0").replace("fuel:   ", "fuel:   9");
        fs::write(entry.path(), text.replace("--- stdout\n1\n", "--- stdout\none\n")).unwrap();
    }
    let said = snap(here, &[".", "--explain-change"]);
    let heads: Vec<&str> = said.out.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(
        heads,
        [
            "8 cases: fuel only",
            "7 cases: wording of ZeroDivisionError: `divided by N` is now `division by zero`",
            "1 case: output of cases that import json",
            "17 cases: 1 same, 16 differ"
        ]
    );
    assert!(said.out.contains("  and f5.py\n  and 2 more\n"), "{}", said.out);
}

#[cfg(unix)]
#[test]
fn another_engine_is_asked_the_same() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = folder(&[
        ("a.py", "print(1)"),
        ("b.py", "print(2)"),
        ("c.py", "#! inputs = {n = 'x'}\nprint(n)"),
        ("e.py", "1 / 0"),
        ("l.py", "#! fuel = 1000\nwhile True: pass"),
        // Stands for another engine: it knows what some of the programs print.
        (
            "engine",
            "#!/bin/sh\ncase \"$(cat \"$2\")\" in\n'print(1)') echo 1;;\n'print(2)') echo two;;\nn*) echo x;;\n\
             *) echo 'Traceback (most recent call last):' >&2; echo '  File' >&2; echo 'ZeroDivisionError: no' >&2; exit 1;;\nesac\n",
        ),
    ]);
    let here = folder.path();
    fs::set_permissions(here.join("engine"), fs::Permissions::from_mode(0o755)).unwrap();
    snap(here, &[".", "--accept"]);
    let engine = format!("'{}' -I", here.join("engine").display());
    let name = here.join("engine").display().to_string();
    let said = snap(here, &[".", "--against", &engine]);
    assert_eq!(
        (said.status, said.out),
        (
            1,
            format!(
                "b.py: disagrees: `{name}` gives something else (-)\n      exit:   0\n      --- stdout\n    - two\n    + 2\n\n\
                 e.py: disagrees: `{name}` gives something else (-)\n      exit:   1\n    - raised: ZeroDivisionError: no\n    \
                 + raised: ZeroDivisionError: division by zero\n      --- stdout\n\n5 cases: 3 same, 2 disagree\n"
            )
        )
    );
    let with = |known: &str| {
        write(here, "known.toml", known);
        snap(here, &[".", "--against", &engine, "--known-differences", "known.toml"])
    };
    let said = with("\"b.py\" = \"words\"\n\"e.py\" = \"wording\"\n");
    assert_eq!((said.status, said.out), (0, format!("2 known differences from `{name}`\n5 cases: 5 same\n")));
    let said = with("\"a.py\" = \"not so\"\n\"b.py\" = \"words\"\n\"e.py\" = \"wording\"\n\"z.py\" = \"gone\"\n");
    assert!(
        said.out.contains(&format!("a.py: disagrees: `{name}` gives the same, but a difference is listed: not so\n")),
        "{}",
        said.out
    );
    assert!(
        said.out.contains("z.py: bad: a known difference is listed for it, but there is no such case\n"),
        "{}",
        said.out
    );
    assert_eq!(with("\"a.py\" = \"\"").err, "error: known.toml: `a.py`: say why\n");
    assert!(with("a.py\n").err.starts_with("error: known.toml: line 1: "));
    let said = snap(here, &["a.py", "--against", "no-such-engine -I"]);
    assert_eq!(said.out.lines().next(), Some("a.py: bad: there is no command `no-such-engine`"));
    assert_eq!(snap(here, &[".", "--against", "'"]).err, "error: --against: the quote ' in `'` is not closed\n");
}
