//! How much of an exception is printed. No ordinary program comes near the bounds.

/// The most exceptions of one chain that are printed: 1000. Of a longer chain the middle is left out, and the text says so.
///
/// ```
/// use taipan::traceback::{Link, MAX_LINKS, Traceback};
///
/// let links = vec![Link::new("ValueError", "x"); MAX_LINKS + 7];
/// assert!(Traceback { links }.to_string().contains("\n[7 exceptions left out]\n"));
/// ```
pub const MAX_LINKS: usize = 1000;

/// The most lines `File ...` of one exception: 2000. Of a longer stack the middle is left out, and the text says so.
/// A run of equal frames counts as at most four.
///
/// ```
/// use taipan::traceback::{Frame, Link, MAX_FRAMES, Traceback};
///
/// let mut link = Link::new("RecursionError", "too deep");
/// link.frames = (0..10_000).map(|line| Frame::new("main.py", "f", line)).collect();
/// let text = Traceback::from(link).to_string();
/// assert_eq!(text.matches("  File ").count(), MAX_FRAMES);
/// assert!(text.contains("  [8000 frames left out]\n"));
/// ```
pub const MAX_FRAMES: usize = 2000;

/// The most bytes of one message or note that are printed: 1 MiB. The text says how many more there were.
///
/// ```
/// use taipan::traceback::{Link, MAX_MESSAGE, Traceback};
///
/// let link = Link::new("ValueError", "x".repeat(MAX_MESSAGE + 5));
/// assert!(Traceback::from(link).to_string().ends_with("xxx [5 bytes left out]\n"));
/// ```
pub const MAX_MESSAGE: usize = 1024 * 1024;

/// The most bytes of source lines and carets in one text: 1 MiB. A frame that would go beyond is printed without its source, and
/// the text says how much source that is.
///
/// ```
/// use taipan::traceback::{Frame, Link, MAX_SOURCE, Traceback};
///
/// let line = "x".repeat(MAX_SOURCE);
/// let mut link = Link::new("ValueError", "");
/// link.frames = vec![Frame::new("main.py", "<module>", 1).with_source(&[line])];
/// assert!(Traceback::from(link).to_string().contains("    [1048576 bytes of source left out]\n"));
/// ```
pub const MAX_SOURCE: usize = 1024 * 1024;

/// The most members of one exception group that are printed: 15, as in CPython. The rest is counted.
///
/// ```
/// use taipan::traceback::{Link, MAX_GROUP_WIDTH, Traceback};
///
/// let mut group = Link::new("ExceptionGroup", "many (20 sub-exceptions)");
/// group.members = vec![Link::new("ValueError", "x").into(); 20];
/// let text = Traceback::from(group).to_string();
/// assert_eq!(text.matches("ValueError: x").count(), MAX_GROUP_WIDTH);
/// assert!(text.contains("    | and 5 more exceptions\n"));
/// ```
pub const MAX_GROUP_WIDTH: usize = 15;

/// How deep groups are printed within groups: 10, as in CPython. Deeper members never show, so there is no need to record them.
///
/// ```
/// use taipan::traceback::{Link, MAX_GROUP_DEPTH, Traceback};
///
/// let mut link = Link::new("ValueError", "x");
/// for _ in 0..=MAX_GROUP_DEPTH {
///     let inner = Traceback::from(link);
///     link = Link::new("ExceptionGroup", "g (1 sub-exception)");
///     link.members = vec![inner];
/// }
/// assert!(Traceback::from(link).to_string().contains("... (max_group_depth is 10)\n"));
/// ```
pub const MAX_GROUP_DEPTH: usize = 10;
