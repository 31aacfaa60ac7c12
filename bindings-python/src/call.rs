//! How Python calls: methods and functions that get their keywords as they lie on the interpreter's stack, without a dict
//! in between, and answer from there.

#![expect(
    unsafe_code,
    reason = "the interpreter's quick call is a C function with pointers to what was given"
)]

use std::ffi::{CStr, CString, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyType};
use pyo3::{Borrowed, PyClass, ffi};
use ratebook::{Code, Error};

use crate::errors::raise;
use crate::keywords::Keywords;

/// An operation that is asked of a handle.
pub(crate) trait Asked {
    /// The class of the handle.
    type Class: PyClass<Frozen = pyo3::pyclass::boolean_struct::True> + Sync;
    /// Its name, and the name of its twin for JSON text.
    const NAMES: [&'static CStr; 2];
    /// Its signature and what it does.
    const DOC: &'static CStr;

    fn ask<'py>(handle: &Self::Class, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>>;
    fn ask_json<'py>(handle: &Self::Class, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>>;
}

/// An operation that is a plain function.
pub(crate) trait Plain {
    /// Its name, and the name of its twin for JSON text.
    const NAMES: [&'static CStr; 2];
    /// Its signature and what it does.
    const DOC: &'static CStr;

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>>;
    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>>;
}

/// Adds an operation and its twin for JSON text to the class of its handle.
pub(crate) fn add_method<A: Asked>(class: &Bound<'_, PyType>) -> PyResult<()> {
    let [name, json_name] = A::NAMES;
    let json_doc = signature_of_twin(json_name, "$self, ");
    for (name, made) in [
        (name, keyword_method(name, A::DOC, method::<A>)),
        (json_name, text_method(json_name, &json_doc, method_json::<A>)),
    ] {
        // SAFETY: a live class, and a definition that lives as long as the process.
        let method = unsafe {
            let method = ffi::PyDescr_NewMethod(class.as_type_ptr(), made);
            Bound::from_owned_ptr_or_err(class.py(), method)?
        };
        class.setattr(name.to_string_lossy().as_ref(), method)?;
    }
    Ok(())
}

/// Adds an operation and its twin for JSON text to the module of its area.
pub(crate) fn add_function<P: Plain>(area: &Bound<'_, PyModule>) -> PyResult<()> {
    let [name, json_name] = P::NAMES;
    let json_doc = signature_of_twin(json_name, "");
    let module = area.name()?;
    for (name, made) in [
        (name, keyword_method(name, P::DOC, function::<P>)),
        (json_name, text_method(json_name, &json_doc, function_json::<P>)),
    ] {
        // SAFETY: a definition that lives as long as the process, and the live name of the module.
        let function = unsafe {
            let function = ffi::PyCFunction_NewEx(made, std::ptr::null_mut(), module.as_ptr());
            Bound::from_owned_ptr_or_err(area.py(), function)?
        };
        area.add(name.to_string_lossy().as_ref(), function)?;
    }
    Ok(())
}

fn signature_of_twin(name: &CStr, this: &str) -> CString {
    let name = name.to_string_lossy();
    let doc = format!("{name}({this}request, /)\n--\n\nThe same from JSON text to JSON text.");
    CString::new(doc).unwrap_or_default()
}

/// What Python keeps of a method for as long as the process lives.
fn kept(name: &'static CStr, doc: *const c_char, meth: ffi::PyMethodDefPointer, flags: i32) -> *mut ffi::PyMethodDef {
    Box::leak(Box::new(ffi::PyMethodDef {
        ml_name: name.as_ptr(),
        ml_meth: meth,
        ml_flags: flags,
        ml_doc: doc,
    }))
}

fn keyword_method(
    name: &'static CStr,
    doc: &'static CStr,
    function: ffi::PyCFunctionFastWithKeywords,
) -> *mut ffi::PyMethodDef {
    let meth = ffi::PyMethodDefPointer {
        PyCFunctionFastWithKeywords: function,
    };
    kept(name, doc.as_ptr(), meth, ffi::METH_FASTCALL | ffi::METH_KEYWORDS)
}

fn text_method(name: &'static CStr, doc: &CStr, function: ffi::PyCFunction) -> *mut ffi::PyMethodDef {
    let doc = Box::leak(doc.to_owned().into_boxed_c_str());
    let meth = ffi::PyMethodDefPointer { PyCFunction: function };
    kept(name, doc.as_ptr(), meth, ffi::METH_O)
}

unsafe extern "C" fn method<A: Asked>(
    this: *mut ffi::PyObject,
    given: *const *mut ffi::PyObject,
    count: ffi::Py_ssize_t,
    names: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    answered(|py| {
        // SAFETY: what the interpreter passes to a method of this kind.
        let (this, keywords) = unsafe { (Borrowed::from_ptr(py, this), Keywords::given(py, given, count, names)?) };
        A::ask(this.cast::<A::Class>()?.get(), keywords)
    })
}

unsafe extern "C" fn method_json<A: Asked>(
    this: *mut ffi::PyObject,
    request: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    answered(|py| {
        // SAFETY: two objects that the interpreter holds while the method runs.
        let (this, request) = unsafe { (Borrowed::from_ptr(py, this), Borrowed::from_ptr(py, request)) };
        A::ask_json(this.cast::<A::Class>()?.get(), &request).map(Bound::into_any)
    })
}

unsafe extern "C" fn function<P: Plain>(
    _: *mut ffi::PyObject,
    given: *const *mut ffi::PyObject,
    count: ffi::Py_ssize_t,
    names: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: what the interpreter passes to a function of this kind.
    answered(|py| P::ask(unsafe { Keywords::given(py, given, count, names)? }))
}

unsafe extern "C" fn function_json<P: Plain>(_: *mut ffi::PyObject, request: *mut ffi::PyObject) -> *mut ffi::PyObject {
    answered(|py| {
        // SAFETY: an object that the interpreter holds while the function runs.
        let request: Borrowed<'_, '_, PyAny> = unsafe { Borrowed::from_ptr(py, request) };
        P::ask_json(&request).map(Bound::into_any)
    })
}

/// Runs the body of a call: what it gives, or null with its exception set. A defect stops the call and not the process.
fn answered(body: impl for<'py> FnOnce(Python<'py>) -> PyResult<Bound<'py, PyAny>>) -> *mut ffi::PyObject {
    Python::attach(|py| {
        let error = match catch_unwind(AssertUnwindSafe(|| body(py))) {
            Ok(Ok(answer)) => return answer.into_ptr(),
            Ok(Err(error)) => error,
            Err(_) => {
                let message = "a defect in ratebook itself stopped this call; please report it with the input";
                raise(py, &Error::new(Code::EngineDefect, "", message))
            }
        };
        error.restore(py);
        std::ptr::null_mut()
    })
}
