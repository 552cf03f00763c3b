//! Elementary functions of finite complex numbers, with CPython's care for overflow, cancellation and signs of zero.

use std::f64::consts::{E, FRAC_PI_2, LN_2, LN_10};

use num_complex::Complex64;

use super::libm;

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Domain,
    Range,
}

/// What is this large may overflow when it is doubled.
const LARGE: f64 = f64::MAX / 4.0;

/// The square root of [`LARGE`]: what is this large may overflow when it is squared.
const LARGE_ROOT: f64 = 6.703_903_964_971_298e153;

/// The logarithm of [`LARGE`]: what is this large may overflow in an exponential.
const LARGE_LOG: f64 = 708.396_418_532_264_1;

/// The square root of the smallest normal float.
const SMALL_ROOT: f64 = 1.491_668_146_240_041_3e-154;

fn new(re: f64, im: f64) -> Complex64 {
    Complex64::new(re, im)
}

fn is_large(z: Complex64) -> bool {
    z.re.abs() > LARGE || z.im.abs() > LARGE
}

/// i z.
fn turned(z: Complex64) -> Complex64 {
    new(-z.im, z.re)
}

/// -i z.
fn turned_back(z: Complex64) -> Complex64 {
    new(z.im, -z.re)
}

fn bounded(z: Complex64) -> Result<Complex64, Fault> {
    if z.re.is_infinite() || z.im.is_infinite() { Err(Fault::Range) } else { Ok(z) }
}

/// The logarithm of twice the length of a large number.
fn log_of_double(z: Complex64) -> f64 {
    libm::log(libm::hypot(z.re / 2.0, z.im / 2.0)) + LN_2 * 2.0
}

fn root(z: Complex64) -> Complex64 {
    if z.re == 0.0 && z.im == 0.0 {
        return new(0.0, z.im);
    }
    let (x, y) = (z.re.abs(), z.im.abs());
    let s = if x < f64::MIN_POSITIVE && y < f64::MIN_POSITIVE {
        let (x, y) = (x * 2f64.powi(53), y * 2f64.powi(53));
        (x + libm::hypot(x, y)).sqrt() * 2f64.powi(-27)
    } else {
        let x = x / 8.0;
        2.0 * (x + libm::hypot(x, y / 8.0)).sqrt()
    };
    let d = y / (2.0 * s);
    if z.re >= 0.0 { new(s, d.copysign(z.im)) } else { new(d, s.copysign(z.im)) }
}

pub(super) fn sqrt(z: Complex64) -> Result<Complex64, Fault> {
    Ok(root(z))
}

pub(super) fn acos(z: Complex64) -> Result<Complex64, Fault> {
    if is_large(z) {
        let size = log_of_double(z);
        // The branch cut is continuous from the side that the sign of zero says.
        let im = if z.re < 0.0 { -size.copysign(z.im) } else { size.copysign(-z.im) };
        return Ok(new(libm::atan2(z.im.abs(), z.re), im));
    }
    let minus = root(new(1.0 - z.re, -z.im));
    let plus = root(new(1.0 + z.re, z.im));
    Ok(new(2.0 * libm::atan2(minus.re, plus.re), libm::asinh(plus.re * minus.im - plus.im * minus.re)))
}

pub(super) fn acosh(z: Complex64) -> Result<Complex64, Fault> {
    if is_large(z) {
        return Ok(new(log_of_double(z), libm::atan2(z.im, z.re)));
    }
    let minus = root(new(z.re - 1.0, z.im));
    let plus = root(new(z.re + 1.0, z.im));
    Ok(new(libm::asinh(minus.re * plus.re + minus.im * plus.im), 2.0 * libm::atan2(minus.im, plus.re)))
}

pub(super) fn asin(z: Complex64) -> Result<Complex64, Fault> {
    asinh(turned(z)).map(turned_back)
}

pub(super) fn asinh(z: Complex64) -> Result<Complex64, Fault> {
    if is_large(z) {
        let size = log_of_double(z);
        let re = if z.im >= 0.0 { size.copysign(z.re) } else { -size.copysign(-z.re) };
        return Ok(new(re, libm::atan2(z.im, z.re.abs())));
    }
    let plus = root(new(1.0 + z.im, -z.re));
    let minus = root(new(1.0 - z.im, z.re));
    let re = libm::asinh(plus.re * minus.im - minus.re * plus.im);
    Ok(new(re, libm::atan2(z.im, plus.re * minus.re - plus.im * minus.im)))
}

pub(super) fn atan(z: Complex64) -> Result<Complex64, Fault> {
    atanh(turned(z)).map(turned_back)
}

