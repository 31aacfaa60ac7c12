//! The way into a `Decimal` of CPython's `_decimal`: its digits are read and written where they lie, instead of as text.
//!
//! CPython has no C interface for decimals, but the object has had the same fields since 3.3. Before anything is read or
//! written this way, [`Digits::of`] makes decimals as a program does and compares every field; where one differs, which
//! includes the `decimal` in pure Python, decimals cross as text.

#![expect(unsafe_code, reason = "the fields of a foreign object are read and written in place")]

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::PyType;
use ratebook::money::Decimal;

use crate::slots;

/// Leave to read and write decimals in place, which only [`Digits::of`] gives.
pub(crate) struct Digits(());

/// What a word of a coefficient counts up to.
const WORD: u128 = 10_u128.pow(19);
/// How many words lie in the object itself.
const WORDS: usize = 4;

/// `mpd_t` of libmpdec, on a machine of 64 bits.
#[repr(C)]
struct Number {
    flags: u8,
    exponent: isize,
    digits: isize,
    length: isize,
    room: isize,
    words: *mut u64,
}

/// `PyDecObject` of CPython.
#[repr(C)]
struct Object {
    head: ffi::PyObject,
    hash: isize,
    number: Number,
    words: [u64; WORDS],
}

/// Below zero.
const NEGATIVE: u8 = 1;
/// Infinity or no number at all.
const SPECIAL: u8 = 2 | 4 | 8;
/// Number and words lie in the object, and are not freed alone.
const IN_PLACE: u8 = 16 | 32;

/// The text of decimals that are compared; together they have every sign, one and two words, and no digits.
const PROBES: [&str; 6] = [
    "0",
    "0.00",
    "-1236.86",
    "9999999999999999999",
    "10000000000000000000.5",
    "-79228162514264337593543950335",
];

impl Digits {
    /// Leave to go into the decimals of this class, when they are laid out as we think.
    pub(crate) fn of(class: &Bound<'_, PyType>) -> PyResult<Option<Digits>> {
        // SAFETY: a live class.
        let (size, item) = unsafe { ((*class.as_type_ptr()).tp_basicsize, (*class.as_type_ptr()).tp_itemsize) };
        let as_known =
            cfg!(target_pointer_width = "64") && usize::try_from(size) == Ok(size_of::<Object>()) && item == 0;
        if !as_known {
            return Ok(None);
        }
        let digits = Digits(());
        for text in PROBES {
            let theirs = class.call1((text,))?;
            let Ok(value) = text.parse::<Decimal>() else {
                return Ok(None);
            };
            let ours = digits.made(class, value)?;
            // SAFETY: both have the size of such an object.
            let same = unsafe { same_fields(&theirs, &ours) };
            if !same || digits.read(&theirs) != Some(value) || ours.str()?.to_cow()? != text || !ours.eq(&theirs)? {
                return Ok(None);
            }
        }
        Ok(Some(digits))
    }

    /// The value of a `Decimal` that is exactly of the class; none where it has more digits than ours, or an exponent.
    pub(crate) fn read(&self, decimal: &Bound<'_, PyAny>) -> Option<Decimal> {
        // SAFETY: the object is laid out so, or there would be no `Digits`; it does not change while it is read.
        let (number, words) = unsafe {
            let number = &(*decimal.as_ptr().cast::<Object>()).number;
            let length = usize::try_from(number.length)
                .ok()
                .filter(|length| (1..=2).contains(length))?;
            (number, std::slice::from_raw_parts(number.words, length))
        };
        if number.flags & SPECIAL != 0 {
            return None;
        }
        let scale = u32::try_from(number.exponent.checked_neg()?).ok()?;
        let coefficient = words.iter().rev().fold(0, |sum, word| sum * WORD + u128::from(*word));
        let coefficient = i128::try_from(coefficient).ok()?;
        let negative = number.flags & NEGATIVE != 0;
        Decimal::from_units(if negative { -coefficient } else { coefficient }, scale)
    }

    /// A new `Decimal`.
    pub(crate) fn made<'py>(&self, class: &Bound<'py, PyType>, value: Decimal) -> PyResult<Bound<'py, PyAny>> {
        let made = slots::blank(class)?;
        let (mantissa, coefficient) = (value.mantissa(), value.mantissa().unsigned_abs());
        let (high, low) = if coefficient < WORD {
            (0, coefficient)
        } else {
            (coefficient / WORD, coefficient % WORD)
        };
        let digits = coefficient.checked_ilog10().map_or(1, |log| log as isize + 1);
        // SAFETY: the object is laid out so, or there would be no `Digits`; it is new, and nobody else has it.
        unsafe {
            let object = made.as_ptr().cast::<Object>();
            let words = &raw mut (*object).words;
            (&raw mut (*object).hash).write(-1);
            (&raw mut (*object).number).write(Number {
                flags: IN_PLACE | u8::from(mantissa < 0),
                exponent: -(value.scale() as isize),
                digits,
                length: if high == 0 { 1 } else { 2 },
                room: WORDS as isize,
                words: words.cast(),
            });
            // What one word takes fits 64 bits.
            words.write([low as u64, high as u64, 0, 0]);
        }
        Ok(made)
    }
}

/// Whether two decimals have the same fields, and each its words in itself.
///
/// # Safety
///
/// Both objects have the size of [`Object`].
unsafe fn same_fields(one: &Bound<'_, PyAny>, other: &Bound<'_, PyAny>) -> bool {
    let fields = |decimal: &Bound<'_, PyAny>| {
        // SAFETY: by the promise above every field lies in the object.
        unsafe {
            let object = decimal.as_ptr().cast::<Object>();
            let number = &raw const (*object).number;
            let own = (&raw mut (*object).words).cast::<u64>();
            let length = usize::try_from((*number).length).unwrap_or(0).min(2);
            let words = (*object).words;
            let fields = (
                (*number).flags,
                (*number).exponent,
                (*number).digits,
                (*number).length,
                (*number).room,
            );
            let used = [
                words.first().copied().filter(|_| length > 0),
                words.get(1).copied().filter(|_| length > 1),
            ];
            ((*object).hash, fields, (*number).words == own, used)
        }
    };
    let (one, other) = (fields(one), fields(other));
    one == other && one.2
}
