//! The report as text.

use std::fmt::Write as _;

use super::machine::AddressSpace;
use super::report::{Guest, Health, Report};
use crate::units::{group, size, span};

pub(super) fn render(report: &Report) -> String {
    let Report { machine, isolations, limits, modules, .. } = report;
    let kernel = machine.kernel.as_deref().unwrap_or("unknown");
    let swap = machine.swap.map_or_else(
        || String::from("unknown"),
        |swap| match swap.total_bytes {
            0 => String::from("none"),
            total => format!("{}, of which {} are in use", size(total), size(swap.used_bytes)),
        },
    );
    let address_space = match machine.address_space {
        None => String::from("unknown"),
        Some(AddressSpace::Unlimited) => String::from("unlimited"),
        Some(AddressSpace::Bytes(bytes)) => size(bytes),
    };
    let mut text = format!("taipan {}\n", report.version);
    section(
        &mut text,
        "machine",
        &[
            ("system", format!("{} on {}, kernel {kernel}", machine.system, machine.processor)),
            ("processors", group(machine.processors as u64)),
            ("swap", swap),
            ("address space", address_space),
        ],
    );
    section(
        &mut text,
        "isolations",
        &[
            ("wasm", health(&isolations.wasm)),
            ("native", health(&isolations.native)),
            ("default", isolations.default.to_string()),
        ],
    );
    match &report.guest {
        Some(found) => section(&mut text, "guest", &guest(found)),
        None => section(&mut text, "guest", &[("none", String::from("this build has none"))]),
    }
    let value = format!("{}, {} levels deep", size(limits.value_bytes), limits.value_depth);
    section(
        &mut text,
        "limits of a run, unless flags say otherwise",
        &[
            ("timeout", span(limits.deadline.as_millis() as u64)),
            ("fuel", format!("{} units", group(limits.fuel))),
            ("memory", size(limits.memory)),
            ("output", format!("{} each for standard output and standard error", size(limits.output))),
            ("recursion", format!("{} calls", group(limits.recursion.into()))),
            ("source", size(limits.source)),
            ("value", value),
        ],
    );
    let standard = format!("{} that any program can import", modules.standard);
    let support = format!("{} parts of those", modules.support);
    let extra = format!("{} more by --allow; `taipan modules` lists all", modules.extra);
    section(&mut text, "modules", &[("standard", standard), ("support", support), ("extra", extra)]);
    text += "\nweaker than it could be\n";
    for weakness in &report.weak {
        let _ = writeln!(text, "  - {}\n    remedy: {}", weakness.what, weakness.remedy);
    }
    if report.weak.is_empty() {
        text += "  nothing\n";
    }
    text += if report.whole { "\nboth isolations are whole\n" } else { "\nnot all isolations are whole\n" };
    text
}

fn section(text: &mut String, title: &str, lines: &[(&str, String)]) {
    let _ = writeln!(text, "\n{title}");
    for (name, value) in lines {
        let _ = writeln!(text, "  {name:13}  {value}");
    }
}

fn health(health: &Health) -> String {
    health.trouble.clone().unwrap_or_else(|| String::from("whole"))
}

fn guest(guest: &Guest) -> Vec<(&'static str, String)> {
    let image = if guest.shares_binary { "shared with the program's file" } else { "a copy in this process" };
    let reset = if guest.scans_pages {
        "the pages that a run wrote are copied back (PAGEMAP_SCAN)"
    } else {
        "the image is mapped anew"
    };
    vec![
        ("hash", guest.hash.to_owned()),
        ("compiled for", format!("wasmtime {}", guest.wasmtime)),
        ("bytes", guest.damage.clone().unwrap_or_else(|| String::from("whole"))),
        ("code", size(guest.code_bytes as u64)),
        ("image", format!("{}, {image}", size(guest.image_bytes as u64))),
        ("memory", format!("{} of a fresh interpreter", size(guest.memory_bytes as u64))),
        ("reset", reset.to_owned()),
    ]
}
