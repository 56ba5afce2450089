//! The objects of a store, wherever it lies: written once, read with a limit, listed from where one stopped.

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::{Either, select};
use futures_util::{StreamExt, TryStreamExt, stream};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ClientOptions, ObjectStore, ObjectStoreExt, PutMode, PutOptions, RetryConfig};
use tokio::runtime::Runtime;

use super::TeamError;
use super::address::{Address, Credentials, Place};
use crate::case::CaseError;
use crate::job::Progress;
use crate::text::{t, tf};

/// How many objects are on their way at once.
const AT_ONCE: usize = 4;

/// What was sent and received, in bytes of objects.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Traffic {
    /// Sent.
    pub sent: u64,
    /// Received.
    pub received: u64,
}

pub(super) struct Objects {
    store: Arc<dyn ObjectStore>,
    /// `None` while it is dropped.
    runtime: Option<Runtime>,
    /// Who can stop what is waited for.
    progress: RefCell<Progress>,
    /// For people.
    name: String,
    is_folder: bool,
    traffic: Cell<Traffic>,
}

impl Objects {
    /// Opens the place. A folder is made only where a store is founded: a stick that is not plugged in is not an empty store.
    pub(super) fn open(
        address: &Address,
        credentials: Option<&Credentials>,
        is_new: bool,
    ) -> Result<Self, TeamError> {
        let failed = |reason: String| TeamError::Store {
            store: address.to_string(),
            reason,
        };
        let place = address.parse()?;
        let store: Arc<dyn ObjectStore> = match &place {
            Place::Folder(folder) => {
                if is_new {
                    std::fs::create_dir_all(folder).map_err(|error| failed(error.to_string()))?;
                } else if !std::path::Path::new(folder).is_dir() {
                    let said = [("store", address.to_string().into())];
                    return Err(TeamError::Refused(tf("team-none-there", &said)));
                }
                // Flushed before it counts as there: sticks are pulled out.
                let store =
                    LocalFileSystem::new_with_prefix(folder).map_err(|error| failed(short(&error)))?;
                Arc::new(store.with_fsync(true))
            }
            Place::Bucket { name, prefix } => {
                let Some(credentials) = credentials else {
                    return Err(TeamError::Refused(t("team-credentials-needed").to_owned()));
                };
                let store = bucket(address, name, credentials).map_err(|error| failed(short(&error)))?;
                match prefix.is_empty() {
                    true => Arc::new(store),
                    false => Arc::new(PrefixStore::new(store, *prefix)),
                }
            }
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| failed(error.to_string()))?;
        Ok(Self {
            store,
            runtime: Some(runtime),
            progress: RefCell::default(),
            name: address.to_string(),
            is_folder: matches!(place, Place::Folder(_)),
            traffic: Cell::default(),
        })
    }

    /// From here on `progress` can stop what is waited for, also where nothing comes over a line that is not cut.
    pub(super) fn watch(&self, progress: &Progress) {
        *self.progress.borrow_mut() = progress.clone();
    }

