//! The tree, call by call, held against what Linux answers.

use super::*;

fn tree() -> Tree {
    let mut tree = Tree::new(0);
    for folder in ["a", "a/b", "empty"] {
        tree.make_folder(folder, 0o755, 1).unwrap();
    }
    for file in ["f", "a/g"] {
        tree.make_file(file, 0o644, 1).unwrap();
    }
    tree.settle();
    tree
}

fn names(tree: &Tree, path: &str) -> Vec<String> {
    tree.entries(tree.find(path).unwrap()).unwrap().keys().map(|name| name.to_string()).collect()
}

fn rename(from: &str, to: &str) -> Result<()> {
    tree().rename(from, to, 2)
}

#[test]
fn paths_lead_where_they_lead() {
    let tree = tree();
    for (path, expected) in [
        (".", "/sandbox"),
        ("..", "/"),
        ("../..", "/"),
        ("/", "/"),
        ("//sandbox//a/./b/..", "/sandbox/a"),
        ("a/", "/sandbox/a"),
        ("f", "/sandbox/f"),
        ("/dev/null", "/dev/null"),
    ] {
        assert_eq!(tree.find(path).and_then(|id| tree.path(id)).as_deref(), Ok(expected), "{path}");
    }
    for (path, errno) in [
        ("", Errno::NoEntry),
        ("missing", Errno::NoEntry),
        ("missing/..", Errno::NoEntry),
        ("f/", Errno::NotAFolder),
        ("f/.", Errno::NotAFolder),
        ("f/g", Errno::NotAFolder),
        ("/etc/passwd", Errno::NoEntry),
    ] {
        assert_eq!(tree.find(path), Err(errno), "{path}");
    }
    assert_eq!(tree.find(&"x".repeat(256)), Err(Errno::NameTooLong));
    assert_eq!(tree.find(&"x".repeat(255)), Err(Errno::NoEntry));
    assert_eq!(tree.find(&"a/../".repeat(900)), Err(Errno::NameTooLong));
}

#[test]
fn nothing_is_made_outside_of_the_sandbox() {
    let mut tree = tree();
    for path in ["/x", "/dev/x", "../x"] {
        assert_eq!(tree.make_folder(path, 0, 2), Err(Errno::NoAccess), "{path}");
        assert_eq!(tree.make_file(path, 0, 2), Err(Errno::NoAccess), "{path}");
        assert_eq!(tree.rename("f", path, 2), Err(Errno::NoAccess), "{path}");
    }
    assert_eq!(tree.remove_file("/dev/null", 2), Err(Errno::NoAccess));
    assert_eq!(tree.remove_folder("/sandbox", 2), Err(Errno::NoAccess));
    assert_eq!(tree.rename("/sandbox", "/other", 2), Err(Errno::NoAccess));
    assert_eq!(tree.rename("/dev/null", "n", 2), Err(Errno::NoAccess));
    assert_eq!((names(&tree, "/"), names(&tree, "/dev")), (vec!["dev".into(), "sandbox".into()], vec!["null".into()]));
}

#[test]
fn folders_are_made_and_removed() {
    let mut tree = tree();
    for path in ["a", "f", "f/", ".", "..", "/"] {
        assert_eq!(tree.make_folder(path, 0, 2), Err(Errno::Exists), "{path}");
    }
    assert_eq!(tree.make_folder("x/y", 0, 2), Err(Errno::NoEntry));
    assert!(tree.make_folder("x/", 0, 2).is_ok());
    for (path, errno) in [
        ("a", Errno::NotEmpty),
        ("f", Errno::NotAFolder),
        (".", Errno::Invalid),
        ("..", Errno::NotEmpty),
        ("/", Errno::Busy),
        ("missing", Errno::NoEntry),
    ] {
        assert_eq!(tree.remove_folder(path, 2), Err(errno), "{path}");
    }
    assert_eq!((tree.remove_folder("x/", 2), tree.remove_folder("empty", 2)), (Ok(()), Ok(())));
    assert_eq!((names(&tree, "."), tree.count()), (vec!["a".into(), "f".into()], 4));
}

#[test]
fn files_are_made_and_removed() {
    let mut tree = tree();
    assert!(matches!(tree.make_file("f", 0, 2), Ok((_, true))));
    for (path, errno) in
        [("x/", Errno::IsAFolder), (".", Errno::IsAFolder), ("f/", Errno::NotAFolder), ("", Errno::NoEntry)]
    {
        assert_eq!(tree.make_file(path, 0, 2), Err(errno), "{path}");
    }
    for (path, errno) in
        [("a", Errno::IsAFolder), (".", Errno::IsAFolder), ("f/", Errno::NotAFolder), ("missing", Errno::NoEntry)]
    {
        assert_eq!(tree.remove_file(path, 2), Err(errno), "{path}");
    }
    assert_eq!(tree.remove_file("f", 2), Ok(()));
    assert_eq!(tree.find("f"), Err(Errno::NoEntry));
}

