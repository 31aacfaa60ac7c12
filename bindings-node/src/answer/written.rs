use super::Unpackable;
use super::shapes::Shapes;

/// What a word is, in its lowest bits; the others hold a number.
pub(super) const TEXT: u32 = 0;
pub(super) const WHOLE: u32 = 1;
pub(super) const OBJECT: u32 = 2;
pub(super) const LIST: u32 = 3;
pub(super) const MAP: u32 = 4;
pub(super) const NULL: u32 = 5;
pub(super) const FALSE: u32 = 6;
pub(super) const TRUE: u32 = 7;
/// Two more words hold it.
const NUMBER: u32 = 8;
const KIND_BITS: u32 = 4;

/// The words before the first value: how many there are with these, how long the texts are in bytes, and whether they are ASCII.
const HEAD: usize = 3;

#[derive(Default)]
pub(super) struct Written {
    words: Vec<u32>,
    texts: String,
    is_ascii: bool,
    most_bytes: usize,
    pub(super) shapes: Shapes,
}

impl Written {
    pub(super) fn begin(&mut self, most_bytes: usize) {
        self.most_bytes = most_bytes;
        self.words.clear();
        self.words.resize(HEAD, 0);
        self.texts.clear();
        self.is_ascii = true;
    }

    pub(super) fn words(&self) -> usize {
        self.words.len()
    }

    /// Makes a name of the value that stands there: numbers are text as names.
    pub(super) fn make_name(&mut self, at: usize) -> Result<(), Unpackable> {
        let kind = |word: &u32| word & !(!0 << KIND_BITS);
        match self.words.get(at..) {
            Some([word]) if kind(word) == TEXT => Ok(()),
            Some([word]) if kind(word) == WHOLE => {
                let number = word.cast_signed() >> KIND_BITS;
                self.words.truncate(at);
                self.text(&number.to_string())
            }
            _ => Err(Unpackable),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.words.len() * size_of::<u32>() + self.texts.len()
    }

    pub(super) fn copy_to(&mut self, room: &mut [u8]) {
        let head = [self.words.len(), self.texts.len(), usize::from(self.is_ascii)];
        for (word, own) in self.words.iter_mut().zip(head) {
            *word = u32::try_from(own).unwrap_or(0);
        }
        let (words, texts) = room.split_at_mut(room.len().min(self.words.len() * size_of::<u32>()));
        for (place, word) in words.chunks_exact_mut(size_of::<u32>()).zip(&self.words) {
            place.copy_from_slice(&word.to_ne_bytes());
        }
        if let Some(place) = texts.get_mut(..self.texts.len()) {
            place.copy_from_slice(self.texts.as_bytes());
        }
    }

    pub(super) fn word(&mut self, kind: u32, number: usize) -> Result<(), Unpackable> {
        let at = self.reserve()?;
        self.set(at, kind, number)
    }

    /// Makes room for a word, whose number is known later.
    pub(super) fn reserve(&mut self) -> Result<usize, Unpackable> {
        let at = self.words.len();
        if self.bytes() > self.most_bytes {
            return Err(Unpackable);
        }
        self.words.push(0);
        Ok(at)
    }

    pub(super) fn set(&mut self, at: usize, kind: u32, number: usize) -> Result<(), Unpackable> {
        let number = u32::try_from(number)
            .ok()
            .filter(|number| number >> (u32::BITS - KIND_BITS) == 0);
        let place = self.words.get_mut(at).ok_or(Unpackable)?;
        *place = number.ok_or(Unpackable)? << KIND_BITS | kind;
        Ok(())
    }

    pub(super) fn text(&mut self, text: &str) -> Result<(), Unpackable> {
        if self.bytes() + text.len() > self.most_bytes {
            return Err(Unpackable);
        }
        // JavaScript counts in the units of UTF-16.
        let length = if text.is_ascii() {
            text.len()
        } else {
            self.is_ascii = false;
            text.encode_utf16().count()
        };
        self.word(TEXT, length)?;
        self.texts.push_str(text);
        Ok(())
    }

    pub(super) fn whole(&mut self, number: i64) -> Result<(), Unpackable> {
        match i32::try_from(number) {
            Ok(small) if small << KIND_BITS >> KIND_BITS == small => {
                let at = self.reserve()?;
                let place = self.words.get_mut(at).ok_or(Unpackable)?;
                *place = (small << KIND_BITS).cast_unsigned() | WHOLE;
                Ok(())
            }
            _ => self.number(number as f64),
        }
    }

    pub(super) fn number(&mut self, number: f64) -> Result<(), Unpackable> {
        // As JSON has it, which knows no others.
        if !number.is_finite() {
            return self.word(NULL, 0);
        }
        self.word(NUMBER, 0)?;
        let [a, b, c, d, e, f, g, h] = number.to_ne_bytes();
        let halves = [u32::from_ne_bytes([a, b, c, d]), u32::from_ne_bytes([e, f, g, h])];
        self.words.extend(halves);
        Ok(())
    }
}
