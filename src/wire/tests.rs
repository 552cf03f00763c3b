//! Every kind of datum there and back, and what a hostile guest may write.

use proptest::prelude::*;

use super::*;

fn answer(value: Value) -> Answer {
    let mut link = Link::new("ValueError", "bad");
    link.frames = vec![Frame::new("main.py", "<module>", 3).spanning(3, 0, 7).with_source(&["", "", "f(x)"])];
    link.members = vec![Traceback::from(Link::new("KeyError", "'k'"))];
    link.notes = vec![String::from("a note")];
    link.syntax = Some(SyntaxDetail { message: String::from("bad"), line: Some(-1), ..SyntaxDetail::default() });
    Answer {
        status: Status::Error,
        value,
        repr: String::from("'é'"),
        error: Some(Raised {
            kind: String::from("ValueError"),
            message: String::from("bad"),
            line: Some(3),
            column: None,
            traceback: String::from("Traceback"),
            hint: Some(String::new()),
            exit_code: Some(7),
            frames: Some(Box::new(Traceback::from(link))),
        }),
        limit: Some(Exhausted { kind: LimitKind::ValueDepth, limit: 1, used: u64::MAX }),
        warnings: vec![String::from("w")],
        value_cut: true,
        memory_peak: 1 << 40,
    }
}

fn job() -> Job {
    Job {
        id: String::from("7"),
        inputs: vec![(String::from("x"), Value::from(("widget", 3, 9.5)))],
        files: vec![Given::new(String::from("in/data.csv"), b"1,2\n".to_vec())],
        policy: Arc::new(Policy { clock: Clock::FIXED, seed: Seed::Number(3), ..Policy::default() }),
        warnings: vec![String::from("w")],
        session: true,
        ..Job::of("x")
    }
}

fn denial() -> Denial {
    Denial { kind: "call".into(), name: "open".into(), line: None, reason: "no".into() }
}

#[test]
fn a_job_comes_back_as_it_was() {
    let mut job = job();
    let back: Job = decode(&encode(&job)).unwrap();
    // What names and warns stays with the host, and so do the files' contents.
    (job.id, job.warnings) = (String::new(), Vec::new());
    job.files[0].content = Arc::default();
    assert_eq!(format!("{job:?}"), format!("{back:?}"));
}

#[test]
fn an_answer_comes_back_as_it_was() {
    let answer = answer(Value::from(vec![1, 2]));
    assert_eq!(decode::<Answer>(&encode(&answer)).unwrap(), answer);
}

#[test]
fn a_denial_comes_back_as_it_was() {
    let denial = denial();
    assert_eq!(decode::<Denial>(&encode(&denial)).unwrap(), denial);
}

#[test]
fn every_message_cut_short_is_refused() {
    let bytes = encode(&answer(Value::Bytes(vec![1, 2, 3])));
    for end in 0..bytes.len() {
        assert!(decode::<Answer>(&bytes[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn what_is_wrong_is_said() {
    let told = |bytes: &[u8]| decode::<Value>(bytes).unwrap_err().to_string();
    assert_eq!(told(&[]), "a malformed message: it ends early");
    assert_eq!(told(&[9, 0, 0, 0]), "a malformed message: another version of the message format");
    assert_eq!(told(&[2, 0, 0, 0, 99]), "a malformed message: an unknown kind of value");
    assert_eq!(told(&[2, 0, 0, 0, 1, 2]), "a malformed message: a truth value that is neither");
    assert_eq!(told(&[2, 0, 0, 0, 6, 255, 255, 255, 255]), "a malformed message: a length passes its end");
    assert_eq!(told(&[2, 0, 0, 0, 6, 1, 0, 0, 0, 0xff]), "a malformed message: a text that is not UTF-8");
    assert_eq!(told(&[2, 0, 0, 0, 0, 0]), "a malformed message: it goes on after its end");
    let deep = [vec![2, 0, 0, 0], [8, 1, 0, 0, 0].repeat(300), vec![0]].concat();
    assert_eq!(told(&deep), "a malformed message: it nests too deep");
}

/// What the fuzz target of the messages starts from: a byte that says which, and one. `INSTA_UPDATE=always` writes them.
#[test]
fn the_fuzz_targets_seeds_are_messages() {
    let text = |text: &str| text.to_owned();
    let every_kind = Value::List(vec![
        Value::Tuple(vec![Value::None, Value::Bool(true), Value::Int(-1), Value::BigInt(text("18446744073709551616"))]),
        Value::Set(vec![Value::Float(0.5), Value::Complex { re: f64::NAN, im: f64::NEG_INFINITY }]),
        Value::FrozenSet(vec![Value::Str(text("é")), Value::Bytes(vec![0, 255])]),
        Value::Dict(vec![(Value::Decimal(text("0.1")), Value::Date(text("2026-01-01")))]),
        Value::Fraction { numerator: text("1"), denominator: text("3") },
        Value::Time(text("12:00:00")),
        Value::DateTime(text("2026-01-01T00:00:00+00:00")),
        Value::TimeDelta { days: -1, seconds: 2, microseconds: 3 },
        Value::Dataclass { name: text("Point"), fields: vec![(text("x"), Value::Int(1))] },
        Value::Other { type_name: text("object"), repr: text("<object>") },
        Value::Surrogates(text("\\ud800")),
        Value::ByteArray(vec![1, 2]),
    ]);
    let answer = encode(&answer(every_kind.clone()));
    let told = (16_u64 << 32 | answer.len() as u64).to_le_bytes();
    let seeds = [
        ("job", [&[0][..], &encode(&job())].concat()),
        ("answer", [&[1][..], &answer].concat()),
        ("denial", [&[2][..], &encode(&denial())].concat()),
        ("value", [&[3][..], &encode(&every_kind)].concat()),
        ("memory", [&[4][..], &told, &[0; 16], &answer, &[0; 16]].concat()),
    ];
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/message");
    for (name, bytes) in seeds {
        if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
            std::fs::write(folder.join(name), &bytes).unwrap();
        }
        assert_eq!(std::fs::read(folder.join(name)).unwrap(), bytes, "{name}");
    }
}

proptest! {
    #[test]
    fn no_bytes_make_reading_fail_in_another_way(mut bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        bytes.splice(0..0, VERSION.to_le_bytes());
        let _ = decode::<Answer>(&bytes);
        let _ = decode::<Job>(&bytes);
    }

    #[test]
    fn no_flipped_byte_makes_reading_fail_in_another_way(at in any::<prop::sample::Index>(), flip in 1_u8..) {
        let mut bytes = encode(&answer(Value::from(vec![1, 2])));
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        let _ = decode::<Answer>(&bytes);
    }
}
