//! The description of the paths: it is what the server does, as schemathesis finds it.

use std::process::Command;

use crate::cli::golden;
use crate::command::{said, taipan};
use crate::mcp::tool;
use crate::server::Server;

#[test]
fn the_description_is_a_golden() {
    let server = Server::start(&[]);
    let described = server.ask("GET", "/openapi.json", "", b"").json();
    golden("openapi", &serde_json::to_string_pretty(&described).unwrap());
    // Each path and method that it names is there.
    for (path, methods) in described["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let answer = server.ask(&method.to_uppercase(), &path.replace("{id}", "x"), "", b"");
            assert!(!answer.body.contains("there is nothing here"), "{method} {path}: {answer:?}");
            assert_ne!(answer.status, 405, "{method} {path}");
        }
    }
}

#[test]
fn schemathesis_finds_no_difference() {
    let Some(schemathesis) = tool("python-schemathesis", "schemathesis") else { return };
    let folder = tempfile::tempdir().unwrap();
    let made = said(taipan().args(["token", "t"]), b"").out;
    let path = folder.path().join("t.toml");
    std::fs::write(&path, format!("{made}per_minute = 1_000_000\n")).unwrap();
    // More sessions than it opens: one that is turned away would be a finding.
    let mut command = taipan();
    command.env("TAIPAN_SESSIONS", "100000");
    let server = Server::started(&mut command, &["--config", path.to_str().unwrap(), "--timeout", "200ms"]);
    let token = made.lines().next().unwrap().rsplit(' ').next().unwrap();
    let checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,\
                  response_schema_conformance,negative_data_rejection,unsupported_method,ignored_auth,use_after_free";
    let output = Command::new(schemathesis)
        .args(["run", &format!("http://{}/openapi.json", server.address), "--checks", checks])
        .args(["-H", &format!("Authorization: Bearer {token}"), "--max-examples", "25", "--seed", "1"])
        .args(["--output-truncate", "false", "--no-color", "--warnings", "off"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}{}", String::from_utf8_lossy(&output.stderr));
}
