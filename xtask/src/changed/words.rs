//! What has a guest of 32 bits count as a machine of 64 does.

use super::Place;

pub(super) const WORDS: [Place; 8] = [
    // The hash of a text begins with its length, as a word.
    Place {
        name: "rustpython-common",
        file: "src/hash.rs",
        from: r"            self.hash_value(value)
        }
    }

    #[must_use]
    pub fn hash_str",
        to: r"            let mut hasher = self.build_hasher();
            hasher.write_u64(value.len() as u64);
            hasher.write(value);
            fix_sentinel(mod_int(hasher.finish() as _))
        }
    }

    #[must_use]
    pub fn hash_str",
    },
    // A number that a word of 64 bits holds is no error where it says how far or how many: it is more than there is.
    Place {
        name: "rustpython-vm",
        file: "src/builtins/int.rs",
        from: r"        I::try_from(self.as_bigint()).map_err(|_| {
",
        to: r#"        I::try_from(self.as_bigint()).ok().or_else(|| {
            let near = || I::try_from(&BigInt::from(isize::MAX)).ok();
            match core::any::type_name::<I>() {
                "isize" => self.as_bigint().to_i64().and_then(|value| if value < 0 { Some(I::min_value()) } else { near() }),
                "usize" => self.as_bigint().to_u64().and_then(|value| if value >> 63 == 1 { Some(I::max_value()) } else { near() }),
                _ => None,
            }
        }).ok_or_else(|| {
"#,
    },
    Place {
        name: "rustpython-vm",
        file: "src/stdlib/itertools.rs",
        from: r"Ok(i) => int::get_value(i.as_object()).to_usize(),",
        to: r"Ok(i) => int::get_value(i.as_object()).to_i64().filter(|value| *value >= 0).map(|value| value.min(isize::MAX as i64) as usize),",
    },
    Place {
        name: "rustpython-vm",
        file: "src/vm/vm_ops.rs",
        from: r"        let count = index.as_bigint().to_isize().ok_or_else(|| {
",
        to: r"        let near = |count: i64| count.clamp(isize::MIN as i64, isize::MAX as i64) as isize;
        let count = index.as_bigint().to_i64().map(near).ok_or_else(|| {
",
    },
    Place {
        name: "rustpython-vm",
        file: "src/bytes_inner.rs",
        from: r#"            .to_isize()
            .ok_or_else(|| vm.new_overflow_error("cannot fit 'int' into an index-sized integer"))?;
"#,
        to: r#"            .to_i64()
            .map(|size| size.clamp(isize::MIN as i64, isize::MAX as i64) as isize)
            .ok_or_else(|| vm.new_overflow_error("cannot fit 'int' into an index-sized integer"))?;
"#,
    },
    // What `struct` calls long, a size or a pointer has 64 bits on Linux.
    Place {
        name: "rustpython-vm",
        file: "src/buffer.rs",
        from: r"native_info!(raw::c_long),
                Self::ULong => native_info!(raw::c_ulong),
                Self::SSizeT => native_info!(isize), // ssize_t == isize
                Self::SizeT => native_info!(usize),  //  size_t == usize
",
        to: r"native_info!(i64),
                Self::ULong => native_info!(u64),
                Self::SSizeT => native_info!(i64),
                Self::SizeT => native_info!(u64),
",
    },
    Place {
        name: "rustpython-vm",
        file: "src/buffer.rs",
        from: r"Self::VoidP => native_info!(*mut raw::c_void)",
        to: r"Self::VoidP => native_info!(u64)",
    },
    // Items of `l` and `L` have 64 bits on Linux.
    Place {
        name: "rustpython-stdlib",
        file: "src/array.rs",
        from: r#"        (SignedLong, raw::c_long, 'l', "l"),
        (UnsignedLong, raw::c_ulong, 'L', "L"),
"#,
        to: r#"        (SignedLong, i64, 'l', "l"),
        (UnsignedLong, u64, 'L', "L"),
"#,
    },
];
