//! The page at `/`, in a browser: code, files, sessions, downloads, errors.

use std::fs;

use crate::command::{said, taipan};
use crate::page_driver::Page;
use crate::server::{Server, isolation};

#[test]
fn the_page_takes_nothing_from_elsewhere() {
    let server = Server::start(&[]);
    for (path, kind) in [("/", "text/html"), ("/page.css", "text/css"), ("/page.js", "text/javascript")] {
        let part = server.ask("GET", path, "", b"");
        assert_eq!(part.status, 200);
        assert!(part.head.contains(&format!("content-type: {kind}; charset=utf-8")), "{}", part.head);
        let policy = "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        assert!(part.head.contains(policy), "{}", part.head);
        assert!(!part.body.contains("http:") && !part.body.contains("https:"), "{path}");
    }
}

/// Puts code into the page, runs it and waits for the end.
fn run(page: &mut Page, code: &str) {
    page.evaluate(&format!("document.getElementById('code').value = {code:?}; document.getElementById('run').click()"));
    page.until("document.body.dataset.running === 'no'");
}

#[test]
fn a_person_runs_code() {
    let server = Server::start(&["--fuel", "500_000"]);
    let folder = tempfile::tempdir().unwrap();
    let Some(mut page) = Page::open(&format!("http://{}/", server.address)) else { return };
    assert_eq!(page.text("#status"), ["Nothing has run yet."]);
    run(&mut page, "print('<b>hi</b>')\n6 * 7");
    assert_eq!(page.text("#status"), ["ok"]);
    assert_eq!((page.text("#value"), page.text("#output")), (vec!["42".into()], vec!["<b>hi</b>\n".into()]));
    assert_eq!(page.text("#error"), Vec::<String>::new());
    let bill = page.text("#bill td");
    assert_eq!(bill.iter().step_by(2).collect::<Vec<_>>(), ["fuel", "time", "memory", "output", "isolation"]);
    assert_eq!((bill[1].ends_with(" units"), bill[7].as_str(), bill[9].as_str()), (true, "10 B", isolation()));

    run(&mut page, "1 / 0");
    assert_eq!(page.text("#status"), ["error"]);
    assert!(page.text("#error")[0].ends_with("ZeroDivisionError: division by zero\n"), "{:?}", page.text("#error"));
    assert_eq!(page.text("#value"), Vec::<String>::new());
    run(&mut page, "import socket");
    assert_eq!(page.text("#status"), ["denied"]);
    assert!(page.text("#notes li")[0].contains("socket"), "{:?}", page.text("#notes li"));
    run(&mut page, "while True: pass");
    assert!(page.text("#status")[0].starts_with("fuel: the limit on fuel, "), "{:?}", page.text("#status"));

    // A file in, and files out.
    let given = folder.path().join("prices.csv");
    fs::write(&given, "tea,2.5\ncake,4\n").unwrap();
    page.upload("#upload", &given);
    assert_eq!(page.text("#given li"), ["prices.csv, 15 B"]);
    run(&mut page, "text = open('prices.csv').read()\nopen('upper.csv', 'w').write(text.upper())");
    assert_eq!(page.text("#files li"), ["upper.csv, 15 B Download"]);
    page.download_to(folder.path());
    page.evaluate("document.querySelector('#files button').click()");
    let downloaded = folder.path().join("upper.csv");
    let start = std::time::Instant::now();
    while fs::read_to_string(&downloaded).ok().as_deref() != Some("TEA,2.5\nCAKE,4\n") {
        assert!(start.elapsed() < std::time::Duration::from_secs(60));
        std::thread::yield_now();
    }

    // Names stay where the person says so, until they are forgotten.
    run(&mut page, "x = 20");
    run(&mut page, "x");
    assert_eq!(page.text("#status"), ["error"]);
    page.evaluate("document.getElementById('keep').click()");
    run(&mut page, "x = 20");
    run(&mut page, "x + 1");
    assert_eq!(page.text("#value"), ["21"]);
    page.evaluate("document.getElementById('forget').click()");
    run(&mut page, "x");
    assert_eq!(page.text("#status"), ["error"]);
}

#[test]
fn a_person_stops_code() {
    let server = Server::start(&["--timeout", "10m", "--fuel", "1_000_000_000_000"]);
    let Some(mut page) = Page::open(&format!("http://{}/", server.address)) else { return };
    let code = "print('begun')\nwhile True: pass";
    page.evaluate(&format!("document.getElementById('code').value = {code:?}; document.getElementById('run').click()"));
    page.until("document.getElementById('output').innerText === 'begun\\n'");
    server.until("taipan_runs_in_flight 1");
    page.evaluate("document.getElementById('stop').click()");
    page.until("document.body.dataset.running === 'no'");
    assert_eq!(page.text("#status"), ["stopped"]);
    server.until("taipan_runs_in_flight 0");
}

#[test]
fn the_page_asks_for_a_token_where_one_is_needed() {
    let folder = tempfile::tempdir().unwrap();
    let made = said(taipan().args(["token", "me"]), b"").out;
    let path = folder.path().join("t.toml");
    fs::write(&path, &made).unwrap();
    let token = made.lines().next().unwrap().rsplit(' ').next().unwrap();
    let server = Server::start(&["--config", path.to_str().unwrap()]);
    let Some(mut page) = Page::open(&format!("http://{}/", server.address)) else { return };
    assert_eq!(page.text("#door"), Vec::<String>::new());
    run(&mut page, "6 * 7");
    assert_eq!(page.text("#status"), ["send a known token as `Authorization: Bearer TOKEN`"]);
    assert_eq!(page.text("#door").len(), 1);
    page.evaluate(&format!("document.getElementById('token').value = {token:?}"));
    run(&mut page, "6 * 7");
    assert_eq!(page.text("#value"), ["42"]);
}
