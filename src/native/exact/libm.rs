//! Elementary functions that give the same, correctly rounded, result on every machine.
//!
//! The C library's are within a unit in the last place and differ between hosts.

pub(super) use pxfm::{
    f_acos as acos, f_acosh as acosh, f_asin as asin, f_asinh as asinh, f_atan as atan, f_atanh as atanh,
    f_cbrt as cbrt, f_cos as cos, f_cosh as cosh, f_erf as erf, f_erfc as erfc, f_exp as exp, f_exp2 as exp2,
    f_expm1 as expm1, f_log as log, f_log1p as log1p, f_log2 as log2, f_log10 as log10, f_sin as sin, f_tan as tan,
    f_tanh as tanh,
};

/// The hyperbolic sine; pxfm's loses the sign of zero.
pub(super) fn sinh(x: f64) -> f64 {
    if x == 0.0 { x } else { pxfm::f_sinh(x) }
}

/// The angle of the vector (x, y); an angle too small for a float keeps its sign.
pub(super) fn atan2(y: f64, x: f64) -> f64 {
    pxfm::f_atan2(y, x).copysign(y)
}

/// x to the power y, with the special cases of C99's Annex F.
pub(super) fn pow(x: f64, y: f64) -> f64 {
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    // The reciprocal root of large numbers comes out as NaN; a power of four scales without rounding.
    if y == -0.5 && x.is_finite() && x > 1e200 {
        return pxfm::f_pow(x * 2f64.powi(-600), y) * 2f64.powi(-300);
    }
    // Powers of ten below the normal floats come out wrong, for pxfm has a way of its own for them; a hundred has none.
    if x == 10.0 && y < -307.0 {
        return pxfm::f_pow(100.0, y / 2.0);
    }
    pxfm::f_pow(x, y)
}

/// The length of the vector (x, y), without overflow or underflow on the way.
pub(super) fn hypot(x: f64, y: f64) -> f64 {
    if x.is_infinite() || y.is_infinite() {
        return f64::INFINITY;
    }
    let (long, short) = if x.abs() > y.abs() { (x.abs(), y.abs()) } else { (y.abs(), x.abs()) };
    if x.is_nan() || y.is_nan() || short <= long * 2f64.powi(-60) {
        return long + short;
    }
    // A power of two scales without rounding.
    let scale = if long > 1e150 {
        2f64.powi(-600)
    } else if long < 1e-130 {
        2f64.powi(600)
    } else {
        1.0
    };
    let (a, b) = (long * scale, short * scale);
    let (a_square, b_square) = (a * a, b * b);
    let low = a.mul_add(a, -a_square) + b.mul_add(b, -b_square);
    let square = a_square + b_square;
    let low = low + (b_square - (square - a_square));
    let root = square.sqrt();
    // One step of Newton's, with the rounding errors so far.
    let root = root + ((-root).mul_add(root, square) + low) / (2.0 * root);
    root / scale
}
