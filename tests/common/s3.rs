//! A server that speaks S3, on loopback in this process (s3s-fs), and a line to it that counts and can be cut.

#![allow(dead_code, reason = "each test file uses its part")]

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use witnessmark::exchange::team::{Address, Credentials};

pub const BUCKET: &str = "team";

/// The credentials that the server wants.
pub fn credentials() -> Credentials {
    Credentials {
        key_id: "WITNESSMARKTEST".to_owned(),
        secret: "not-a-secret".to_owned().into(),
    }
}

/// Starts a server that keeps its objects in `root`. It goes on until the process ends.
pub fn serve(root: &Path) -> SocketAddr {
    std::fs::create_dir_all(root.join(BUCKET)).unwrap();
    let files = s3s_fs::FileSystem::new(root).unwrap();
    let mut service = S3ServiceBuilder::new(files);
    let known = credentials();
    service.set_auth(SimpleAuth::from_single(known.key_id, known.secret.as_str()));
    let service = service.build();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    listener.set_nonblocking(true).unwrap();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            loop {
                let Ok((socket, _)) = listener.accept().await else {
                    continue;
                };
                let service = service.clone();
                tokio::spawn(async move {
                    let _ = Builder::new(TokioExecutor::new())
                        .serve_connection(TokioIo::new(socket), service)
                        .await;
                });
            }
        });
    });
    address
}

/// The store in the server's bucket, as it is reached at `server`.
pub fn address(server: SocketAddr) -> Address {
    Address {
        place: format!("s3://{BUCKET}/case"),
        endpoint: Some(format!("http://{server}")),
        region: None,
    }
}

/// A line to a server, which counts what goes over it and can be cut.
pub struct Line {
    pub address: SocketAddr,
    sent: Arc<AtomicU64>,
    received: Arc<AtomicU64>,
    cut_after: Arc<AtomicU64>,
    is_cut: Arc<AtomicBool>,
}

impl Line {
    pub fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let line = Self {
            address: listener.local_addr().unwrap(),
            sent: Arc::default(),
            received: Arc::default(),
            cut_after: Arc::new(AtomicU64::new(u64::MAX)),
            is_cut: Arc::default(),
        };
        let (sent, received) = (line.sent.clone(), line.received.clone());
        let (cut_after, is_cut) = (line.cut_after.clone(), line.is_cut.clone());
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let Ok(client) = client else { continue };
                if is_cut.load(Ordering::SeqCst) {
                    continue;
                }
                let Ok(server) = TcpStream::connect(server) else {
                    continue;
                };
                let (back, forth) = (client.try_clone().unwrap(), server.try_clone().unwrap());
                for (from, to, count) in [(client, forth, sent.clone()), (server, back, received.clone())] {
                    let (cut_after, is_cut) = (cut_after.clone(), is_cut.clone());
                    std::thread::spawn(move || carry(from, to, &count, &cut_after, &is_cut));
                }
            }
        });
        line
    }

    /// Cuts the line after so many more bytes in both directions together.
    pub fn cut_after(&self, bytes: u64) {
        self.cut_after.store(bytes, Ordering::SeqCst);
    }

    pub fn mend(&self) {
        self.cut_after.store(u64::MAX, Ordering::SeqCst);
        self.is_cut.store(false, Ordering::SeqCst);
    }

    pub fn is_cut(&self) -> bool {
        self.is_cut.load(Ordering::SeqCst)
    }

    /// The bytes that went over it since the last time, there and back, with all that HTTP needs.
    pub fn take_counts(&self) -> (u64, u64) {
        (
            self.sent.swap(0, Ordering::SeqCst),
            self.received.swap(0, Ordering::SeqCst),
        )
    }
}

fn carry(mut from: TcpStream, mut to: TcpStream, count: &AtomicU64, left: &AtomicU64, is_cut: &AtomicBool) {
    let mut part = [0; 16 << 10];
    while let Ok(length @ 1..) = from.read(&mut part) {
        let bytes = length as u64;
        let fits = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(bytes));
        if fits.is_err() {
            is_cut.store(true, Ordering::SeqCst);
        }
        if is_cut.load(Ordering::SeqCst) || to.write_all(&part[..length]).is_err() {
            break;
        }
        count.fetch_add(bytes, Ordering::SeqCst);
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
