//! Asking core: native values or JSON in, native values or JSON out, the GIL released where it pays.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyDict, PyList, PyString, PyTuple};
use ratebook::api::{Handle, Wire, single_texts};
use ratebook::form::{self, Family, Limits};
use ratebook::{Code, Error};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::errors::{raise, refuse};
use crate::explain::{self, Refusal, type_name};
use crate::fork;
use crate::give::give;
use crate::keywords::Keywords;
use crate::native::{half_a_character, text_of};
use crate::take::{take, take_keywords};

/// A request in keyword arguments, and what Python raised while it was read or answered.
pub(crate) struct Native<'a, 'py> {
    request: Request<'a, 'py>,
    raised: Option<PyErr>,
}

#[derive(Clone, Copy)]
enum Request<'a, 'py> {
    Keywords(Keywords<'a, 'py>),
    Dict(&'a Bound<'py, PyDict>),
}

impl<'py> Request<'_, 'py> {
    fn py(self) -> Python<'py> {
        match self {
            Request::Keywords(keywords) => keywords.py(),
            Request::Dict(dict) => dict.py(),
        }
    }

    fn to_dict(self) -> PyResult<Bound<'py, PyDict>> {
        match self {
            Request::Keywords(keywords) => keywords.to_dict(),
            Request::Dict(dict) => Ok(dict.clone()),
        }
    }
}

impl<'a, 'py> Native<'a, 'py> {
    fn new(request: Request<'a, 'py>) -> Self {
        Native { request, raised: None }
    }

    /// Core only learns that it cannot go on; the exception itself is kept aside.
    fn stop(&mut self, error: PyErr) -> Error {
        self.raised = Some(error);
        Error::new(Code::RequestType, "", "an exception was raised")
    }

    /// Everything that is wrong with a request that could not be read.
    #[cold]
    fn explained<T: DeserializeOwned + Limits>(&mut self) -> ratebook::Result<T> {
        let request = self.request.to_dict().map_err(|error| self.stop(error))?;
        explain::read(request.as_any(), Family::Request).map_err(|refusal| match refusal {
            Refusal::Core(error) => error,
            Refusal::Python(error) => self.stop(error),
        })
    }

    /// The entries of the request's only field, a list; none when it is no such request.
    fn entries(&self, list: &str) -> Option<Vec<Bound<'py, PyAny>>> {
        let request = self.request.to_dict().ok()?;
        let entries = request.get_item(list).ok()??;
        let is_list = entries.is_instance_of::<PyList>() || entries.is_instance_of::<PyTuple>();
        if !is_list || self.raised.is_some() || request.len() != 1 {
            return None;
        }
        entries.try_iter().ok()?.collect::<PyResult<_>>().ok()
    }
}

impl<'py> Wire for Native<'_, 'py> {
    type Answer = Bound<'py, PyAny>;

    fn take<T: DeserializeOwned + Limits>(&mut self) -> ratebook::Result<T> {
        let read = match self.request {
            Request::Keywords(keywords) => take_keywords(keywords),
            Request::Dict(dict) => take(dict.as_any()),
        };
        read.or_else(|_| self.explained())
    }

    fn take_each<T: DeserializeOwned + Limits>(&mut self, list: &str) -> Option<Vec<ratebook::Result<T>>> {
        let py = self.request.py();
        let mut read = Vec::new();
        for entry in self.entries(list)? {
            let request = PyDict::new(py);
            request.set_item(list, (entry,)).ok()?;
            let mut single = Native::new(Request::Dict(&request));
            read.push(single.take());
            if single.raised.is_some() {
                self.raised = single.raised;
                return None;
            }
        }
        Some(read)
    }

    fn give<T: Serialize>(&mut self, answer: &T) -> ratebook::Result<Bound<'py, PyAny>> {
        give(self.request.py(), answer).map_err(|error| self.stop(error))
    }
}

/// The same for work that takes long: held by a thread that has let go of the GIL, and takes it back to read and answer.
pub(crate) struct Detached<'a> {
    request: &'a Py<PyDict>,
    raised: Option<PyErr>,
}

impl Wire for Detached<'_> {
    type Answer = Py<PyAny>;

    fn take<T: DeserializeOwned + Limits>(&mut self) -> ratebook::Result<T> {
        Python::attach(|py| {
            let mut native = Native::new(Request::Dict(self.request.bind(py)));
            let taken = native.take();
            self.raised = native.raised;
            taken
        })
    }

    fn take_each<T: DeserializeOwned + Limits>(&mut self, list: &str) -> Option<Vec<ratebook::Result<T>>> {
        Python::attach(|py| {
            let mut native = Native::new(Request::Dict(self.request.bind(py)));
            native.raised = self.raised.take();
            let taken = native.take_each(list);
            self.raised = native.raised;
            taken
        })
    }

    fn give<T: Serialize>(&mut self, answer: &T) -> ratebook::Result<Py<PyAny>> {
        Python::attach(|py| {
            let mut native = Native::new(Request::Dict(self.request.bind(py)));
            let given = native.give(answer).map(Bound::unbind);
            self.raised = native.raised;
            given
        })
    }
}

/// A request and its answer as JSON text.
pub(crate) struct Json<'t> {
    request: &'t [u8],
}

