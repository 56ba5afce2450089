//! stub
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    earliest: Date,
    latest: Date,
}
impl Interval {
    pub fn new(a: Date, b: Date) -> Result<Self, ()> {
        if a <= b {
            Ok(Self {
                earliest: a,
                latest: b,
            })
        } else {
            Err(())
        }
    }
    pub fn earliest(&self) -> Date {
        self.earliest
    }
    pub fn latest(&self) -> Date {
        self.latest
    }
}
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Edtf(String);
pub struct Bounds {
    pub earliest: Option<Date>,
    pub latest: Option<Date>,
}
impl Edtf {
    pub fn parse(s: &str) -> Result<Self, String> {
        Ok(Self(s.into()))
    }
    pub fn bounds(&self) -> Bounds {
        let d = self.0.parse().ok();
        Bounds {
            earliest: d,
            latest: d,
        }
    }
}
impl std::fmt::Display for Edtf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
