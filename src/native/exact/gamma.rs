//! The gamma function and its logarithm, by the approximation that CPython uses.

use std::f64::consts::PI;

use super::libm;

/// Lanczos' g and the coefficients of his sum as a quotient of polynomials, from the highest power down.
const G: f64 = 6.024_680_040_776_73;
const NUMERATOR: [f64; 13] = [
    2.506_628_274_631_000_2,
    210.824_277_751_579_36,
    8_071.672_002_365_816,
    186_056.265_395_223_48,
    2_876_370.628_935_372_5,
    31_426_415.585_400_194,
    248_874_557.862_054_17,
    1_439_720_407.311_721_6,
    6_039_542_586.352_028,
    17_921_034_426.037_21,
    35_711_959_237.355_67,
    42_919_803_642.649_1,
    23_531_376_880.410_76,
];
const DENOMINATOR: [f64; 13] = [
    1.0,
    66.0,
    1925.0,
    32670.0,
    357_423.0,
    2_637_558.0,
    13_339_535.0,
    45_995_730.0,
    105_258_076.0,
    150_917_976.0,
    120_543_840.0,
    39_916_800.0,
    0.0,
];

/// Below this the polynomials are in x, from here on in 1/x, which can't overflow.
const INVERT_FROM: f64 = 5.0;

fn quotient(x: f64) -> f64 {
    let (mut numerator, mut denominator) = (0.0, 0.0);
    if x < INVERT_FROM {
        for i in 0..NUMERATOR.len() {
            numerator = numerator * x + NUMERATOR[i];
            denominator = denominator * x + DENOMINATOR[i];
        }
    } else {
        for i in (0..NUMERATOR.len()).rev() {
            numerator = numerator / x + NUMERATOR[i];
            denominator = denominator / x + DENOMINATOR[i];
        }
    }
    numerator / denominator
}

/// sin(pi x), exact at multiples of a half.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let value = match (2.0 * y).round() as u8 {
        0 => libm::sin(PI * y),
        1 => libm::cos(PI * (y - 0.5)),
        2 => libm::sin(PI * (1.0 - y)),
        3 => -libm::cos(PI * (y - 1.5)),
        _ => libm::sin(PI * (y - 2.0)),
    };
    value * 1f64.copysign(x)
}

/// (n - 1)!
fn factorial_below(n: f64) -> f64 {
    (2..n as u32).map(f64::from).product()
}

/// `None` where the function has a pole.
pub(super) fn gamma(x: f64) -> Option<f64> {
    if x.is_nan() || x == f64::INFINITY {
        return Some(x);
    }
    if x == f64::NEG_INFINITY || x == 0.0 {
        return None;
    }
    if x == x.floor() {
        if x < 0.0 {
            return None;
        }
        // 22! is the last factorial that is a float.
        if x <= 23.0 {
            return Some(factorial_below(x));
        }
    }
    let size = x.abs();
    if size < 1e-20 {
        return Some(1.0 / x);
    }
    if size > 200.0 {
        return Some(if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY });
    }
    let half = G - 0.5;
    let y = size + half;
    // The rounding error of y, to be given back.
    let error = if size > half {
        let q = y - size;
        q - half
    } else {
        let q = y - half;
        q - size
    };
    let error = error * G / y;
    let split = size >= 140.0;
    let power = |exponent: f64| libm::pow(y, exponent);
    let value = if x < 0.0 {
        let value = -PI / sin_pi(size) / size * libm::exp(y) / quotient(size);
        let value = value - error * value;
        if split {
            let root = power(size / 2.0 - 0.25);
            value / root / root
        } else {
            value / power(size - 0.5)
        }
    } else {
        let value = quotient(size) / libm::exp(y);
        let value = value + error * value;
        if split {
            let root = power(size / 2.0 - 0.25);
            value * root * root
        } else {
            value * power(size - 0.5)
        }
    };
    Some(value)
}

/// `None` where the function has a pole.
pub(super) fn lgamma(x: f64) -> Option<f64> {
    if !x.is_finite() {
        return Some(if x.is_nan() { x } else { f64::INFINITY });
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { None } else { Some(0.0) };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Some(-libm::log(size));
    }
    let mut value = libm::log(quotient(size)) - G;
    value += (size - 0.5) * (libm::log(size + G - 0.5) - 1.0);
    if x < 0.0 {
        const LOG_PI: f64 = 1.144_729_885_849_400_2;
        value = LOG_PI - libm::log(sin_pi(size).abs()) - libm::log(size) - value;
    }
    Some(value)
}
