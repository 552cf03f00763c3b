//! What happens to data that no program would give: everything ends, nothing panics.

use super::*;

#[test]
fn nothing_at_all() {
    check([], "");
    check([Link::default()], "\n");
}

#[test]
fn a_long_chain_loses_its_middle() {
    let mut link = Link::new("ValueError", "");
    link.relation = Relation::Context;
    let mut links = vec![link; 10_000];
    links[0].message = "the first".to_owned();
    links[9_999].message = "the last".to_owned();
    let text = Traceback { links }.to_string();
    assert!(text.starts_with("ValueError: the first\n\nDuring handling"));
    assert!(text.ends_with("another exception occurred:\n\nValueError: the last\n"));
    assert_eq!(text.matches("\n[9000 exceptions left out]\n").count(), 1);
    assert_eq!(text.matches("ValueError").count(), MAX_LINKS);
}

#[test]
fn a_long_message_is_cut_between_characters() {
    let link = Link::new("ValueError", format!("x{}", "é".repeat(MAX_MESSAGE)));
    let text = Traceback::from(link).to_string();
    assert!(text.ends_with("é [1048576 bytes left out]\n"));
}

#[test]
fn long_lines_in_many_frames_share_one_budget() {
    let line = format!("{} + 1", "x".repeat(200 * 1024));
    let mut link = Link::new("ValueError", "");
    for i in 0..2_000 {
        link.frames.push(Frame::new("main.py", "f", i).spanning(i, 0, 204_804));
        link.frames[i as usize].source = vec![line.clone()];
    }
    let text = Traceback::from(link).to_string();
    assert!(text.len() < 2 * MAX_SOURCE);
    assert!(text.contains("    [204804 bytes of source left out]\n"));
}

#[test]
fn deep_source_is_shown_without_anchors() {
    let line = format!("f({}1{})", "(".repeat(100_000), ")".repeat(100_000));
    let end = u32::try_from(line.len()).unwrap();
    let mut link = Link::new("ValueError", "");
    link.frames = vec![Frame::new("main.py", "f", 1).spanning(1, 0, end).with_source(&[&line])];
    assert_eq!(Traceback::from(link).to_string().lines().count(), 4);
}

#[test]
fn deep_groups_stop() {
    let mut link = Link::new("ValueError", "x");
    for _ in 0..500 {
        let inner = Traceback::from(link);
        link = Link::new("ExceptionGroup", "g");
        link.members = vec![inner];
    }
    let text = Traceback::from(link).to_string();
    assert_eq!(text.matches("ExceptionGroup: g").count(), MAX_GROUP_DEPTH);
    assert!(text.contains("... (max_group_depth is 10)\n"));
}

#[test]
fn members_that_were_not_recorded_are_counted() {
    let mut group = Link::new("ExceptionGroup", "g");
    group.members = vec![Link::new("KeyError", "1").into()];
    group.omitted_members = 1;
    check(
        [group],
        "  | ExceptionGroup: g
  +-+---------------- 1 ----------------
    | KeyError: 1
    +---------------- ... ----------------
    | and 1 more exception
    +------------------------------------
",
    );
}

#[test]
fn offsets_anywhere_are_clamped() {
    let offsets = [0, 1, 2, 3, 4, 7, 100, u32::MAX];
    let sources =
        [&[][..], &[""], &["é = 日 + 1"], &["  f(", "é", "", ")"], &["\u{2028}\x0c", "a\nb"], &["(((", "#\\"]];
    for source in sources {
        for (line, end_line) in [(0, 0), (1, 1), (1, 3), (3, 1), (u32::MAX, u32::MAX), (0, u32::MAX)] {
            for column in offsets {
                for end_column in offsets {
                    let mut link = Link::new("ValueError", "");
                    let mut frame = Frame::new("main.py", "f", line).spanning(end_line, column, end_column);
                    frame.source = source.iter().map(|&line| line.to_owned()).collect();
                    link.frames = vec![frame];
                    let traceback = Traceback::from(link);
                    assert!(traceback.to_string().ends_with("\nValueError\n"));
                    assert_eq!(traceback.position_in("main.py").map(|found| found.line), Some(line));
                }
            }
        }
    }
}

#[test]
fn syntax_offsets_anywhere_are_clamped() {
    let offsets = [i64::MIN, -1, 0, 1, 2, 5, 1_000_000_000, i64::MAX];
    for text in ["", "\n", "é日", "  \t x = 1\n"] {
        for start in offsets {
            for end in offsets {
                let text = Traceback::from(syntax_error(1, (start, end), text, "")).to_string();
                assert!(text.len() < 200 && text.ends_with("\nSyntaxError: <no detail available>\n"));
            }
        }
    }
}

#[test]
fn a_syntax_error_names_its_own_position() {
    let mut link = syntax_error(7, (3, 4), "a b", "invalid syntax");
    link.frames = vec![Frame::new("main.py", "<module>", 2), Frame::new("lib.py", "f", 9)];
    let traceback = Traceback::from(link);
    let position = |line, column| Some(Position { line, column });
    assert_eq!(traceback.position_in("main.py"), position(7, Some(3)));
    assert_eq!(traceback.position_in("lib.py"), position(9, None));
    assert_eq!(traceback.position_in("other.py"), None);
}
