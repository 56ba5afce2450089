//! The structure of a tagged PDF.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, TableHeaderScope, Tag, TagGroup, TagTree};

use super::Role;

/// The structure of the document: its parts in their order, cells within rows within tables.
pub(super) fn tree(roles: &[Role], marked: Vec<Vec<Identifier>>, language: &str) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    let mut open: Option<(usize, TagGroup)> = None;
    let mut line: Option<(usize, TagGroup)> = None;
    for (role, ids) in roles.iter().zip(marked) {
        let mut group = match role {
            Role::Paragraph => TagGroup::new(Tag::P),
            Role::Heading(level, title) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                TagGroup::new(Tag::Hn(level, Some(title.clone())))
            }
            Role::Figure(alternative) => TagGroup::new(Tag::Figure(Some(alternative.clone()))),
            Role::Caption => TagGroup::new(Tag::Caption),
            Role::Cell { is_head: true, .. } => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
            Role::Cell { .. } => TagGroup::new(Tag::TD),
        };
        for id in ids {
            group.push(id);
        }
        let (table, row) = match role {
            Role::Cell { table, row, .. } => (Some(*table), *row),
            _ => (None, 0),
        };
        let is_same_table = open.as_ref().map(|(nth, _)| *nth) == table;
        if let Some((at, _)) = &line
            && (!is_same_table || *at != row)
            && let (Some((_, done)), Some((_, whole))) = (line.take(), &mut open)
        {
            whole.push(done);
        }
        if !is_same_table && let Some((_, done)) = open.take() {
            tree.push(done);
        }
        match table {
            None => tree.push(group),
            Some(table) => {
                open.get_or_insert_with(|| (table, TagGroup::new(Tag::Table)));
                line.get_or_insert_with(|| (row, TagGroup::new(Tag::TR)))
                    .1
                    .push(group);
            }
        }
    }
    if let Some((_, mut whole)) = open {
        if let Some((_, done)) = line {
            whole.push(done);
        }
        tree.push(whole);
    }
    tree
}
