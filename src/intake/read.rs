//! stub
use std::path::*;
pub struct Refusal {
    pub name: String,
    pub reason: String,
}
pub struct F;
impl F {
    pub fn name(&self) -> &'static str {
        "JPEG"
    }
}
pub struct Facts {
    pub format: F,
    pub display_width: u32,
    pub display_height: u32,
}
pub struct Previews {
    pub small: Vec<u8>,
    pub large: Vec<u8>,
}
pub struct Examined {
    pub sha256: [u8; 32],
    pub facts: Facts,
    pub previews: Result<Previews, String>,
}
pub fn examine(_n: &str, b: &[u8]) -> Result<Examined, Refusal> {
    let p = super::decode::decode(b, &Default::default()).map_err(|e| Refusal {
        name: _n.into(),
        reason: e,
    })?;
    Ok(Examined {
        sha256: crate::case::sha256(b).0,
        facts: Facts {
            format: F,
            display_width: p.width,
            display_height: p.height,
        },
        previews: Ok(Previews {
            small: b.to_vec(),
            large: b.to_vec(),
        }),
    })
}
pub fn expand(p: &[PathBuf]) -> (Vec<PathBuf>, Vec<Refusal>) {
    (
        p.iter()
            .flat_map(|p| {
                walkdir::WalkDir::new(p)
                    .into_iter()
                    .flatten()
                    .filter(|e| e.file_type().is_file())
                    .map(|e| e.into_path())
            })
            .collect(),
        vec![],
    )
}
pub fn read_file(p: &Path) -> Result<Vec<u8>, Refusal> {
    std::fs::read(p).map_err(|e| Refusal {
        name: String::new(),
        reason: e.to_string(),
    })
}
