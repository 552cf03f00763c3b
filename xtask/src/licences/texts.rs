//! Finds the text of a licence: in a crate's own files, or else the standard one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;

/// One licence text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Text {
    /// What the heading calls it: a licence's identifier or a file's name.
    pub(crate) title: String,
    pub(crate) body: String,
}

/// How a licence begins its identifier, and a phrase that only its text has.
const PHRASES: &[(&str, &str)] = &[
    ("Apache-2.0", "Apache License Version 2.0"),
    (
        "MIT",
        "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the \"Software\"), to deal",
    ),
    ("BSD-", "Redistribution and use in source and binary forms"),
    ("BSL-1.0", "Boost Software License"),
    ("CC0-1.0", "CC0 1.0 Universal"),
    ("Unlicense", "This is free and unencumbered software"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
    ("Unicode-DFS", "UNICODE, INC. LICENSE AGREEMENT"),
    ("Zlib", "This software is provided 'as-is', without any express"),
    ("LGPL-", "GNU LESSER GENERAL PUBLIC LICENSE"),
    ("GPL-", "GNU GENERAL PUBLIC LICENSE"),
    ("PSF-2.0", "PYTHON SOFTWARE FOUNDATION LICENSE"),
    ("Python-2.0", "BEOPEN.COM LICENSE AGREEMENT FOR PYTHON 2.0"),
];

/// The texts in `folder` that `chosen` needs, with the standard text of each licence that has none there.
pub(crate) fn of_folder(
    folder: &Path,
    named: Option<&Path>,
    chosen: &[String],
    authors: &[String],
) -> Result<Vec<Text>, Error> {
    let files = files_of(folder, named)?;
    let files = files.iter().map(|file| read(file));
    Ok(pick(files.collect::<Result<_, _>>()?, chosen, authors))
}

/// The text of a file that was named by hand: it serves whatever it looks like.
pub(crate) fn of_file(file: &Path, chosen: &[String]) -> Result<Text, Error> {
    let (_, body) = read(file)?;
    let title = chosen.join(" and ");
    Ok(Text { title, body })
}

/// The standard text of each licence.
pub(crate) fn standard(chosen: &[String], authors: &[String]) -> Vec<Text> {
    pick(Vec::new(), chosen, authors)
}

fn pick(files: Vec<(String, String)>, chosen: &[String], authors: &[String]) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut missing: Vec<&String> = chosen.iter().collect();
    let mut unknown_licence = false;
    for (name, body) in files {
        let kinds = kinds(&body);
        let serves = |id: &String| kinds.iter().any(|kind| id.starts_with(kind));
        let served: Vec<&String> = chosen.iter().filter(|id| serves(id)).collect();
        // An unknown text stays: it may be a notice, which has to be handed on.
        if !kinds.is_empty() && served.is_empty() {
            continue;
        }
        unknown_licence |= kinds.is_empty() && is_licence_name(&name.to_lowercase());
        missing.retain(|id| !serves(id));
        let title = match served.as_slice() {
            [id] => (*id).clone(),
            _ => name,
        };
        texts.push(Text { title, body });
    }
    // A single licence that no phrase tells is what the crate's one licence file says.
    if unknown_licence && chosen.len() == 1 {
        missing.clear();
    }
    for id in missing {
        texts.extend(standard_text(id, authors));
        if id.starts_with("LGPL-3.0") {
            // The lesser licence is written as additions to this one.
            texts.extend(standard_text("GPL-3.0-only", authors));
        }
    }
    texts
}

fn read(file: &Path) -> Result<(String, String), Error> {
    let bytes = fs::read(file).map_err(|error| format!("{file:?}: {error}"))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok((name.into_owned(), tidy(&String::from_utf8_lossy(&bytes))))
}

