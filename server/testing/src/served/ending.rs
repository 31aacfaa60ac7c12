//! How a server of a test ends: as whoever runs it ends it, or whatever it is at.

use super::Served;

impl Served {
    /// Tells it to end, as whoever runs it does.
    pub fn told_to_end(&mut self) {
        let end = self.end.take().expect("a server that has not been told before");
        end.send(()).expect("a server");
    }

    /// Waits until it has ended by itself.
    pub fn until_ended(&mut self) {
        let thread = self.thread.take().expect("a server");
        thread.join().expect("an end");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
