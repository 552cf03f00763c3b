//! `taipan snap`.

mod args;
mod review;
mod terminal;

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

pub(crate) use args::SnapArgs;
use args::UnreferencedArg;

use super::bounds;
use crate::snap::{Format, Report, Suite, Unreferenced, io_error};

/// Runs the suite, reports it and gives the exit status; the error is the host's.
pub(crate) fn run(args: &SnapArgs) -> Result<u8, String> {
    let suite = suite(args).map_err(|error| error.to_string())?;
    let progress = terminal::Progress::start();
    let report = suite.run_with(|case, total| progress.tell(case, total));
    progress.end();
    let report = report.map_err(|error| error.to_string())?;
    for (format, file) in &args.reports.reports {
        write(&report, *format, file.as_deref())?;
    }
    if args.review {
        return review::review(&report);
    }
    // A report for another program has standard output for itself.
    if args.reports.reports.iter().all(|(_, file)| file.is_some()) {
        match terminal::print(&report, args.explain_change, args.reports.costs) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(format!("standard output: {error}")),
            _ => {}
        }
    }
    Ok(report.exit_status())
}

fn write(report: &Report, format: Format, file: Option<&Path>) -> Result<(), String> {
    let Some(path) = file else {
        let mut out = BufWriter::new(io::stdout().lock());
        let written = report.write(format, &mut out).and_then(|()| out.flush());
        return match written {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
            _ => Ok(()),
        };
    };
    let written = File::create(path).map(BufWriter::new).and_then(|mut out| {
        report.write(format, &mut out)?;
        out.flush()
    });
    written.map_err(|error| io_error(path, &error))
}

fn suite(args: &SnapArgs) -> Result<Suite, crate::snap::Error> {
    let mut suite = Suite::new(&args.paths).keep_fuel(args.keep_fuel).remember(!args.fresh);
    suite = suite.limits_with(|limits| bounds::limits_over(limits, &args.limits));
    if let Some(folder) = &args.goldens {
        suite = suite.goldens(folder);
    }
    if let Some(isolation) = args.isolation {
        suite = suite.isolation(isolation.into());
    }
    if let Some(percent) = args.update_fuel_within {
        suite = suite.update_fuel_within(percent);
    }
    if args.docstrings {
        suite = suite.docstrings();
    } else if args.docstrings_of_modules {
        suite = suite.docstrings_of_modules();
    }
    if let Some(then) = args.unreferenced {
        suite = suite.unreferenced(match then {
            UnreferencedArg::Reject => Unreferenced::Reject,
            UnreferencedArg::Delete => Unreferenced::Delete,
        });
    }
    if let Some(file) = &args.reports.history {
        suite = suite.history(file);
    }
    if let Some(command) = &args.against.against {
        suite = suite.against(command)?;
    }
    if let Some(file) = &args.against.known_differences {
        suite = suite.known_differences(file)?;
    }
    suite = selected(suite, args);
    if args.accept {
        suite = suite.accept(true);
    } else if args.pending || args.review {
        suite = suite.pending(true);
    }
    Ok(suite)
}

fn selected(mut suite: Suite, args: &SnapArgs) -> Suite {
    for text in &args.selection.filters {
        suite = suite.filter(text);
    }
    for tag in &args.selection.tags {
        suite = suite.tag(tag);
    }
    if let Some((part, parts)) = args.selection.shard {
        suite = suite.shard(part, parts);
    }
    if let Some(revision) = &args.selection.changed_since {
        suite = suite.changed_since(revision);
    }
    suite
}
