//! stub
#[derive(Default)]
pub struct Limits {}
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}
pub fn decode(bytes: &[u8], _l: &Limits) -> Result<Picture, String> {
    let i = image::load_from_memory(bytes)
        .map_err(|e| e.to_string())?
        .to_rgba8();
    Ok(Picture {
        width: i.width(),
        height: i.height(),
        rgba: i.into_raw(),
    })
}
