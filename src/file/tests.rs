//! Names of files, and files as JSON.

use super::*;

#[test]
fn a_bad_name_says_what_is_wrong() {
    for (path, expected) in [
        ("", "is empty; write the file's name"),
        ("/etc/passwd", "is absolute; write it as it is in /sandbox"),
        ("a\0b", "holds a NUL"),
        ("a//b", "has an empty part; write one `/` between two names"),
        ("a/", "has an empty part; write one `/` between two names"),
        ("../a", "has a part `.` or `..`; write the path without it"),
        ("a/./b", "has a part `.` or `..`; write the path without it"),
    ] {
        assert_eq!(mistake(path), Some(expected), "{path:?}");
    }
    assert_eq!(mistake(&"x".repeat(256)), Some("has a part that is longer than 255 bytes"));
    assert_eq!(mistake(&"x/".repeat(5000)), Some("is longer than the 4,086 bytes that a path in /sandbox may have"));
    let longest = format!("{}xy", "x/".repeat(2042));
    assert_eq!((longest.len(), mistake(&longest)), (4086, None));
    assert!(mistake(&format!("{longest}z")).is_some());
    for path in ["a", "a/b.c", ".hidden", "...", "con", "-rf", "ü €", "a\nb", &"x".repeat(255)] {
        assert_eq!(mistake(path), None, "{path:?}");
    }
}

#[test]
fn files_that_do_not_fit_together_are_named() {
    let all = |paths: &[&str]| {
        let given: Vec<Given> = paths.iter().map(|path| Given::new((*path).to_owned(), Vec::new())).collect();
        mistake_of_all(&given)
    };
    assert_eq!(all(&["a", "b/a", "b/b", "b.x", "b-c"]), None);
    assert_eq!(all(&["a", "b", "a"]), Some(String::from("file `a` is given twice")));
    assert_eq!(
        all(&["a/b/c", "a-b", "a.b", "a"]),
        Some(String::from("file `a` is the folder of file `a/b/c`; rename one"))
    );
    let many = vec![Given::new(String::from("a"), Vec::new()); 65_537];
    assert_eq!(mistake_of_all(&many), Some(String::from("65537 files are more than the 65536 that a run may have")));
}

#[test]
fn a_name_in_a_message_is_short_and_harmless() {
    assert_eq!(shown("a\x1b[2J\n"), "a\\u{1b}[2J\\n");
    assert_eq!(shown(&"x".repeat(300)).len(), 203);
}

#[test]
fn content_is_text_where_it_can_be() {
    let json = |content: &[u8]| serde_json::to_value(File::new("a".into(), content.to_vec())).unwrap();
    assert_eq!(json("é\n".as_bytes())["content"], "é\n");
    let binary = json(b"\xff\0");
    assert_eq!(binary["content"], serde_json::json!({"$type": "bytes", "value": "/wA="}));
    for content in [&b""[..], b"text", b"\xff\0"] {
        let file = File::new("a.csv".into(), content.to_vec());
        let back: File = serde_json::from_value(serde_json::to_value(&file).unwrap()).unwrap();
        assert_eq!(back, file);
    }
    let gone = File { content: None, ..File::new("a".into(), vec![1]) };
    let back: File = serde_json::from_value(serde_json::to_value(&gone).unwrap()).unwrap();
    assert_eq!((back.size, back.content), (1, None));
    let bad = r#"{"path":"a","size":0,"media_type":"","content":{"$type":"int","value":"1"}}"#;
    let error = serde_json::from_str::<File>(bad).unwrap_err().to_string();
    assert!(error.starts_with("`int` is not the content of a file"), "{error}");
}

#[test]
fn the_end_of_a_name_tells_its_type() {
    for (path, expected) in [
        ("a.csv", "text/csv"),
        ("A.CSV", "text/csv"),
        ("x/data.tar.gz", "application/gzip"),
        (".csv", "application/octet-stream"),
        ("csv", "application/octet-stream"),
        ("a.csv/b", "application/octet-stream"),
        ("a.", "application/octet-stream"),
    ] {
        assert_eq!(media_type(path), expected, "{path}");
    }
}