    /// Waits for `work`, or for somebody who stops it.
    fn wait<T>(&self, work: impl Future<Output = Result<T, TeamError>>) -> Result<T, TeamError> {
        let progress = self.progress.borrow().clone();
        let Some(runtime) = &self.runtime else {
            return Err(CaseError::Cancelled.into());
        };
        runtime.block_on(async {
            let stopped = async {
                while !progress.is_cancelled() {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            };
            match select(pin!(work), pin!(stopped)).await {
                Either::Left((done, _)) => done,
                Either::Right(_) => Err(CaseError::Cancelled.into()),
            }
        })
    }

    pub(super) fn traffic(&self) -> Traffic {
        self.traffic.get()
    }

    /// Writes an object unless one of its name is there. Says whether it was written.
    pub(super) fn put_new(&self, path: &str, bytes: Vec<u8>) -> Result<bool, TeamError> {
        self.wait(self.put(path, bytes))
    }

    /// The bytes of an object, `None` when there is none. One of more than `most` bytes is refused unread.
    pub(super) fn get(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, TeamError> {
        self.wait(self.fetch(path, most))
    }

    /// Writes many objects, several at once, each unless it is there: `make` gives the next one's path and bytes when it is
    /// its turn, and `done` hears of each that is there. Those whose size the store knows already are not sent.
    pub(super) fn put_many<T>(
        &self,
        items: impl IntoIterator<Item = T>,
        path: impl Fn(&T) -> String,
        make: impl Fn(&T) -> Result<Option<Vec<u8>>, TeamError>,
        mut done: impl FnMut(T) -> Result<(), TeamError>,
    ) -> Result<(), TeamError> {
        let (path, make) = (&path, &make);
        let puts = items.into_iter().map(|item| async move {
            let path = path(&item);
            if self.size(&path).await?.is_none() {
                match make(&item)? {
                    Some(bytes) => self.put(&path, bytes).await?,
                    None => return Ok(None),
                };
            }
            Ok::<_, TeamError>(Some(item))
        });
        self.wait(async {
            let mut puts = stream::iter(puts).buffer_unordered(AT_ONCE);
            while let Some(put) = puts.next().await {
                if let Some(item) = put? {
                    done(item)?;
                }
            }
            Ok(())
        })
    }

    /// Reads many objects, several at once; `take` gets each with its bytes, `None` when it is not there.
    pub(super) fn get_many<T>(
        &self,
        items: impl IntoIterator<Item = T>,
        path: impl Fn(&T) -> (String, u64),
        mut take: impl FnMut(T, Option<Vec<u8>>) -> Result<(), TeamError>,
    ) -> Result<(), TeamError> {
        let path = &path;
        let gets = items.into_iter().map(|item| async move {
            let (path, most) = path(&item);
            let bytes = self.fetch(&path, most).await?;
            Ok::<_, TeamError>((item, bytes))
        });
        self.wait(async {
            let mut gets = stream::iter(gets).buffer_unordered(AT_ONCE);
            while let Some(got) = gets.next().await {
                let (item, bytes) = got?;
                take(item, bytes)?;
            }
            Ok(())
        })
    }

    /// The names of the folders in `prefix`.
    pub(super) fn folders(&self, prefix: &str) -> Result<Vec<String>, TeamError> {
        let listed = self.wait(async {
            let listed = self.store.list_with_delimiter(Some(&Path::from(prefix))).await;
            listed.map_err(|error| self.failed(&error))
        })?;
        let folders = listed.common_prefixes.iter();
        let mut names: Vec<String> = folders
            .filter_map(|folder| folder.filename().map(str::to_owned))
            .collect();
        names.sort();
        Ok(names)
    }

    /// The names and sizes of the objects in `prefix` that come after `offset`, in order.
    pub(super) fn after(&self, prefix: &str, offset: &str) -> Result<Vec<(String, u64)>, TeamError> {
        let (folder, offset) = (Path::from(prefix), Path::from(format!("{prefix}/{offset}")));
        let mut listed: Vec<(String, u64)> = self.wait(async {
            let objects = self.store.list_with_offset(Some(&folder), &offset);
            objects
                .try_filter_map(|object| async move {
                    let name = object.location.filename().map(str::to_owned);
                    Ok(name.map(|name| (name, object.size)))
                })
                .try_collect()
                .await
                .map_err(|error| self.failed(&error))
        })?;
        listed.sort();
        Ok(listed)
    }

    /// Every object in `prefix`: its path and size.
    pub(super) fn all(&self, prefix: &str) -> Result<Vec<(String, u64)>, TeamError> {
        self.wait(async {
            self.store
                .list(Some(&Path::from(prefix)))
                .map_ok(|object| (object.location.to_string(), object.size))
                .try_collect()
                .await
                .map_err(|error| self.failed(&error))
        })
    }

    async fn size(&self, path: &str) -> Result<Option<u64>, TeamError> {
        match self.store.head(&Path::from(path)).await {
            Ok(meta) => Ok(Some(meta.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.failed(&error)),
        }
    }

    async fn put(&self, path: &str, bytes: Vec<u8>) -> Result<bool, TeamError> {
        let (path, length) = (Path::from(path), bytes.len() as u64);
        let payload = object_store::PutPayload::from(bytes);
        let options = PutOptions::from(PutMode::Create);
        let mut put = self.store.put_opts(&path, payload.clone(), options).await;
        if self.is_folder && matches!(&put, Err(error) if !is_there(error)) {
            // Sticks as they are sold (FAT, exFAT) have no hard links, by which a file is made only if none is there.
            put = match self.store.head(&path).await {
                Err(object_store::Error::NotFound { .. }) => self.store.put(&path, payload).await,
                Ok(_) => return Ok(false),
                Err(error) => Err(error),
            };
        }
        match put {
            Ok(_) => {
                self.count(length, 0);
                Ok(true)
            }
            Err(error) if is_there(&error) => Ok(false),
            Err(error) => Err(self.failed(&error)),
        }
    }

    async fn fetch(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, TeamError> {
        let found = match self.store.get(&Path::from(path)).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(self.failed(&error)),
        };
        if found.meta.size > most {
            let said = [("object", path.into()), ("most", most.into())];
            return Err(self.refused(tf("team-object-too-large", &said)));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(found.meta.size).unwrap_or(0));
        let mut parts = found.into_stream();
        while let Some(part) = parts.next().await {
            let part = part.map_err(|error| self.failed(&error))?;
            bytes.extend_from_slice(&part);
            // What a service says of the size binds nobody.
            if bytes.len() as u64 > most {
                let said = [("object", path.into()), ("most", most.into())];
                return Err(self.refused(tf("team-object-too-large", &said)));
            }
        }
        self.count(0, bytes.len() as u64);
        Ok(Some(bytes))
    }

    fn count(&self, sent: u64, received: u64) {
        let traffic = self.traffic.get();
        self.traffic.set(Traffic {
            sent: traffic.sent + sent,
            received: traffic.received + received,
        });
    }

    fn failed(&self, error: &object_store::Error) -> TeamError {
        self.refused(short(error))
    }

    fn refused(&self, reason: String) -> TeamError {
        TeamError::Store {
            store: self.name.clone(),
            reason,
        }
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // A file that does not answer, as on a share that is gone, holds up nobody.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn is_there(error: &object_store::Error) -> bool {
    use object_store::Error;
    matches!(error, Error::AlreadyExists { .. } | Error::Precondition { .. })
}

/// What lies at the bottom of an error, which is what a person can do something about.
fn short(error: &dyn std::error::Error) -> String {
    let mut deepest = error;
    while let Some(source) = deepest.source() {
        deepest = source;
    }
    let (whole, deepest) = (error.to_string(), deepest.to_string());
    match whole.contains(&deepest) {
        true => whole,
        false => format!("{whole}: {deepest}"),
    }
}

fn bucket(
    address: &Address,
    name: &str,
    credentials: &Credentials,
) -> object_store::Result<object_store::aws::AmazonS3> {
    // The library of TLS wants its cryptography named once in a process; the second time says that it was.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(name)
        .with_access_key_id(&credentials.key_id)
        .with_secret_access_key(credentials.secret.as_str())
        .with_region(address.region.as_deref().unwrap_or("us-east-1"))
        .with_retry(RetryConfig {
            max_retries: 6,
            retry_timeout: Duration::from_secs(120),
            ..RetryConfig::default()
        });
    if let Some(endpoint) = &address.endpoint {
        builder = builder.with_endpoint(endpoint);
    }
    let is_plain = address
        .endpoint
        .as_deref()
        .is_some_and(|endpoint| endpoint.starts_with("http://"));
    // A large photo over a slow line takes as long as it takes; a line that is cut is noticed by the connection.
    let options = ClientOptions::new()
        .with_timeout_disabled()
        .with_connect_timeout(Duration::from_secs(15))
        .with_allow_http(is_plain);
    builder.with_client_options(options).build()
}