fn files_of(folder: &Path, named: Option<&Path>) -> Result<Vec<PathBuf>, Error> {
    let mut files: Vec<PathBuf> = named.iter().map(|name| folder.join(name)).collect();
    for entry in fs::read_dir(folder).map_err(|error| format!("{folder:?}: {error}"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let notice = ["notice", "copyright", "unlicense"];
        let wanted = is_licence_name(&name) || notice.iter().any(|word| name.starts_with(word));
        if wanted && !name.ends_with(".rs") && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    files.dedup();
    Ok(files)
}

fn is_licence_name(lower: &str) -> bool {
    ["license", "licence", "copying", "psf-license"].iter().any(|word| lower.starts_with(word))
}

fn kinds(body: &str) -> Vec<&'static str> {
    let plain = words(body);
    let has = |phrase: &str| plain.contains(&phrase.to_lowercase());
    let found = PHRASES.iter().filter(|(_, phrase)| has(phrase));
    found.map(|(kind, _)| *kind).collect()
}

fn standard_text(id: &str, authors: &[String]) -> Option<Text> {
    let mut parts = id.split(" WITH ");
    let licence = spdx::license_id(parts.next()?)?;
    let exception = parts.next().and_then(spdx::exception_id);
    let holders = match authors {
        [] => "its authors".to_owned(),
        some => some.join(", "),
    };
    // The template's placeholder line, such as "Copyright (c) <year> <copyright holders>".
    let fill = |line: &str| match line.starts_with("Copyright (c) <") {
        true => format!("Copyright (c) {holders}"),
        false => line.to_owned(),
    };
    let mut body: Vec<String> = licence.text().lines().map(fill).collect();
    body.extend(exception.map(|id| format!("\n{}", id.text())));
    Some(Text { title: id.to_owned(), body: tidy(&body.join("\n")) })
}

/// The same text without what editors add to it.
fn tidy(body: &str) -> String {
    let body = body.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let body = body.replace('\u{c}', "");
    let lines: Vec<&str> = body.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// What two copies of one text have in common: its words, without an appendix that tells how to apply it.
pub(crate) fn words(body: &str) -> String {
    let words: Vec<&str> = body.split_whitespace().collect();
    let all = words.join(" ").to_lowercase().replace("license, version", "license version");
    match all.split_once("appendix: how to apply the apache license") {
        Some((terms, _)) => terms.trim_end().to_owned(),
        None => all,
    }
}

#[cfg(test)]
mod tests {
    use super::{pick, standard, words};

    const MIT: &str = "Copyright Ada\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this\n\
        software and associated documentation files (the \"Software\"), to deal in the Software";
    const APACHE: &str = "     Apache License\n  Version 2.0, January 2004\n\nEND OF TERMS";

    fn files(all: &[(&str, &str)]) -> Vec<(String, String)> {
        let own = |(name, body): &(&str, &str)| ((*name).to_owned(), (*body).to_owned());
        all.iter().map(own).collect()
    }

    fn titles(all: &[(&str, &str)], chosen: &[&str]) -> Vec<String> {
        let chosen: Vec<String> = chosen.iter().map(|id| (*id).to_owned()).collect();
        let texts = pick(files(all), &chosen, &[]);
        texts.into_iter().map(|text| text.title).collect()
    }

    #[test]
    fn of_two_files_the_chosen_one_is_taken() {
        let both = [("LICENSE-MIT", MIT), ("LICENSE-APACHE", APACHE)];
        assert_eq!(titles(&both, &["Apache-2.0"]), ["Apache-2.0"]);
        assert_eq!(titles(&both, &["MIT"]), ["MIT"]);
    }

    #[test]
    fn a_notice_is_kept() {
        let all = [("LICENSE", APACHE), ("NOTICE", "made by Ada")];
        assert_eq!(titles(&all, &["Apache-2.0"]), ["Apache-2.0", "NOTICE"]);
    }

    #[test]
    fn an_unknown_licence_is_what_the_file_says() {
        let all = [("LICENSE", "do what you like")];
        assert_eq!(titles(&all, &["bzip2-1.0.6"]), ["LICENSE"]);
    }

    #[test]
    fn a_missing_text_is_the_standard_one_with_the_authors() {
        let all = [("LICENSE-APACHE", APACHE)];
        assert_eq!(titles(&all, &["MIT"]), ["MIT"]);
        let texts = standard(&["MIT".to_owned()], &["Ada <ada@example.org>".to_owned()]);
        assert!(texts[0].body.contains("Copyright (c) Ada <ada@example.org>"));
        assert!(!texts[0].body.contains("<year>"));
    }

    #[test]
    fn the_lesser_licence_brings_the_one_it_adds_to() {
        assert_eq!(titles(&[], &["LGPL-3.0-only"]), ["LGPL-3.0-only", "GPL-3.0-only"]);
    }

    #[test]
    fn an_exception_is_part_of_the_text() {
        let texts = standard(&["Apache-2.0 WITH LLVM-exception".to_owned()], &[]);
        assert!(texts[0].body.contains("LLVM Exceptions to the Apache 2.0 License"));
    }

    #[test]
    fn copies_differ_in_white_space_and_appendix_only() {
        let with = format!("{APACHE}\n\nAPPENDIX: How to apply the Apache License to your work.\n\nCopyright 2020 Ada");
        assert_eq!(words(&with), words(&APACHE.replace('\n', "\n\n")));
    }
}
