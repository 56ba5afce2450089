//! The same mark in the other cases of this laptop: looked for when somebody asks, for each case must be opened and read.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crossbeam_channel::{Receiver, bounded};
use egui::{ColorImage, Image, Sense, TextureHandle, TextureOptions, Ui, vec2};
use egui_material_icons::icons;

use super::elsewhere::{MOST, by_sort};
use crate::case::{CaseError, CaseFile, Elsewhere, Reader, SeenElsewhere, SoughtMark};
use crate::model::id::MarkingId;
use crate::text::{t, tf};
use crate::ui::crops::cut_out;
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type};
use crate::ui::widgets::{Action, Text};

/// What another case has, with what its marks look like.
type Found = (Elsewhere, HashMap<MarkingId, ColorImage>);

/// What became of one case.
struct Answer {
    case: PathBuf,
    found: Result<Found, String>,
}

/// One case as it is shown.
struct Shown {
    case: PathBuf,
    found: Result<Elsewhere, String>,
    pictures: HashMap<MarkingId, TextureHandle>,
}

/// The search in other cases.
#[derive(Default)]
pub struct OtherCases {
    /// For which mark.
    of: Option<MarkingId>,
    answers: Option<Receiver<Answer>>,
    shown: Vec<Shown>,
}

impl OtherCases {
    /// Shows what was found, or the button that looks for it.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, marking: MarkingId) {
        if self.of != Some(marking) {
            *self = Self {
                of: Some(marking),
                ..Self::default()
            };
        }
        self.take(ui);
        let count = desk.other_cases.len();
        if self.answers.is_none() {
            let none = (count == 0).then(|| t("marking-others-none"));
            let words = tf("marking-others-look", &[("count", count.into())]);
            let look = Action::secondary(&words)
                .with_icon(icons::ICON_TRAVEL_EXPLORE)
                .unless(none);
            if ui.add(look).clicked() {
                self.look(desk, marking);
            }
            return;
        }
        ui.add(Text::new(t("marking-others")).kind(Type::Strong));
        for shown in &self.shown {
            one(ui, shown);
        }
        if self.shown.len() < count {
            let counts = [("done", self.shown.len().into()), ("count", count.into())];
            ui.add(
                Text::new(&tf("marking-others-looking", &counts))
                    .kind(Type::Small)
                    .weak(),
            );
        }
    }

    fn look(&mut self, desk: &Desk, marking: MarkingId) {
        let cases = desk.other_cases.clone();
        let (send, answers) = bounded(cases.len().max(1));
        self.answers = Some(answers);
        let ctx = desk.link.ctx().clone();
        // One of the readers does this; the other goes on answering the views.
        let _ = desk.link.ask(move |reader| {
            let Some(sought) = reader.sought_mark(marking)? else {
                return Ok(());
            };
            for case in cases {
                let found = found_in(&case, &sought).map_err(|error| error.to_string());
                if send.send(Answer { case, found }).is_err() {
                    // Nobody looks at it any more.
                    break;
                }
                ctx.request_repaint();
            }
            Ok(())
        });
    }

    fn take(&mut self, ui: &Ui) {
        for answer in self.answers.iter().flat_map(Receiver::try_iter) {
            let mut pictures = HashMap::new();
            let found = answer.found.map(|(elsewhere, images)| {
                for (id, image) in images {
                    let texture = ui.ctx().load_texture("other case", image, TextureOptions::LINEAR);
                    pictures.insert(id, texture);
                }
                elsewhere
            });
            self.shown.push(Shown {
                case: answer.case,
                found,
                pictures,
            });
        }
    }
}

fn found_in(case: &Path, sought: &SoughtMark) -> Result<Found, CaseError> {
    let reader = CaseFile::find(case, None)?.reader()?;
    let elsewhere = reader.elsewhere_here(sought)?;
    let all = [&elsewhere.same, &elsewhere.series, &elsewhere.alike];
    let images = all
        .into_iter()
        .flat_map(|seen| seen.iter().take(MOST))
        .filter_map(|seen| Some((seen.row.id, picture(&reader, seen)?)))
        .collect();
    Ok((elsewhere, images))
}

/// What a mark looks like, where that can be shown.
fn picture(reader: &Reader, seen: &SeenElsewhere) -> Option<ColorImage> {
    let region = seen.row.region?;
    cut_out(reader, region.photo, region.id)
        .ok()
        .filter(|image| !image.size.contains(&0))
}

/// One case: its name, and what it has.
fn one(ui: &mut Ui, shown: &Shown) {
    let name = shown.case.file_stem().unwrap_or_default().to_string_lossy();
    ui.add(Text::new(&name).kind(Type::Strong))
        .on_hover_text(shown.case.display().to_string());
    let found = match &shown.found {
        Ok(found) => found,
        Err(reason) => {
            ui.add(
                Text::new(reason)
                    .kind(Type::Small)
                    .color(Tokens::of(ui).warn.text),
            );
            return;
        }
    };
    if found.is_empty() {
        ui.add(Text::new(t("marking-others-nothing")).kind(Type::Small).weak());
        return;
    }
    by_sort(ui, found, |ui, seen| {
        line(ui, seen, shown.pictures.get(&seen.row.id))
    });
}

/// A mark of another case, with its crop and where it is.
fn line(ui: &mut Ui, seen: &SeenElsewhere, picture: Option<&TextureHandle>) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(72.0, 40.0), Sense::hover());
        ui.painter().rect_filled(rect, 3.0, Tokens::of(ui).sunken);
        if let Some(texture) = picture {
            let size = texture.size_vec2();
            let scale = (rect.width() / size.x).min(rect.height() / size.y);
            Image::new(texture).paint_at(ui, egui::Rect::from_center_size(rect.center(), size * scale));
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let text = seen.row.text.as_deref().unwrap_or_default();
            ui.add(Text::new(text).kind(Type::Mono).truncate());
            let place = super::elsewhere::place_of(seen);
            ui.add(Text::new(&place).kind(Type::Small).weak().truncate());
        });
    });
}
