//! Turns an uncaught exception of the interpreter into plain data and text.

use std::cell::OnceCell;
use std::collections::{HashSet, VecDeque};

use ruff_source_file::SourceLocation;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyList, PyTuple, PyType};
use rustpython_vm::{AsObject, Py, PyObjectRef, TryFromObject, VirtualMachine};

use super::frames::FROZEN_PREFIX;
use super::hint;
use super::modules;
use super::room::{Room, printed};
use super::session;
use super::suggestion::suggestion;
use crate::outcome::Raised;
use crate::traceback::{Frame, Link, MAX_GROUP_DEPTH, MAX_GROUP_WIDTH, MAX_LINKS, Relation, SyntaxDetail, Traceback};

/// What a traceback may show of the run's own source.
pub(crate) struct Source<'a> {
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
    /// Other files that code in the interpreter is from, and their texts.
    pub(crate) earlier: &'a VecDeque<(String, String)>,
}

/// Describes an exception, and says whether some of it did not fit; it calls guest code's `__str__`, so the budget
/// must be armed.
pub(crate) fn describe(exception: &PyBaseExceptionRef, source: &Source<'_>, vm: &VirtualMachine) -> (Raised, bool) {
    let mut texts = vec![Text::new(source.file, source.text)];
    texts.extend(source.earlier.iter().rev().map(|(file, text)| Text::new(file, text)));
    let room = Room::new();
    let reader = Reader { texts: &texts, room: &room, vm };
    let traceback = reader.chain(exception, 0);
    let position = traceback.position_in(source.file);
    let last = traceback.links.last();
    let syntax = last.and_then(|link| link.syntax.as_ref()).filter(|s| s.file.as_deref() == Some(source.file));
    let (line, column) = match (syntax, position) {
        (Some(s), _) => (s.line.and_then(|l| u32::try_from(l).ok()), s.offset.and_then(|o| u32::try_from(o).ok())),
        (None, Some(p)) => (Some(p.line), p.column),
        (None, None) => (None, None),
    };
    let kind = last.map(|l| l.type_name.clone()).unwrap_or_default();
    let message = last.map(|l| l.message.clone()).unwrap_or_default();
    let hint = hint::hint(&kind, &message).map(String::from);
    let raised = Raised {
        kind,
        message,
        line,
        column,
        traceback: printed(&traceback),
        hint,
        exit_code: None,
        frames: Some(Box::new(traceback)),
    };
    (raised, room.is_short())
}

/// The traceback of an exception that does not end the run.
pub(crate) fn shown(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> String {
    let job = modules::shown_job();
    let (file, text) = job.as_ref().map_or(("", ""), |job| (job.file.as_str(), job.source.as_str()));
    let mut text =
        session::with_sources(|earlier| describe(exception, &Source { file, text, earlier }, vm).0.traceback);
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// A file and its lines, found when one of them is shown: a session has many files, a traceback few.
struct Text<'a> {
    file: &'a str,
    text: &'a str,
    lines: OnceCell<Vec<&'a str>>,
}

impl<'a> Text<'a> {
    fn new(file: &'a str, text: &'a str) -> Text<'a> {
        Text { file, text, lines: OnceCell::new() }
    }

    fn lines(&self) -> &[&'a str] {
        self.lines.get_or_init(|| self.text.lines().collect())
    }
}

struct Reader<'a> {
    texts: &'a [Text<'a>],
    room: &'a Room,
    vm: &'a VirtualMachine,
}

