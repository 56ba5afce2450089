//! The viewer in the window, driven by keys and names of controls.

mod compare;
mod look;
mod measure;
mod redact;
mod slideshow;
mod window;
