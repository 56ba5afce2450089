//! The map: where strikes were, as exactly as it is known and no more, on outlines that come with the program; and when, in a
//! band that keeps step with the calendar. Nothing here needs a network.
//!
//! What depends on the case is asked for and clustered off the frame (`data`); a frame draws what is in view.

mod band;
mod base;
mod base_list;
mod card;
mod corners;
mod data;
mod ground;
mod head;
mod keys;
mod marks;
mod moves;
mod pile;
mod save;
mod strays;
mod tags;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Id, Rect, Sense, Ui, WidgetInfo, pos2};
use egui_material_icons::icons;

use self::band::Band;
use self::base_list::BaseList;
use self::card::Card;
use self::data::{Crowd, Kind, Loaded, Shown};
use self::ground::Sheet;
use self::keys::Asked;
use self::marks::{Edges, Layer, Touched};
use self::moves::{copied, fit, moved};
use self::pile::Pile;
use self::tags::{Hidden, TagKey};
use super::calendar::filter::TagFilter;
use super::calendar::paint::TagInks;
use crate::analysis::map::names::Names;
use crate::analysis::map::outliers::Outlier;
use crate::case::CalendarFilter;
use crate::model::place::gazetteer;
use crate::model::place::mercator::Camera;
use crate::model::place::outlines::{self, Detail};
use crate::model::when::Interval;
use crate::text::{self, t};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::Tokens;
use crate::ui::views::saving::Saving;
use crate::ui::widgets::{Action, empty_state, hairline, message};

/// A layer on its way from the case to the screen: what there is, what of it is in the window, how it is clustered.
#[derive(Default)]
struct Way {
    shown: Remote<(CalendarFilter, Option<Interval>, Hidden, usize), Arc<Shown>>,
    crowd: Remote<(usize, u32), Arc<Crowd>>,
}

impl Way {
    /// The layer as far as it is there: while a new one is on its way, the last one.
    fn get(
        &mut self,
        desk: &Desk,
        loaded: &Arc<Loaded>,
        key: (CalendarFilter, Option<Interval>, Hidden),
        zoom: u32,
    ) -> Option<Arc<Crowd>> {
        let (filter, window, hidden) = key;
        // The same answer of the case lies in the same place.
        let which = Arc::as_ptr(loaded) as usize;
        let of = loaded.clone();
        let without = hidden.clone();
        self.shown
            .get(&desk.link, (filter, window, hidden, which), move |_| {
                Ok(Shown::new(of, window, &without))
            });
        let shown = self.shown.held()?.clone();
        let which = Arc::as_ptr(&shown) as usize;
        self.crowd
            .get(&desk.link, (which, zoom), move |_| Ok(Crowd::new(shown, zoom)));
        self.crowd.held().cloned()
    }
}

/// The map, and what a person is doing on it.
#[derive(Default)]
pub struct MapView {
    camera: Option<Camera>,
    filter: TagFilter,
    window: Option<Interval>,
    shows_recovered: Option<bool>,
    shows_photos: bool,
    shows_strays: bool,
    strikes: Remote<CalendarFilter, Arc<Loaded>>,
    recovered: Remote<(), Arc<Loaded>>,
    photos: Remote<(), Arc<Loaded>>,
    strays: Remote<(), Arc<Vec<Outlier>>>,
    ways: [Way; 3],
    names: Remote<u32, Arc<Names>>,
    detail: Remote<usize, &'static Detail>,
    inks: Remote<(), Arc<TagInks>>,
    edges: Edges,
    card: Card,
    band: Band,
    tags: TagKey,
    pile: Pile,
    base_list: BaseList,
    saving: Saving,
    focus_before: Option<Id>,
}