#[test]
fn renaming_follows_the_rules() {
    for (from, to, expected) in [
        ("f", "h", Ok(())),
        ("f", "a/g", Ok(())),
        ("f", "f", Ok(())),
        ("a", "empty", Ok(())),
        ("a", "moved/", Ok(())),
        ("empty", "a/b", Ok(())),
        ("missing", "x", Err(Errno::NoEntry)),
        ("f", "a", Err(Errno::IsAFolder)),
        ("a", "f", Err(Errno::NotAFolder)),
        ("f", "x/", Err(Errno::NotAFolder)),
        ("empty", "a", Err(Errno::NotEmpty)),
        ("a", "a/b/c", Err(Errno::Invalid)),
        ("a/b", "a", Err(Errno::NotEmpty)),
        (".", "x", Err(Errno::Busy)),
        ("f", "..", Err(Errno::Busy)),
        ("f", "x/y", Err(Errno::NoEntry)),
    ] {
        assert_eq!(rename(from, to), expected, "{from} -> {to}");
    }
    let mut tree = tree();
    tree.rename("a", "empty", 2).unwrap();
    let changed: Vec<String> = tree.changed().into_iter().map(|(path, _)| path).collect();
    assert_eq!(changed, ["empty/g"]);
}

#[test]
fn no_path_grows_beyond_its_bound() {
    let mut tree = Tree::new(0);
    let name = "x".repeat(255);
    let mut depth = 0;
    let refused = loop {
        match tree.make_folder(&name, 0o755, 1) {
            Ok(folder) => tree.change_folder(folder).unwrap(),
            Err(errno) => break errno,
        }
        depth += 1;
    };
    assert_eq!((refused, depth), (Errno::NameTooLong, 15));
    let top = tree.find(&format!("/sandbox/{name}")).unwrap();
    assert_eq!(tree.cwd().unwrap().len(), 8 + 15 * 256);
    tree.make_folder("/sandbox/deep", 0o755, 1).unwrap();
    tree.make_folder("/sandbox/deep/er", 0o755, 1).unwrap();
    let moved = format!("/sandbox/deep/{}", "y".repeat(255));
    assert_eq!(tree.rename(&format!("/sandbox/{name}"), &moved, 1), Ok(()));
    let further = format!("/sandbox/deep/{0}/{0}", "z".repeat(255));
    assert!(tree.make_folder(&further[..further.len() - 256], 0o755, 1).is_ok());
    assert_eq!(tree.rename(&moved, &further, 1), Err(Errno::NameTooLong));
    assert!(tree.is_named(top));
}

#[test]
fn there_are_so_many_files_and_no_more() {
    let mut tree = Tree::new(0);
    for i in 0..MOST_FILES {
        tree.make_file(&i.to_string(), 0, 1).unwrap();
    }
    assert_eq!(tree.make_file("more", 0, 1), Err(Errno::NoSpace));
    assert_eq!(tree.make_folder("more", 0, 1), Err(Errno::NoSpace));
    tree.remove_file("7", 1).unwrap();
    assert!(tree.make_file("more", 0, 1).is_ok());
}

#[test]
fn what_is_open_outlives_its_name() {
    let mut tree = tree();
    let file = tree.find("f").unwrap();
    tree.change(file, 1, |content| content.write_at(0, b"abc"));
    tree.hold(file);
    tree.remove_file("f", 1).unwrap();
    assert_eq!((tree.bytes(), tree.is_named(file), tree.count()), (3, false, 5));
    tree.release(file);
    assert_eq!((tree.bytes(), tree.count()), (0, 4));
    let (again, _) = tree.make_file("new", 0, 1).unwrap();
    assert_eq!(again, file);
}

#[test]
fn a_removed_working_folder_is_nowhere() {
    let mut tree = tree();
    let folder = tree.find("empty").unwrap();
    tree.change_folder(folder).unwrap();
    tree.remove_folder("/sandbox/empty", 1).unwrap();
    assert_eq!(tree.cwd(), Err(Errno::NoEntry));
    assert_eq!(tree.make_file("x", 0, 1), Err(Errno::NoEntry));
    assert_eq!(tree.find(".."), Err(Errno::NoEntry));
    tree.change_folder(SANDBOX).unwrap();
    assert_eq!(tree.cwd().as_deref(), Ok("/sandbox"));
}

#[test]
fn only_changes_of_the_run_count() {
    let mut tree = tree();
    assert!(tree.changed().is_empty());
    let file = tree.find("a/g").unwrap();
    tree.change(file, 9, |content| content.write_at(0, b"x"));
    tree.make_file("z", 0, 1).unwrap();
    let changed: Vec<String> = tree.changed().into_iter().map(|(path, _)| path).collect();
    assert_eq!(changed, ["a/g", "z"]);
    assert_eq!((tree.node(file).modified, tree.growth(file, MOST_BYTES + 1)), (9, Err(Errno::NoSpace)));
}
