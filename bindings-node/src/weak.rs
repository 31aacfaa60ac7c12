//! An object of JavaScript that may be collected, and whether it was.

#![expect(
    unsafe_code,
    reason = "Node-API has weak references, and napi-rs has no safe face of them"
)]

use std::ptr::null_mut;

use napi::bindgen_prelude::{JsValue, Object};
use napi::{Env, Error, Result, Status, sys};

/// A weak reference, of the thread that made it.
pub(crate) struct Weak(sys::napi_ref);

fn checked(status: sys::napi_status, what: &str) -> Result<()> {
    match Status::from(status) {
        Status::Ok => Ok(()),
        failed => Err(Error::new(failed, what.to_owned())),
    }
}

impl Weak {
    pub(crate) fn new(env: Env, object: &Object<'_>) -> Result<Self> {
        let mut made = null_mut();
        // SAFETY: a live object of this environment, and a place for the reference; none is counted, so it is weak.
        let status = unsafe { sys::napi_create_reference(env.raw(), object.raw(), 0, &raw mut made) };
        checked(status, "no weak reference")?;
        Ok(Weak(made))
    }

    /// Whether V8 has collected it.
    pub(crate) fn is_gone(&self, env: Env) -> bool {
        let (mut scope, mut object) = (null_mut(), null_mut());
        // SAFETY: a reference of this environment that is not deleted yet, on its own thread. The scope ends what is fetched at once: many
        // are looked at in a row, and each would live until the call returns.
        unsafe {
            if sys::napi_open_handle_scope(env.raw(), &raw mut scope) != sys::Status::napi_ok {
                return false;
            }
            let status = sys::napi_get_reference_value(env.raw(), self.0, &raw mut object);
            let gone = status == sys::Status::napi_ok && object.is_null();
            sys::napi_close_handle_scope(env.raw(), scope);
            gone
        }
    }

    /// Deletes the reference.
    pub(crate) fn forget(self, env: Env) {
        // SAFETY: a reference of this environment, which nobody else has.
        unsafe { sys::napi_delete_reference(env.raw(), self.0) };
    }
}
