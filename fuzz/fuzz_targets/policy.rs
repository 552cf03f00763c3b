//! Policies, limits, clocks and seeds as text: each is one, or an error of one line that names what is wrong; and what
//! was read is written as text that means the same.
#![no_main]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use libfuzzer_sys::fuzz_target;
use taipan::{Clock, ErrorKind, Limits, Policy, Seed};

fuzz_target!(|text: &str| {
    match Policy::from_toml(text) {
        Ok(policy) => check(&policy),
        Err(error) => {
            let told = error.to_string();
            assert_eq!(error.kind(), ErrorKind::InvalidPolicy);
            assert!(told.starts_with("invalid policy: ") && told.lines().count() == 1, "{told:?}");
        }
    }
    if let Ok(policy) = serde_json::from_str::<Policy>(text)
        && policy.validate().is_ok()
    {
        check(&policy);
    }
    if let Ok(limits) = serde_json::from_str::<Limits>(text)
        && limits.validate().is_ok()
    {
        let json = serde_json::to_string(&limits).expect("limits are JSON");
        assert_eq!(serde_json::from_str::<Limits>(&json).expect("it was written so"), limits, "{json}");
        assert_eq!(limits.tightened_by(&limits), limits);
    }
    same::<Clock>(text);
    same::<Seed>(text);
});

fn check(policy: &Policy) {
    policy.validate().expect("what was read is valid");
    let json = serde_json::to_string(policy).expect("a policy is JSON");
    assert_eq!(&serde_json::from_str::<Policy>(&json).expect("it was written so"), policy, "{json}");
    assert_eq!(&policy.tightened_by(policy), policy);
    let tightened = Policy::default().tightened_by(policy);
    assert!(tightened.allow.is_empty(), "{tightened:?}");
    assert!(policy.deny.iter().all(|name| tightened.deny.contains(name)), "{tightened:?}");
}

fn same<T: FromStr + Display + PartialEq + Debug>(text: &str) {
    if let Ok(read) = text.parse::<T>() {
        assert!(read.to_string().parse::<T>().is_ok_and(|again| again == read), "{read:?} is written as {read}");
    }
}