impl Wire for Json<'_> {
    type Answer = Vec<u8>;

    fn take<T: DeserializeOwned + Limits>(&mut self) -> ratebook::Result<T> {
        form::read_text(self.request, Family::Request)
    }

    fn take_each<T: DeserializeOwned + Limits>(&mut self, list: &str) -> Option<Vec<ratebook::Result<T>>> {
        let texts = single_texts(self.request, list)?;
        let read = |text: &String| {
            Json {
                request: text.as_bytes(),
            }
            .take()
        };
        Some(texts.iter().map(read).collect())
    }

    fn give<T: Serialize>(&mut self, answer: &T) -> ratebook::Result<Vec<u8>> {
        serde_json::to_vec(answer).map_err(|error| Error::new(Code::RequestType, "", error.to_string()))
    }
}

/// Asks with native values.
#[inline]
pub(crate) fn ask<'py>(
    keywords: Keywords<'_, 'py>,
    operation: impl FnOnce(&mut Native<'_, 'py>) -> ratebook::Result<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    let mut wire = Native::new(Request::Keywords(keywords));
    let answer = operation(&mut wire);
    answer.map_err(|error| wire.raised.take().unwrap_or_else(|| raise(keywords.py(), &error)))
}

/// Asks with native values for something that takes long: other threads run meanwhile.
pub(crate) fn ask_detached<'py>(
    keywords: Keywords<'_, 'py>,
    operation: impl FnOnce(&mut Detached<'_>) -> ratebook::Result<Py<PyAny>> + Send,
) -> PyResult<Bound<'py, PyAny>> {
    let py = keywords.py();
    let request = keywords.to_dict()?.unbind();
    let (answer, raised) = fork::away(py, || {
        let mut wire = Detached {
            request: &request,
            raised: None,
        };
        (operation(&mut wire), wire.raised)
    });
    match answer {
        Ok(answer) => Ok(answer.into_bound(py)),
        Err(error) => Err(raised.unwrap_or_else(|| raise(py, &error))),
    }
}

/// Asks with JSON text, without the GIL.
pub(crate) fn ask_json<'py>(
    request: &Bound<'py, PyAny>,
    operation: impl FnOnce(&mut Json<'_>) -> ratebook::Result<Vec<u8>> + Send,
) -> PyResult<Bound<'py, PyBytes>> {
    let py = request.py();
    let text = given_text(request)?;
    let answer = fork::away(py, || operation(&mut Json { request: &text }));
    answer
        .map(|answer| PyBytes::new(py, &answer))
        .map_err(|error| raise(py, &error))
}

fn given_text(request: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    let text = json_text(request, Family::Request).map_err(|refusal| refuse(request.py(), refusal))?;
    text.ok_or_else(|| {
        let given = type_name(request);
        PyTypeError::new_err(format!("the request is JSON text or bytes, not `{given}`"))
    })
}

/// JSON in a `str`, `bytes` or `bytearray`; nothing for a value of another type.
fn json_text(value: &Bound<'_, PyAny>, family: Family) -> Result<Option<Vec<u8>>, Refusal> {
    if let Ok(text) = value.cast::<PyString>() {
        // No character is shorter than a byte, so that a text too long is refused before it is copied.
        form::within_limit(text.len()?, family)?;
        return match text_of(text) {
            Ok(text) => Ok(Some(text.into_bytes())),
            Err(error) => {
                let (_, message) = half_a_character(value, error)?;
                let message = format!("the text cannot be read as JSON: {message}");
                Err(Error::new(family.not_json(), "", message).into())
            }
        };
    }
    if let Ok(bytes) = value.cast::<PyBytes>() {
        form::within_limit(bytes.as_bytes().len(), family)?;
        return Ok(Some(bytes.as_bytes().to_vec()));
    }
    if let Ok(bytes) = value.cast::<PyByteArray>() {
        form::within_limit(bytes.len(), family)?;
        return Ok(Some(bytes.to_vec()));
    }
    Ok(None)
}

/// A definition that was loaded, with its JSON text to pickle it by.
pub(crate) struct Held<H> {
    pub(crate) handle: H,
    text: Vec<u8>,
}

impl<H: Handle + Send> Held<H> {
    /// Loads a definition from a dict, JSON text or bytes.
    pub(crate) fn load(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = definition.py();
        let loaded = json_text(definition, Family::Definition).and_then(|text| match text {
            Some(text) => fork::away(py, || Held::load_text(text)).map_err(Refusal::Core),
            None => Held::load_value(definition),
        });
        loaded.map_err(|refusal| refuse(py, refusal))
    }

    fn load_text(text: Vec<u8>) -> ratebook::Result<Self> {
        form::within_limit(text.len(), Family::Definition)?;
        let text = form::unpack(&text, Family::Definition)?.into_owned();
        H::of_text(&text).map(|handle| Held { handle, text })
    }

    fn load_value(definition: &Bound<'_, PyAny>) -> Result<Self, Refusal> {
        let written = explain::write::<H::Definition>(definition, Family::Definition)?;
        let text = serde_json::to_vec(&written.value)
            .map_err(|error| Error::new(Code::DefinitionType, "", error.to_string()))?;
        let handle = fork::away(definition.py(), || H::of_value(written.value.clone()));
        let handle = written.overlay(handle)?;
        Ok(Held { handle, text })
    }

    /// The definition as JSON text, which is also what pickles it: of what can change, as it is now.
    pub(crate) fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        let now = self.handle.now().and_then(|now| serde_json::to_vec(&now).ok());
        PyBytes::new(py, now.as_deref().unwrap_or(&self.text))
    }
}
