//! What the program says of itself and its machine, and a program whose guest was damaged.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use taipan::{Engine, Isolation};

use crate::case::root;
use crate::cli::golden;
use crate::command::{Said, said, taipan_in};

fn doctor(args: &[&str]) -> Said {
    taipan_in(Path::new("."), &[&["doctor"], args].concat(), b"")
}

fn has_guest() -> bool {
    let built = Engine::builder().isolation(Isolation::Wasm).build();
    if let Err(error) = &built {
        let _ = writeln!(std::io::stderr(), "SKIPPED, for {error}");
    }
    built.is_ok()
}

/// The text without what differs from one machine, build or guest to the next.
fn redacted(text: &str) -> String {
    let (mut out, mut section) = (String::new(), "");
    for line in text.lines() {
        let title = !line.starts_with(' ');
        if title {
            section = line;
        }
        let name = line.trim_start();
        let differs =
            matches!(section, "machine" | "guest") && !name.starts_with("bytes") || name.starts_with("default");
        match line.get(..15) {
            Some(name) if differs && !title => out += &format!("{}  [...]\n", name.trim_end()),
            _ if section == "weaker than it could be" && !title => {}
            _ => out += &format!("{line}\n"),
        }
    }
    out
}

#[test]
fn the_text_says_what_there_is() {
    let said = doctor(&[]);
    assert_eq!(said.err, "");
    assert!(said.out.contains(&format!("\n  default        {}\n", Isolation::default())), "{}", said.out);
    if has_guest() {
        assert_eq!(said.status, 0, "{}", said.out);
        golden("doctor", &redacted(&said.out));
    } else {
        assert_eq!(said.status, 1, "{}", said.out);
        assert!(said.out.contains("\nguest\n  none           this build has none\n"), "{}", said.out);
        let weakness = "  - there is no wall: all programs run in this process\n    remedy: `make build`\n";
        assert!(said.out.contains(weakness), "{}", said.out);
        assert!(said.out.ends_with("\nnot all isolations are whole\n"), "{}", said.out);
    }
}

fn keys(value: &serde_json::Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_json_has_the_same_on_one_line() {
    let said = doctor(&["--json"]);
    assert_eq!((said.err.as_str(), said.out.matches('\n').count()), ("", 1));
    let report: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(keys(&report), ["version", "machine", "isolations", "guest", "limits", "modules", "weak", "whole"]);
    let machine = ["system", "processor", "kernel", "processors", "swap", "address_space"];
    assert_eq!(keys(&report["machine"]), machine);
    assert_eq!(keys(&report["isolations"]), ["default", "wasm", "native"]);
    let native = serde_json::json!({"whole": true, "trouble": null});
    assert_eq!(report["isolations"]["native"], native);
    assert_eq!(report["limits"]["fuel"], 25_000_000);
    let modules = &report["modules"];
    let listed: u64 = ["standard", "support", "extra"].iter().map(|tier| modules[*tier].as_u64().unwrap()).sum();
    assert_eq!(listed, taipan::modules().len() as u64);
    assert!(report["weak"].as_array().unwrap().iter().all(|weakness| keys(weakness) == ["what", "remedy"]));
    let whole = has_guest();
    assert_eq!((report["whole"].as_bool(), said.status), (Some(whole), i32::from(!whole)));
    if whole {
        let guest = [
            "hash",
            "wasmtime",
            "code_bytes",
            "image_bytes",
            "memory_bytes",
            "address_space_bytes",
            "shares_binary",
            "scans_pages",
            "damage",
        ];
        assert_eq!(keys(&report["guest"]), guest);
        assert_eq!(report["guest"]["hash"].as_str().unwrap().len(), 64);
        assert_eq!(report["isolations"]["wasm"], native);
    } else {
        assert_eq!(report["guest"], serde_json::Value::Null);
    }
}

/// Where the guest's code begins in the program.
fn guest_in(program: &[u8]) -> usize {
    let code = fs::read(root().join("guest/out/guest.cwasm")).unwrap();
    let head = &code[..4096];
    let starts = (0..program.len() - 4096).step_by(4096);
    starts.into_iter().find(|at| &program[*at..*at + 4096] == head).expect("the program has its guest at a page")
}

#[test]
fn a_program_with_a_flipped_bit_says_so() {
    if !has_guest() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("damaged");
    let mut program = fs::read(env!("CARGO_BIN_EXE_taipan")).unwrap();
    let guest = guest_in(&program);
    let mut with = |at: usize, args: &[&str]| {
        program[guest + at] ^= 4;
        fs::write(&path, &program).unwrap();
        program[guest + at] ^= 4;
        fs::set_permissions(&path, fs::metadata(env!("CARGO_BIN_EXE_taipan")).unwrap().permissions()).unwrap();
        said(Command::new(&path).env_clear().args(args), b"")
    };
    let trouble = |what: &str| {
        format!(
            "the guest of this build can't be used here: {what} is damaged; copy the program anew, or build it again"
        )
    };
    // The version of what compiled the code: looked at whenever the guest is loaded.
    let ran = with(0x44, &["run", "--isolation", "wasm", "-c", "print('ran')"]);
    let expected = format!("error: unsupported: {}\n", trouble("what describes its code"));
    assert_eq!(ran, Said { status: 2, out: String::new(), err: expected });
    // An instruction: looked at by the doctor.
    let examined = with(1 << 20, &["doctor"]);
    assert_eq!((examined.status, examined.err.as_str()), (1, ""));
    assert!(examined.out.contains(&format!("\n  wasm           {}\n", trouble("its code"))), "{}", examined.out);
    assert!(examined.out.ends_with("\nnot all isolations are whole\n"), "{}", examined.out);
}
