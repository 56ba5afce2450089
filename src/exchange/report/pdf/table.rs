//! Tables on pages: a row stays together, and a head stands above its rows on every page.

use std::sync::Arc;

use super::look::{CELL, HEAD_CELL, Look, ROW};
use super::{Op, Role, Setter, Text};
use crate::exchange::report::document::Table;

impl Setter {
    pub(super) fn table(&mut self, table: &Table) {
        let whole: f32 = table.heads.iter().map(|(_, share)| share).sum();
        let widths: Vec<f32> = table
            .heads
            .iter()
            .map(|(_, share)| self.width() * share / whole)
            .collect();
        let nth = self.tables;
        self.tables += 1;
        let heads: Vec<String> = table.heads.iter().map(|(head, _)| head.clone()).collect();
        let heads = self.cells(&heads, &widths, HEAD_CELL);
        for (at, row) in table.rows.iter().enumerate() {
            let cells = self.cells(row, &widths, CELL);
            if at == 0 {
                // The head stands on no page without a row.
                self.need((tall(&heads) + tall(&cells)).min(self.end() - self.top()));
                self.row(&heads, &heads, &widths, (nth, 0));
            }
            self.row(&cells, &heads, &widths, (nth, at + 1));
        }
        self.y += 8.0;
    }

    pub(super) fn cells(&mut self, cells: &[String], widths: &[f32], look: Look) -> Vec<Arc<Text>> {
        let columns = cells.iter().zip(widths);
        columns
            .map(|(cell, width)| self.lay(cell, look, (width - 6.0).max(20.0)))
            .collect()
    }

    /// The page after this one, with the head of the table again; that is an ornament, and said once in the structure.
    pub(super) fn go_on(&mut self, heads: &[Arc<Text>], widths: &[f32]) {
        self.new_page();
        let (y, mut x) = (self.y, self.left());
        for (text, width) in heads.iter().zip(widths) {
            self.push(Op::Lines {
                text: text.clone(),
                from: 0,
                to: text.layout.len(),
                x,
                y,
                role: None,
            });
            x += width;
        }
        self.y += tall(heads) - ROW;
        self.rule();
    }

    /// The line below a row.
    pub(super) fn rule(&mut self) {
        let (y, width) = (self.y + 2.0, self.width());
        self.push(Op::Bar {
            x: self.left(),
            y,
            width,
            height: 0.5,
            ink: self.style.line,
        });
        self.y += ROW;
    }

    /// A row stays on one page unless it is taller than one; then its cells are continued.
    pub(super) fn row(
        &mut self,
        texts: &[Arc<Text>],
        heads: &[Arc<Text>],
        widths: &[f32],
        (table, row): (usize, usize),
    ) {
        let most = self.end() - self.top() - if row == 0 { 0.0 } else { tall(heads) };
        if self.y + tall(texts).min(most) > self.end() && self.y > self.top() {
            if row == 0 {
                self.new_page();
            } else {
                self.go_on(heads, widths);
            }
        }
        let mut from = vec![0; texts.len()];
        let roles: Vec<usize> = texts
            .iter()
            .map(|_| {
                self.role(Role::Cell {
                    table,
                    row,
                    is_head: row == 0,
                })
            })
            .collect();
        loop {
            let (y, mut lowest, mut is_done, mut x) = (self.y, self.y, true, self.left());
            for ((text, from), (role, width)) in texts.iter().zip(&mut from).zip(roles.iter().zip(widths)) {
                let (start, mut to, mut down) = (*from, *from, y);
                for line in text.layout.lines().skip(start) {
                    let height = line.metrics().line_height;
                    if down + height > self.end() && down > self.top() {
                        break;
                    }
                    down += height;
                    to += 1;
                }
                self.push(Op::Lines {
                    text: text.clone(),
                    from: start,
                    to,
                    x,
                    y,
                    role: Some(*role),
                });
                *from = to;
                is_done &= to >= text.layout.len();
                lowest = lowest.max(down);
                x += width;
            }
            self.y = lowest;
            if is_done {
                break;
            }
            self.go_on(heads, widths);
        }
        self.rule();
    }
}

/// How tall a row of these cells is, with the line below it.
fn tall(cells: &[Arc<Text>]) -> f32 {
    cells.iter().map(|text| text.layout.height()).fold(0.0, f32::max) + ROW
}
