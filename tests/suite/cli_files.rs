//! `taipan run --file` and `--out`.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use taipan::Engine;

use crate::command::{Said, said, taipan, taipan_in};
use crate::walled::walled;

/// The isolations that this build has; each gets folders of its own.
fn isolations() -> Vec<&'static str> {
    let wasm = walled(Engine::builder().workers(1)).map(|_| "wasm");
    [Some("native"), wasm].into_iter().flatten().collect()
}

fn in_folder(folder: &Path, isolation: &str, args: &[&str]) -> Said {
    let all = [&["run", "--isolation", isolation], args].concat();
    said(taipan().args(all).current_dir(folder), b"")
}

const MAKE: &str = "import os\nos.mkdir('d')\nopen('d/a.txt', 'w').write('made')\nopen('b', 'w').close()";

#[test]
fn files_go_in_by_name_by_path_and_by_pattern() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    for name in ["in/1.csv", "in/2.csv", "in/n.txt"] {
        fs::write(folder.path().join(name), name).unwrap();
    }
    let list = "import glob\n[(name, open(name).read()) for name in sorted(glob.glob('**', recursive=True)) if '.' in name or name == 'x']";
    let found = |args: &[&str]| taipan_in(folder.path(), &[&["run", "-c", list], args].concat(), b"").out;
    assert_eq!(found(&["--file", "in/1.csv"]), "[('1.csv', 'in/1.csv')]\n");
    assert_eq!(
        found(&["--file", "x=in/1.csv", "--file", "y/z.z=in/n.txt"]),
        "[('x', 'in/1.csv'), ('y/z.z', 'in/n.txt')]\n"
    );
    assert_eq!(found(&["--file", "in/*.csv"]), "[('1.csv', 'in/1.csv'), ('2.csv', 'in/2.csv')]\n");
    assert_eq!(found(&["--file", "d/=in/[12].*"]), "[('d/1.csv', 'in/1.csv'), ('d/2.csv', 'in/2.csv')]\n");
    let wrong = |args: &[&str]| {
        let said = taipan_in(folder.path(), &[&["run", "-c", "1"], args].concat(), b"");
        assert_eq!((said.status, said.out.as_str()), (2, ""));
        said.err
    };
    assert_eq!(wrong(&["--file", "x=missing"]), "error: file `x=missing`: missing: no such file or directory\n");
    assert_eq!(wrong(&["--file", "in/*.pdf"]), "error: file `in/*.pdf`: no file matches the pattern\n");
    assert_eq!(
        wrong(&["--file", "../x=in/1.csv"]),
        "error: invalid input: file `../x` has a part `.` or `..`; write the path without it\n"
    );
    assert_eq!(
        wrong(&["--file", "in/1.csv", "--file", "in/1.csv"]),
        "error: invalid input: file `1.csv` is given twice\n"
    );
    assert_eq!(
        wrong(&["--memory", "1MiB", "--file", "x=/dev/zero"]),
        "error: file `x=/dev/zero`: with it, the files pass the memory limit of 1 MiB; raise it with --memory\n"
    );
}

