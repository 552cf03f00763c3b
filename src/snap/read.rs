//! The cases of a file, whatever its kind.

use std::path::Path;

use super::blocks::{self, Block};
use super::case::{Case, Expects, Found, Place, Problem};
use super::docstrings::docstrings;
use super::examples::{Example, examples};
use super::find::{self, Kind, Source};
use super::settings::{Settings, Wrong};
use super::{lines, markdown, name, python, rst};

/// How files are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    /// What holds where a case says nothing.
    pub(crate) base: &'a Settings,
    /// The folder of the goldens, if they do not lie beside the cases.
    pub(crate) goldens: Option<&'a Path>,
    /// Whether the cases of Python files are the examples of their docstrings, and where those find their names.
    pub(crate) docstrings: Option<Names>,
}

/// Where the examples of a docstring find the names of its module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Names {
    /// The file is run before them.
    File,
    /// The module of the file's name is imported.
    Module,
}

impl Reader<'_> {
    /// The cases of a file.
    pub(crate) fn read(&self, file: &Source) -> Found {
        let mut found = Found::default();
        let text = match find::read(&file.path) {
            Ok(text) => text,
            Err(why) => {
                found.problems.push(Problem::of_file(&file.shown, why));
                return found;
            }
        };
        match (file.kind, self.docstrings) {
            (Kind::Python, None) => self.python(file, text, &mut found),
            (Kind::Python, Some(names)) => self.docstrings(file, &text, names, &mut found),
            (Kind::Markdown, _) => match markdown::blocks(&text) {
                Ok(blocks) => self.blocks(file, blocks, &mut found),
                Err((line, why)) => found.problems.push(problem(file, line, why)),
            },
            (Kind::Rst, _) => {
                self.blocks(file, rst::blocks(&text), &mut found);
                self.session(file, "examples", 1, &text, &mut found);
            }
            (Kind::Lines, _) => self.lines(file, &text, &mut found),
        }
        found
    }

    fn python(&self, file: &Source, source: String, found: &mut Found) {
        let place = Place::new(&file.shown, 1);
        let settings = self.base.clone().with(&python::directives(&source)).and_then(Settings::of_file);
        match settings.and_then(|settings| settings.with_files(folder(file))) {
            Ok(mut settings) => {
                let expects = Expects::by(&mut settings, || name::of_file(file, self.goldens));
                found.cases.push(Case { id: file.shown.to_string(), place, source, settings, expects });
            }
            Err(wrong) => found.problems.push(problem(file, wrong.line + 1, wrong.text)),
        }
    }

    fn blocks(&self, file: &Source, blocks: Vec<Block>, found: &mut Found) {
        let (mut program, mut session) = (String::new(), Vec::<Example>::new());
        for block in blocks {
            let settings = self.base.clone().with(&blocks::spread(&block.directives));
            let mut settings = match settings.and_then(|settings| settings.with_files(folder(file))) {
                Ok(settings) => settings,
                Err(Wrong { line, text }) => {
                    found.problems.push(problem(file, block.directives_line.max(1) + line, text));
                    continue;
                }
            };
            let name = settings.name.clone().unwrap_or(block.name);
            let id = format!("{}::{name}", file.shown);
            let place = Place::new(&file.shown, block.line);
            if blocks::is_session(&block.code) {
                let more = match examples(&block.code) {
                    Ok(more) => more,
                    Err((line, why)) => {
                        found.problems.push(problem(file, block.line + line, why));
                        continue;
                    }
                };
                session = if settings.continues { [session, more].concat() } else { more };
                let expects = Expects::Examples { examples: session.clone(), module: None };
                self.take(Case { id, place, source: String::new(), settings, expects }, found);
            } else {
                program = if settings.continues { program + &block.code } else { block.code };
                let expects = Expects::by(&mut settings, || name::of_part(file, &name, self.goldens));
                self.take(Case { id, place, source: program.clone(), settings, expects }, found);
            }
        }
    }

    /// All examples of a text as one case.
    fn session(&self, file: &Source, name: &str, first: usize, text: &str, found: &mut Found) {
        match examples(text) {
            Ok(examples) if examples.is_empty() => {}
            Ok(examples) => {
                let place = Place::new(&file.shown, first + examples[0].line);
                let expects = Expects::Examples { examples, module: None };
                let id = format!("{}::{name}", file.shown);
                self.take(Case { id, place, source: String::new(), settings: self.base.clone(), expects }, found);
            }
            Err((line, why)) => found.problems.push(problem(file, first + line, why)),
        }
    }

    fn docstrings(&self, file: &Source, source: &str, names: Names, found: &mut Found) {
        let settings = self.base.clone().with(&python::directives(source)).and_then(Settings::of_file);
        let settings = match settings.and_then(|settings| settings.with_files(folder(file))) {
            Ok(settings) => settings,
            Err(wrong) => return found.problems.push(problem(file, wrong.line + 1, wrong.text)),
        };
        let all = match docstrings(source) {
            Ok(all) => all,
            Err((line, why)) => return found.problems.push(problem(file, line, why)),
        };
        for docstring in all {
            let examples = match examples(&docstring.text) {
                Ok(examples) if examples.is_empty() => continue,
                Ok(examples) => examples,
                Err((line, why)) => {
                    found.problems.push(problem(file, docstring.line + line, why));
                    continue;
                }
            };
            let module = (names == Names::Module).then(|| module(file));
            let source = if module.is_none() { source.to_owned() } else { String::new() };
            let case = Case {
                id: format!("{}::{}", file.shown, docstring.name),
                place: Place::new(&file.shown, docstring.line + examples[0].line),
                source,
                settings: settings.clone(),
                expects: Expects::Examples { examples, module },
            };
            self.take(case, found);
        }
    }

    fn lines(&self, file: &Source, text: &str, found: &mut Found) {
        for (at, line) in lines::lines(text) {
            let made = line.and_then(|line| {
                let settings = self.base.clone().with_json(line.directives).and_then(Settings::of_file);
                let settings = settings.and_then(|settings| settings.with_files(folder(file)));
                let mut settings = settings.map_err(|wrong| format!("`{}`: {}", line.id, wrong.text))?;
                settings.parts = settings.parts.or(line.expect);
                let expects = Expects::by(&mut settings, || name::of_part(file, &line.id, self.goldens));
                let id = format!("{}::{}", file.shown, line.id);
                Ok(Case { id, place: Place::new(&file.shown, at), source: line.code, settings, expects })
            });
            match made {
                Ok(case) => found.cases.push(case),
                Err(why) => found.problems.push(problem(file, at, why)),
            }
        }
    }

    fn take(&self, case: Case, found: &mut Found) {
        if matches!(case.expects, Expects::Examples { .. }) && !case.settings.inputs.is_empty() {
            let text = String::from("`inputs`: examples take none; assign in the first one");
            found.problems.push(Problem { id: case.id, place: case.place, text });
        } else {
            found.cases.push(case);
        }
    }
}

/// The folder in which a file lies.
fn folder(file: &Source) -> &Path {
    file.path.parent().unwrap_or(Path::new(""))
}

fn problem(file: &Source, line: usize, text: String) -> Problem {
    Problem { id: file.shown.to_string(), place: Place::new(&file.shown, line), text }
}

/// The name by which a file is imported, as seen from the folder that was named.
fn module(file: &Source) -> String {
    let mut parts: Vec<String> = file.below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    let stem = file.path.file_stem().unwrap_or_default().to_string_lossy();
    if stem != "__init__" {
        parts.push(stem.into_owned());
    }
    parts.join(".")
}
