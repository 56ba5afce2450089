//! What the marks of the case add up to: the production-to-use chart, what was seen for the first time, and what is found in
//! more than one place. Each line is a sentence that can be quoted, with its evidence one click away.

mod chart;
pub(super) mod lines;

use std::sync::Arc;

use egui::{ScrollArea, Ui};
use egui_material_icons::icons;
use jiff::civil::Date;

use crate::analysis::chart::{Chart, chart};
use crate::analysis::firsts::{First, firsts};
use crate::analysis::links::{Link, links};
use crate::analysis::timeline::layout::Density;
use crate::case::{CaseError, Reader};
use crate::exchange::chart::svg;
use crate::exchange::picture::write;
use crate::exchange::timeline;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::views::network::{NetworkView, save as save_network};
use crate::ui::views::saving::Saving;
use crate::ui::views::timeline::TimelineView;
use crate::ui::widgets::{Action, Text, bar, empty_state, hairline, segmented};

/// All that the analysis says of the case.
struct Analysis {
    weapons: usize,
    chart: Chart,
    firsts: Vec<First>,
    links: Vec<Link>,
}

fn analysis(reader: &Reader, now: Date) -> Result<Arc<Analysis>, CaseError> {
    let weapons = reader.weapon_facts(now)?;
    Ok(Arc::new(Analysis {
        weapons: weapons.len(),
        chart: chart(&weapons),
        firsts: firsts(&weapons),
        links: links(&weapons),
    }))
}

/// Which part is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Chart,
    Firsts,
    Links,
    Timeline,
    Network,
}

/// The analysis, and what a person is doing in it.
#[derive(Default)]
pub struct AnalysisView {
    part: Part,
    analysis: Remote<Date, Arc<Analysis>>,
    timeline: TimelineView,
    network: NetworkView,
    /// A picture of the chart on its way into a file.
    saving: Saving,
}

impl AnalysisView {
    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let today = desk.today;
        self.save(desk, today);
        let analysis = self
            .analysis
            .get(&desk.link, today, move |reader| analysis(reader, today))
            .cloned();
        self.bar(ui, desk, analysis.as_deref());
        hairline(ui);
        if desk.place == Place::Timeline {
            self.timeline.show(ui, desk);
            return;
        }
        if desk.place == Place::Network {
            self.network.show(ui, desk);
            return;
        }
        let Some(analysis) = analysis else {
            if let Some(error) = self.analysis.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        if analysis.weapons == 0 {
            let go = empty_state(
                ui,
                icons::ICON_INSIGHTS,
                t("analysis-empty"),
                t("analysis-empty-text"),
                |ui| ui.add(Action::primary(t("analysis-go-weapons"))).clicked(),
            );
            if go {
                desk.go(Place::Weapons);
            }
            return;
        }
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.add_space(space::S);
            match self.part {
                // The timeline and the network are places of their own.
                Part::Chart | Part::Timeline | Part::Network => chart::show(ui, desk, &analysis.chart),
                Part::Firsts => lines::firsts(ui, desk, &analysis.firsts),
                Part::Links => lines::links(ui, desk, &analysis.links),
            }
            ui.add_space(space::L);
        });
    }

    fn bar(&mut self, ui: &mut Ui, desk: &mut Desk, analysis: Option<&Analysis>) {
        let none = match desk.place {
            Place::Timeline => !self.timeline.has_bars(),
            Place::Network => !self.network.has_links(),
            _ => analysis.is_none_or(|all| all.chart.rows.is_empty()),
        };
        let nothing = match desk.place {
            Place::Network => t("network-nothing-to-save"),
            _ => t("analysis-nothing-to-save"),
        };
        let mut is_to_save = false;
        bar(
            ui,
            |ui| {
                ui.add_space(space::S);
                ui.add(Text::new(t("analysis-title")).kind(Type::Title));
                ui.add_space(space::M);
                let count = |count: usize, key: &str| tf(key, &[("count", count.into())]);
                let first = count(analysis.map_or(0, |all| all.firsts.len()), "analysis-part-firsts");
                let links = count(analysis.map_or(0, |all| all.links.len()), "analysis-part-links");
                let parts = [
                    (Part::Chart, t("analysis-chart")),
                    (Part::Firsts, first.as_str()),
                    (Part::Links, links.as_str()),
                    (Part::Timeline, t("timeline")),
                    (Part::Network, t("network")),
                ];
                let mut shown = match desk.place {
                    Place::Timeline => Part::Timeline,
                    Place::Network => Part::Network,
                    _ => self.part,
                };
                if segmented(ui, t("analysis-part"), &mut shown, &parts) {
                    match shown {
                        Part::Timeline => desk.go(Place::Timeline),
                        Part::Network => desk.go(Place::Network),
                        Part::Chart | Part::Firsts | Part::Links => {
                            self.part = shown;
                            desk.go(Place::Analysis);
                        }
                    }
                }
            },
            |ui| {
                ui.add_space(space::S);
                let reason = none.then_some(nothing);
                // An icon, as on the map: the parts beside it need the room in long languages.
                is_to_save = ui
                    .add(Action::command(UiCommand::SaveChart).unless(reason))
                    .clicked();
            },
        );
        if is_to_save {
            desk.command(UiCommand::SaveChart);
        }
    }

    /// Writes the chart, or the timeline or the network where it is shown, into the file that somebody chose, off the frame, and tells when it is there.
    fn save(&mut self, desk: &mut Desk, now: Date) {
        if let Some(file) = desk.chart_file.take() {
            let place = desk.place;
            let (subject, filter) = (self.timeline.subject().clone(), self.network.filter());
            self.saving.begin(desk, file, move |reader, to| {
                let drawn = match place {
                    Place::Timeline => timeline::svg(&reader.timeline(&subject, now)?, Density::of(&subject)),
                    Place::Network => return save_network(reader, filter, now, to),
                    _ => svg(&chart(&reader.weapon_facts(now)?)),
                };
                Ok(write(drawn, to).map_err(|error| error.to_string()))
            });
        }
        self.saving.tell(desk, "analysis-saved", "analysis-not-saved");
    }
}