impl Reader<'_> {
    fn chain(&self, exception: &PyBaseExceptionRef, depth: usize) -> Traceback {
        let mut links = Vec::new();
        let mut seen = HashSet::new();
        let mut next = Some(exception.clone());
        while let Some(current) = next {
            let full = links.len() >= MAX_LINKS || !self.room.enter();
            if !seen.insert(current.get_id()) || full && !links.is_empty() {
                break;
            }
            let mut link = self.link(&current, depth);
            let cause = current.__cause__();
            let suppressed = self.flag(&current, "__suppress_context__");
            next = match cause {
                Some(cause) => {
                    link.relation = Relation::Cause;
                    Some(cause)
                }
                None if suppressed => None,
                None => {
                    let context = current.__context__();
                    if context.is_some() {
                        link.relation = Relation::Context;
                    }
                    context
                }
            };
            links.push(link);
        }
        links.reverse();
        if let Some(first) = links.first_mut() {
            first.relation = Relation::Start;
        }
        Traceback { links }
    }

    fn link(&self, exception: &PyBaseExceptionRef, depth: usize) -> Link {
        let vm = self.vm;
        let mut link = Link::new(self.type_name(exception), self.message(exception.as_object()));
        link.frames = self.frames(exception);
        link.suggestion = suggestion(exception, vm).map(|text| self.room.take(&text));
        if let Ok(notes) = exception.as_object().get_attr("__notes__", vm)
            && let Some(notes) = notes.downcast_ref::<PyList>()
        {
            let notes: Vec<PyObjectRef> = notes.borrow_vec().to_vec();
            let notes = notes.iter().take_while(|_| self.room.enter()).map(|note| self.message(note));
            link.notes = notes.filter(|note| !is_codec_note(note)).collect();
        }
        if exception.fast_isinstance(vm.ctx.exceptions.syntax_error) {
            link.syntax = Some(self.syntax(exception));
        }
        if exception.fast_isinstance(vm.ctx.exceptions.base_exception_group)
            && let Ok(members) = exception.as_object().get_attr("exceptions", vm)
            && let Some(members) = members.downcast_ref::<PyTuple>()
        {
            link.omitted_members = members.len();
            if depth < MAX_GROUP_DEPTH {
                for member in members.iter().take(MAX_GROUP_WIDTH) {
                    if self.room.enter()
                        && let Ok(member) = PyBaseExceptionRef::try_from_object(vm, member.clone())
                    {
                        link.members.push(self.chain(&member, depth + 1));
                        link.omitted_members -= 1;
                    }
                }
            }
        }
        link
    }

    fn type_name(&self, exception: &PyBaseExceptionRef) -> String {
        let class: &Py<PyType> = exception.class();
        let qualname = class.__qualname__(self.vm);
        let qualname =
            qualname.str(self.vm).map_or_else(|_| class.name().to_string(), |s| s.to_string_lossy().into_owned());
        let module =
            class.__module__(self.vm).ok().and_then(|m| m.str(self.vm).ok()).map(|m| m.to_string_lossy().into_owned());
        match module.as_deref() {
            None | Some("builtins" | "__main__") => self.room.take(&qualname),
            Some(module) => self.room.take(&format!("{module}.{qualname}")),
        }
    }

    fn message(&self, object: &rustpython_vm::PyObject) -> String {
        match object.str(self.vm) {
            Ok(text) => self.room.take_str(&text),
            Err(_) => self.room.take("<exception str() failed>"),
        }
    }

    fn flag(&self, exception: &PyBaseExceptionRef, name: &'static str) -> bool {
        let value = exception.as_object().get_attr(name, self.vm).and_then(|value| value.is_true(self.vm));
        value.unwrap_or(false)
    }

    fn frames(&self, exception: &PyBaseExceptionRef) -> Vec<Frame> {
        let Some(traceback) = exception.__traceback__() else { return Vec::new() };
        let all = traceback.iter().map(|entry| {
            let code = entry.frame.iframe().code();
            let file = code.source_path().as_str();
            let name = self.room.take(code.obj_name.as_str());
            let mut frame = Frame::new(self.room.take(file), name, entry.lineno.get() as u32);
            let index = usize::try_from(entry.lasti).unwrap_or(usize::MAX) / 2;
            if let Some((start, end)) = code.locations.get(index)
                && start.line == entry.lineno
            {
                let line = end.line.get() as u32;
                frame = frame.spanning(line, column(start), column(end));
            }
            match self.texts.iter().find(|text| text.file == file).map(Text::lines) {
                Some(lines) if self.room.shows(lines_of(&frame, lines)) => frame.with_source(lines),
                _ => frame,
            }
        });
        all.filter(|frame| !frame.file.starts_with("<frozen importlib.") && !is_machinery(&frame.file)).collect()
    }

    fn syntax(&self, exception: &PyBaseExceptionRef) -> SyntaxDetail {
        let attr = |name: &'static str| exception.as_object().get_attr(name, self.vm).ok();
        let text = |name| {
            attr(name).filter(|o| !self.vm.is_none(o)).and_then(|o| o.str(self.vm).ok()).map(|s| self.room.take_str(&s))
        };
        let number = |name| attr(name).and_then(|o| o.try_to_value::<i64>(self.vm).ok());
        SyntaxDetail {
            message: text("msg").unwrap_or_else(|| String::from("<no detail available>")),
            file: text("filename"),
            line: number("lineno"),
            end_line: number("end_lineno"),
            offset: number("offset"),
            end_offset: number("end_offset"),
            text: text("text"),
        }
    }
}

fn lines_of<'a>(frame: &Frame, lines: &'a [&'a str]) -> &'a [&'a str] {
    let first = (frame.line as usize).saturating_sub(1).min(lines.len());
    let last = (frame.end_line as usize).clamp(first, lines.len());
    &lines[first..last]
}

/// RustPython's compiler counts columns in bytes, from 1.
fn column(at: &SourceLocation) -> u32 {
    (at.character_offset.get() - 1) as u32
}

/// CPython leaves this note out for the codecs that it has built in.
fn is_codec_note(note: &str) -> bool {
    let codec = ["decoding with '", "encoding with '"].iter().find_map(|start| note.strip_prefix(start));
    codec.and_then(|rest| rest.strip_suffix("' codec failed")).is_some_and(|codec| {
        ["utf-8", "utf8", "utf_8", "ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1"].contains(&codec)
    })
}

fn is_machinery(file: &str) -> bool {
    file.starts_with(FROZEN_PREFIX) && file.contains("_frozen_importlib")
}

/// Text of the interpreter's with lone surrogates escaped.
pub(crate) fn escaped(text: &Py<rustpython_vm::builtins::PyStr>) -> String {
    if let Some(text) = text.to_str() {
        return text.to_owned();
    }
    let mut out = String::new();
    for point in text.as_wtf8().code_points() {
        match point.to_char() {
            Some(c) => out.push(c),
            None => out.push_str(&format!("\\u{:04x}", point.to_u32())),
        }
    }
    out
}