#[test]
fn files_come_out_into_a_folder() {
    for isolation in isolations() {
        let folder = tempfile::tempdir().unwrap();
        let run = |args: &[&str]| in_folder(folder.path(), isolation, args);
        let kept = run(&["-c", MAKE, "--out", "out"]);
        assert_eq!((kept.status, kept.err.as_str()), (0, "taipan: files written: b, d/a.txt\n"));
        let text = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!((text("out/b"), text("out/d/a.txt")), (String::new(), String::from("made")));

        let dropped = run(&["-c", MAKE]);
        assert_eq!(dropped.err, "taipan: files made: b, d/a.txt; they are dropped now, --out DIR keeps them\n");
        let json: serde_json::Value = serde_json::from_str(&run(&["-c", MAKE, "--json"]).out).unwrap();
        assert_eq!(json["files"][1]["content"], "made");
        let json: serde_json::Value =
            serde_json::from_str(&run(&["-c", MAKE, "--json", "--out", "other"]).out).unwrap();
        assert_eq!(
            json["files"][1].to_string(),
            r#"{"path":"d/a.txt","size":4,"media_type":"text/plain","content":null}"#
        );

        fs::write(folder.path().join("out/d/a.txt"), "precious").unwrap();
        fs::remove_file(folder.path().join("out/b")).unwrap();
        let again = run(&["-c", MAKE, "--out", "out"]);
        assert_eq!(
            (
                again.status,
                again.err.ends_with("error: --out out: `d/a.txt` is there already; --force overwrites it\n")
            ),
            (2, true),
            "{}",
            again.err
        );
        assert_eq!(text("out/d/a.txt"), "precious");
        assert!(!folder.path().join("out/b").exists(), "none is written where one is refused");
        assert_eq!(run(&["-c", MAKE, "--out", "out", "--force"]).status, 0);
        assert_eq!((text("out/d/a.txt"), fs::read_dir(folder.path().join("out")).unwrap().count()), ("made".into(), 2));
    }
}

#[test]
fn nothing_is_written_outside_of_the_folder() {
    for isolation in isolations() {
        let folder = tempfile::tempdir().unwrap();
        let (out, outside) = (folder.path().join("out"), folder.path().join("outside"));
        fs::create_dir(&out).unwrap();
        fs::create_dir(&outside).unwrap();
        let run = |args: &[&str]| in_folder(folder.path(), isolation, &[args, &["--out", "out"]].concat());
        symlink(&outside, out.join("d")).unwrap();
        for force in [&[][..], &["--force"]] {
            let linked = run(&[&["-c", MAKE], force].concat());
            assert_eq!(linked.status, 2);
            assert!(
                linked.err.ends_with("error: --out out: `d/a.txt`: `d` is there and is no folder\n"),
                "{}",
                linked.err
            );
        }
        fs::remove_file(out.join("d")).unwrap();
        fs::write(outside.join("target"), "precious").unwrap();
        symlink(outside.join("target"), out.join("b")).unwrap();
        let linked = run(&["-c", MAKE, "--force"]);
        assert!(linked.err.ends_with("error: --out out: `b` is there and is no file; remove it\n"), "{}", linked.err);
        assert_eq!(fs::read_to_string(outside.join("target")).unwrap(), "precious");
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
        assert_eq!(fs::read_dir(&out).unwrap().count(), 1);

        fs::write(folder.path().join("file"), "").unwrap();
        let no_folder = in_folder(folder.path(), isolation, &["-c", MAKE, "--out", "file"]);
        assert!(no_folder.err.ends_with("error: --out file: not a directory\n"), "{}", no_folder.err);
        let nowhere = in_folder(folder.path(), isolation, &["-c", MAKE, "--out", "a/b"]);
        assert!(nowhere.err.ends_with("error: --out a/b: no such file or directory\n"), "{}", nowhere.err);
    }
}

#[test]
fn odd_names_are_shown_harmlessly_and_written_as_they_are() {
    for isolation in isolations() {
        let folder = tempfile::tempdir().unwrap();
        let make = "open('\\x1b[2J', 'w').close()\nopen('a\\nb', 'w').close()\nopen('-rf', 'w').close()";
        let said = in_folder(folder.path(), isolation, &["-c", make, "--out", "out"]);
        assert_eq!(said.err, "taipan: files written: \\u{1b}[2J, -rf, a\\nb\n");
        let mut names: Vec<_> =
            fs::read_dir(folder.path().join("out")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["\u{1b}[2J", "-rf", "a\nb"]);
    }
}

#[test]
fn force_needs_a_folder() {
    let said = taipan_in(Path::new("."), &["run", "-c", "1", "--force"], b"");
    assert_eq!(said.status, 2);
    assert!(said.err.contains("--out <DIR>"), "{}", said.err);
}