impl MapView {
    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        if let Some(month) = desk.map_month.take() {
            self.window = Interval::month(month.year(), month.month());
        }
        let filter = self.filter.chosen.clone();
        let asked = filter.clone();
        self.strikes.get(&desk.link, filter.clone(), move |reader| {
            Loaded::strikes(reader, &asked)
        });
        self.recovered.get(&desk.link, (), Loaded::recovered);
        self.strays.get(&desk.link, (), data::strays);
        if self.shows_photos {
            self.photos.get(&desk.link, (), Loaded::photos);
        }
        save::step(&mut self.saving, desk, &filter, self.window, &self.tags.hidden);
        let loaded = self.strikes.held().cloned();
        let commands = self.head(ui, desk, loaded.as_deref());
        self.filter.chips(ui, desk);
        hairline(ui);
        if let Some(error) = self.strikes.error() {
            message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, error);
        }
        let Some(loaded) = loaded else { return };
        let nothing = loaded.total == 0
            && filter.tags.is_empty()
            && self.recovered.held().is_some_and(|layer| layer.items.is_empty());
        if nothing {
            let icon = icons::ICON_MAP;
            let new = empty_state(ui, icon, t("map-empty"), t("map-empty-text"), |ui| {
                ui.add(
                    Action::primary(UiCommand::NewStrike.text()).keys(UiCommand::NewStrike.shortcut_text()),
                )
                .clicked()
            });
            if new {
                desk.command(UiCommand::NewStrike);
            }
            return;
        }
        self.areas(ui, desk, &loaded, commands);
        self.focus_before = ui.memory(egui::Memory::focused);
    }

    fn head(&mut self, ui: &mut Ui, desk: &mut Desk, loaded: Option<&Loaded>) -> Vec<Asked> {
        let strays = self.strays.held().map_or(0, |strays| strays.len());
        let recovered = self.recovered.held().map_or(0, |layer| layer.items.len());
        let shows_recovered = self.shows_recovered.unwrap_or(recovered > 0);
        let mut switches = head::Switches {
            recovered: shows_recovered,
            photos: self.shows_photos,
            strays: self.shows_strays,
        };
        let counts = head::Counts { strays, recovered };
        let asked = head::show(
            ui,
            desk,
            &mut self.filter,
            &mut switches,
            counts,
            loaded.is_some(),
        );
        if switches.recovered != shows_recovered {
            self.shows_recovered = Some(switches.recovered);
        }
        // What strays is seen as photos.
        self.shows_photos = switches.photos || (switches.strays && !self.shows_strays);
        self.shows_strays = switches.strays;
        asked
    }

    /// The map, the list beside it, the band and the line below.
    fn areas(&mut self, ui: &mut Ui, desk: &mut Desk, loaded: &Arc<Loaded>, mut asked: Vec<Asked>) {
        let rest = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(rest);
        let foot = rest.with_min_y(rest.bottom() - corners::FOOT);
        let days = Rect::from_min_max(
            pos2(rest.left(), foot.top() - band::HEIGHT),
            pos2(rest.right(), foot.top()),
        );
        let mut map = rest.with_max_y(days.top());
        let strays = self.strays.held().cloned().unwrap_or_default();
        let id = ui.make_persistent_id("map");
        if self.shows_strays {
            let list = map.with_min_x((map.right() - strays::WIDTH).max(map.left()));
            map.max.x = list.left();
            if let Some(there) = strays::list(ui, desk, list, &strays) {
                asked.push(Asked::Centre(there));
            }
        }
        if map.width() > 40.0 && map.height() > 40.0 {
            self.map(ui, desk, map, id, loaded, &strays, asked);
        }
        let turned = self.band.show(
            ui,
            days,
            id.with("band"),
            &loaded.timeline,
            &mut self.window,
            desk.calendar_day,
        );
        match turned {
            Some(band::Asked::Calendar(day)) => desk.go(Place::Calendar(day)),
            None => {}
        }
        let shown = self.ways[0].shown.held().map_or(0, |shown| shown.len());
        let placeless = loaded.placeless(self.window);
        let shows = [true, self.shows_recovered.unwrap_or(true), self.shows_photos];
        if corners::foot(ui, foot, shown, placeless, shows) {
            desk.go(Place::Strikes);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of the one map")]
    fn map(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        rect: Rect,
        id: Id,
        loaded: &Arc<Loaded>,
        strays: &[Outlier],
        mut asked: Vec<Asked>,
    ) {
        let response = ui.interact(rect, id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollView, true, t("map-name")));
        let size = (f64::from(rect.width()), f64::from(rect.height()));
        let mut camera = self.camera.unwrap_or(Camera {
            middle: (0.5, 0.4),
            zoom: 1.5,
            size,
        });
        camera.size = size;
        camera.settle();
        let zoom = camera.zoom.round().max(0.0) as u32;
        let crowds = self.crowds(desk, loaded, zoom);
        let is_there = |place: usize, layer: Option<&Arc<Loaded>>| {
            layer.is_some_and(|layer| layer.items.is_empty()) || crowds[place].is_some()
        };
        let is_ready = crowds[0].is_some() && is_there(1, self.recovered.held());
        if self.camera.is_none() && is_ready {
            fit(&mut camera, &crowds);
        }
        let is_covered = self.pile.is_open() || self.base_list.is_open();
        asked.extend(keys::take(ui, desk, id, self.focus_before, is_covered));
        for asked in asked {
            self.follow(ui, desk, &mut camera, &crowds, rect, asked);
        }
        moved(ui, &response, rect, &mut camera);
        let sheet = Sheet { rect, camera };
        let credits = self.ground(ui, desk, &sheet);
        let touched = self.marks(ui, desk, &sheet, id, &crowds, strays);
        corners::scale(ui, &sheet);
        if let Some(shown) = self.ways[0].shown.held().cloned() {
            let inks = self.inks.held().cloned().unwrap_or_default();
            self.tags.show(ui, &sheet, id.with("tags"), &inks, &shown.tags);
        }
        let above = corners::credits(ui, &sheet, id, &credits);
        if let Some(Asked::Copy(text)) = corners::pointer(ui, &sheet, &response, above) {
            copied(ui, desk, text);
        }
        let buttons = corners::buttons(ui, desk, &sheet, id, &mut self.base_list);
        if let Some((kind, touched)) = touched {
            self.touch(desk, &mut camera, kind, touched, &crowds);
        }
        for asked in buttons {
            self.follow(ui, desk, &mut camera, &crowds, rect, asked);
        }
        if let Some(record) = self.pile.show(ui, id.with("pile")) {
            desk.selected = vec![record];
        }
        if is_ready {
            self.camera = Some(camera);
        }
        if camera != sheet.camera {
            ui.ctx().request_repaint();
        }
    }

    fn crowds(&mut self, desk: &Desk, loaded: &Arc<Loaded>, zoom: u32) -> [Option<Arc<Crowd>>; 3] {
        let filter = self.filter.chosen.clone();
        let always = (CalendarFilter::default(), None, Hidden::new());
        let hidden = self.tags.hidden.clone();
        let strikes = self.ways[0].get(desk, loaded, (filter, self.window, hidden), zoom);
        let recovered = self.recovered.held().cloned();
        let recovered = recovered
            .filter(|_| self.shows_recovered.unwrap_or(true))
            .and_then(|layer| self.ways[1].get(desk, &layer, always.clone(), zoom));
        let photos = self.photos.held().cloned();
        let photos = photos
            .filter(|_| self.shows_photos)
            .and_then(|layer| self.ways[2].get(desk, &layer, always, zoom));
        [strikes, recovered, photos]
    }

    /// Draws what lies below the strikes; gives who made it.
    fn ground(&mut self, ui: &Ui, desk: &mut Desk, sheet: &Sheet) -> Vec<String> {
        let tokens = Tokens::of(ui);
        let painter = ui.painter().with_clip_rect(sheet.rect);
        let level = outlines::level(sheet.camera.zoom);
        self.detail
            .get(&desk.link, level, move |_| Ok(outlines::detail(level)));
        let detail = self.detail.held().copied();
        ground::surface(&painter, tokens, sheet, detail);
        ground::graticule(&painter, tokens, sheet);
        if let Some(detail) = detail {
            ground::lines(&painter, tokens, sheet, detail);
        }
        let below = base::show(ui, &painter, &mut desk.base_maps, sheet);
        // Half steps: names are chosen anew before they would run into each other.
        let half = (sheet.camera.zoom * 2.0).floor().max(0.0) as u32;
        self.names.get(&desk.link, half, move |_| {
            let (outlines, towns) = (outlines::shared(), gazetteer::shared());
            Ok(Arc::new(Names::new(
                outlines,
                towns,
                text::language(),
                f64::from(half) / 2.0,
            )))
        });
        if let Some(names) = self.names.held() {
            ground::names(&painter, tokens, sheet, names, &below.covered);
        }
        below.credits
    }

    fn marks(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        sheet: &Sheet,
        id: Id,
        crowds: &[Option<Arc<Crowd>>; 3],
        strays: &[Outlier],
    ) -> Option<(Kind, Touched)> {
        let inks = self
            .inks
            .get(&desk.link, (), |reader| TagInks::load(reader).map(Arc::new))
            .cloned()
            .unwrap_or_default();
        self.edges.begin_frame();
        if self.shows_photos || self.shows_strays {
            let painter = ui.painter().with_clip_rect(sheet.rect);
            strays::lines(&painter, Tokens::of(ui), sheet, strays, &desk.selected);
        }
        let mut touched = None;
        let selected = desk.selected.clone();
        // Strikes last, over the rest.
        for (place, kind) in [(2, Kind::Photo), (1, Kind::Recovered), (0, Kind::Strike)] {
            let Some(crowd) = &crowds[place] else { continue };
            let layer = Layer {
                kind,
                crowd,
                inks: &inks,
                selected: &selected,
            };
            let card = &mut self.card;
            let mut show = |ui: &mut Ui, item: &data::Item| card.show(ui, desk, kind, item);
            let asked = layer.show(ui, sheet, id.with(kind), &mut self.edges, &mut show);
            touched = asked.map(|asked| (kind, asked)).or(touched);
        }
        touched
    }
}