pub(super) fn atanh(z: Complex64) -> Result<Complex64, Fault> {
    if z.re.is_sign_negative() {
        return atanh(-z).map(|w| -w);
    }
    let y = z.im.abs();
    if z.re > LARGE_ROOT || y > LARGE_ROOT {
        let half = libm::hypot(z.re / 2.0, z.im / 2.0);
        return Ok(new(z.re / 4.0 / half / half, -FRAC_PI_2.copysign(-z.im)));
    }
    if z.re == 1.0 && y < SMALL_ROOT {
        if y == 0.0 {
            return Err(Fault::Domain);
        }
        let re = -libm::log(y.sqrt() / libm::hypot(y, 2.0).sqrt());
        return Ok(new(re, (libm::atan2(2.0, -y) / 2.0).copysign(z.im)));
    }
    let below = 1.0 - z.re;
    let re = libm::log1p(4.0 * z.re / (below * below + y * y)) / 4.0;
    Ok(new(re, -libm::atan2(-2.0 * z.im, below * (1.0 + z.re) - y * y) / 2.0))
}

pub(super) fn cos(z: Complex64) -> Result<Complex64, Fault> {
    cosh(turned(z))
}

pub(super) fn cosh(z: Complex64) -> Result<Complex64, Fault> {
    let (sine, cosine) = (libm::sin(z.im), libm::cos(z.im));
    if z.re.abs() > LARGE_LOG {
        // The product may be a float where one factor is not.
        let x = z.re - 1f64.copysign(z.re);
        return bounded(new(cosine * libm::cosh(x) * E, sine * libm::sinh(x) * E));
    }
    bounded(new(cosine * libm::cosh(z.re), sine * libm::sinh(z.re)))
}

pub(super) fn exp(z: Complex64) -> Result<Complex64, Fault> {
    let (sine, cosine) = (libm::sin(z.im), libm::cos(z.im));
    if z.re > LARGE_LOG {
        let length = libm::exp(z.re - 1.0);
        return bounded(new(length * cosine * E, length * sine * E));
    }
    let length = libm::exp(z.re);
    bounded(new(length * cosine, length * sine))
}

pub(super) fn log(z: Complex64) -> Result<Complex64, Fault> {
    let (x, y) = (z.re.abs(), z.im.abs());
    let re = if is_large(z) {
        libm::log(libm::hypot(x / 2.0, y / 2.0)) + LN_2
    } else if x < f64::MIN_POSITIVE && y < f64::MIN_POSITIVE {
        if x == 0.0 && y == 0.0 {
            return Err(Fault::Domain);
        }
        let digits = f64::from(f64::MANTISSA_DIGITS);
        libm::log(libm::hypot(x * 2f64.powi(53), y * 2f64.powi(53))) - digits * LN_2
    } else {
        let length = libm::hypot(x, y);
        if (0.71..=1.73).contains(&length) {
            let (long, short) = if x > y { (x, y) } else { (y, x) };
            libm::log1p((long - 1.0) * (long + 1.0) + short * short) / 2.0
        } else {
            libm::log(length)
        }
    };
    Ok(new(re, libm::atan2(z.im, z.re)))
}

pub(super) fn log10(z: Complex64) -> Result<Complex64, Fault> {
    log(z).map(|w| new(w.re / LN_10, w.im / LN_10))
}

pub(super) fn sin(z: Complex64) -> Result<Complex64, Fault> {
    sinh(turned(z)).map(turned_back)
}

pub(super) fn sinh(z: Complex64) -> Result<Complex64, Fault> {
    let (sine, cosine) = (libm::sin(z.im), libm::cos(z.im));
    if z.re.abs() > LARGE_LOG {
        let x = z.re - 1f64.copysign(z.re);
        return bounded(new(cosine * libm::sinh(x) * E, sine * libm::cosh(x) * E));
    }
    bounded(new(cosine * libm::sinh(z.re), sine * libm::cosh(z.re)))
}

pub(super) fn tan(z: Complex64) -> Result<Complex64, Fault> {
    tanh(turned(z)).map(turned_back)
}

pub(super) fn tanh(z: Complex64) -> Result<Complex64, Fault> {
    if z.re.abs() > LARGE_LOG {
        let im = 4.0 * libm::sin(z.im) * libm::cos(z.im) * libm::exp(-2.0 * z.re.abs());
        return Ok(new(1f64.copysign(z.re), im));
    }
    let (tx, ty) = (libm::tanh(z.re), libm::tan(z.im));
    let cx = 1.0 / libm::cosh(z.re);
    let product = tx * ty;
    let denominator = 1.0 + product * product;
    Ok(new(tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx))
}

/// The number of this length and angle.
pub(super) fn rect(length: f64, angle: f64) -> Complex64 {
    if angle == 0.0 {
        return new(length, length * angle);
    }
    new(length * libm::cos(angle), length * libm::sin(angle))
}
