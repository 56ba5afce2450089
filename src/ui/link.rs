//! How views ask the case: questions go to a reader thread, answers come back between frames.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::thread::JoinHandle;

use crossbeam_channel::{Receiver, Sender, TryRecvError, bounded, unbounded};

use crate::case::{CaseError, Reader};
use crate::text::{self, Language};

/// Says whether the disk could not be reached.
type Question = Box<dyn FnOnce(&Reader) -> bool + Send>;

enum Message {
    Ask(Question),
    Stop,
}

/// The way to the open case's readers. Cheap to clone.
#[derive(Clone)]
pub struct CaseLink {
    questions: Sender<Message>,
    generation: Arc<AtomicU64>,
    open_questions: Arc<AtomicUsize>,
    damaged: Arc<AtomicBool>,
    ctx: egui::Context,
}

/// The threads that answer questions.
pub struct Readers(Vec<JoinHandle<()>>);

impl Readers {
    /// Answers what was asked before, then closes the connections; later questions stay unanswered.
    pub fn stop(self, link: &CaseLink) {
        for _ in &self.0 {
            let _ = link.questions.send(Message::Stop);
        }
        for thread in self.0 {
            let _ = thread.join();
        }
    }
}

/// A question's answer on its way.
pub struct Answer<T>(Receiver<Result<T, CaseError>>);

impl<T> Answer<T> {
    /// The answer, once it is there; else itself, to be asked again. A question that broke off is refused as one to a closed
    /// case.
    ///
    /// # Errors
    /// Itself, while the answer is on its way.
    pub fn take(self) -> Result<Result<T, CaseError>, Self> {
        match self.0.try_recv() {
            Ok(answer) => Ok(answer),
            Err(TryRecvError::Empty) => Err(self),
            Err(TryRecvError::Disconnected) => Ok(Err(CaseError::Closed)),
        }
    }

    /// Waits for the answer. Not in a frame.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn wait(self) -> Result<T, CaseError> {
        self.0.recv().unwrap_or(Err(CaseError::Closed))
    }
}

impl CaseLink {
    /// Starts a thread for each reader, which answers questions until [`Readers::stop`]. Gives the link and what
    /// to wait for until their connections are closed.
    #[must_use]
    pub fn new(readers: Vec<Reader>, ctx: egui::Context) -> (Self, Readers) {
        let (questions, asked) = unbounded::<Message>();
        let threads = readers
            .into_iter()
            .map(|mut reader| {
                let asked = asked.clone();
                std::thread::spawn(move || {
                    for message in asked {
                        match message {
                            Message::Ask(question) => {
                                if question(&reader) {
                                    // Tried again with the next question if the disk is still away.
                                    let _ = reader.reconnect();
                                }
                            }
                            Message::Stop => break,
                        }
                    }
                })
            })
            .collect();
        let link = Self {
            questions,
            generation: Arc::default(),
            open_questions: Arc::default(),
            damaged: Arc::default(),
            ctx,
        };
        (link, Readers(threads))
    }

    /// Asks the case. The closure runs on a reader thread; a panic in it is an unanswered question and no more.
    pub fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Reader) -> Result<T, CaseError> + Send + 'static,
    ) -> Answer<T> {
        let (send, receive) = bounded(1);
        let (ctx, open) = (self.ctx.clone(), self.open_questions.clone());
        let damaged = self.damaged.clone();
        open.fetch_add(1, Ordering::AcqRel);
        let sent = self.questions.send(Message::Ask(Box::new(move |reader| {
            let answer = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| question(reader)));
            let mut is_away = false;
            if let Ok(answer) = answer {
                if let Err(error) = &answer {
                    is_away = error.is_unreachable();
                    damaged.fetch_or(error.is_damage(), Ordering::AcqRel);
                }
                let _ = send.send(answer);
            }
            open.fetch_sub(1, Ordering::AcqRel);
            ctx.request_repaint();
            is_away
        })));
        if sent.is_err() {
            self.open_questions.fetch_sub(1, Ordering::AcqRel);
        }
        Answer(receive)
    }

    /// The window's context, to ask for a repaint from another thread.
    #[must_use]
    pub fn ctx(&self) -> &egui::Context {
        &self.ctx
    }

    /// Rises with every change to the case.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// Says that the case has changed: what views hold is asked for anew.
    pub fn changed(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
        self.ctx.request_repaint();
    }

    /// Whether an answer has shown that the file is damaged.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.damaged.load(Ordering::Acquire)
    }

    /// Remembers that the file is damaged.
    pub fn found_damage(&self) {
        self.damaged.store(true, Ordering::Release);
    }

    /// Whether every question has been answered.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.open_questions.load(Ordering::Acquire) == 0
    }
}

/// What an answer holds for: a state of the case, and the language that its words are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Edition {
    generation: u64,
    language: Language,
}

/// An answer that a view keeps: asked again when its key, the case or the language changes.
pub struct Remote<K, T> {
    value: Option<(K, Edition, T)>,
    pending: Option<(K, Edition, Answer<T>)>,
    error: Option<(K, Edition, String)>,
}

impl<K, T> Default for Remote<K, T> {
    fn default() -> Self {
        Self {
            value: None,
            pending: None,
            error: None,
        }
    }
}

impl<K: Clone + PartialEq, T: Send + 'static> Remote<K, T> {
    /// The answer to `question` for `key`: the newest there is, `None` while the first is on its way. After a
    /// change to the case the last answer stands until the new one arrives.
    pub fn get(
        &mut self,
        link: &CaseLink,
        key: K,
        question: impl FnOnce(&Reader) -> Result<T, CaseError> + Send + 'static,
    ) -> Option<&T> {
        let edition = Edition {
            generation: link.generation(),
            language: text::language(),
        };
        if let Some((asked, of, answer)) = self.pending.take() {
            match answer.0.try_recv() {
                Ok(Ok(value)) => {
                    self.error = None;
                    self.value = Some((asked, of, value));
                }
                Ok(Err(error)) => {
                    self.value = None;
                    self.error = Some((asked, of, error.to_string()));
                }
                Err(TryRecvError::Empty) => self.pending = Some((asked, of, answer)),
                Err(TryRecvError::Disconnected) => {}
            }
        }
        let is_current = |other: &K, of: Edition| *other == key && of == edition;
        let held = self
            .value
            .as_ref()
            .is_some_and(|(other, of, _)| is_current(other, *of));
        let asked = self
            .pending
            .as_ref()
            .is_some_and(|(other, of, _)| is_current(other, *of));
        let failed = self
            .error
            .as_ref()
            .is_some_and(|(other, of, _)| is_current(other, *of));
        if !held && !asked && !failed {
            self.pending = Some((key.clone(), edition, link.ask(question)));
        }
        self.value
            .as_ref()
            .filter(|(other, _, _)| *other == key)
            .map(|(_, _, value)| value)
    }

    /// The newest answer there is, to whichever question.
    #[must_use]
    pub fn held(&self) -> Option<&T> {
        self.value.as_ref().map(|(_, _, value)| value)
    }

    /// Whether the answer is of the case as it is now.
    #[must_use]
    pub fn is_current(&self, link: &CaseLink) -> bool {
        let generation = link.generation();
        self.value
            .as_ref()
            .is_some_and(|(_, of, _)| of.generation == generation)
    }

    /// Why there is no answer.
    #[must_use]
    pub fn error(&self) -> Option<&str> {
        self.error.as_ref().map(|(_, _, message)| message.as_str())
    }
}
