//! One term in the place of another: every record that bears the one bears the other, in one step that one undo takes back.
//! A word is stored as text in records and checklists, and a tag's name in the filters of albums; all follow.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde_json::Value;

use super::apply::{create, edit, pointing, take_away};
use super::history::Op;
use super::{CaseError, tables};
use crate::model::record::{Fields, Record, RecordKind, RecordRef, Recorded};
use crate::model::vocabulary::spelling;
use crate::model::{Album, Checklist, Standing, Tag, Tagging, Term, Vocabularies, Vocabulary};
use crate::text::{t, tf};

/// The vocabularies as the case has them.
pub(super) fn vocabularies(conn: &Connection) -> Result<Vocabularies, CaseError> {
    let tags: Vec<Tag> = typed(conn)?;
    Ok(Vocabularies::of(&tags))
}

fn typed<R: Recorded>(conn: &Connection) -> Result<Vec<R>, CaseError> {
    let every = tables::every(conn, R::KIND)?.into_iter();
    // A row of another form is damage, which verify tells; it keeps nobody from working.
    Ok(every
        .filter_map(|fields| serde_json::from_value(Value::Object(fields)).ok())
        .collect())
}

/// What puts `into` in the place of `from`.
pub(super) fn terms(
    conn: &Connection,
    vocabulary: Vocabulary,
    from: &str,
    into: &str,
) -> Result<Vec<Op>, CaseError> {
    let refused = |key: &str, word: &str| CaseError::Query(tf(key, &[("term", word.into())]));
    if !vocabulary.is_open() {
        return Err(CaseError::Query(t("case-term-fixed").to_owned()));
    }
    if from == into {
        return Err(refused("case-merge-same", from));
    }
    let words = vocabularies(conn)?;
    let (gone, kept) = (words.term(vocabulary, from), words.term(vocabulary, into));
    // Into what was merged away itself, or away from a word that another term is called too: who types that word would
    // still find the other.
    for word in [into, from] {
        let is_called_so = |term: &&Term| {
            term.id != from
                && term.id != into
                && !term.is_hidden
                && term.names().any(|name| spelling(name) == spelling(word))
        };
        if let Some(other) = words.terms(vocabulary).iter().find(is_called_so) {
            let said = [("term", word.into()), ("other", other.id.as_str().into())];
            return Err(CaseError::Query(tf("case-merge-other", &said)));
        }
    }
    let mut ops = match vocabulary.field() {
        Some((kind, column)) => {
            let is_used = |word: &str| pointing(conn, kind, column, word).map(|bearers| !bearers.is_empty());
            if gone.is_none() && !is_used(from)? {
                return Err(refused("case-merge-unknown", from));
            }
            if kept.is_none() && !is_used(into)? {
                return Err(refused("case-merge-unknown", into));
            }
            let mut ops = words_follow(conn, (kind, column), from, into)?;
            ops.extend(checklists_follow(conn, vocabulary, from, into)?);
            ops
        }
        None => {
            let tag = |term: Option<&Term>, word| {
                term.and_then(|term| term.tag)
                    .ok_or_else(|| refused("case-merge-unknown", word))
            };
            let (gone, kept) = (tag(gone, from)?, tag(kept, into)?);
            let mut ops = Vec::new();
            for id in pointing(conn, RecordKind::Tagging, "tag", &gone.to_string())? {
                ops.extend(tagging_follows(conn, &id, |record| Tagging::new(kept, record))?);
            }
            ops.extend(albums_follow(conn, from, into)?);
            ops.extend(checklists_follow(conn, vocabulary, from, into)?);
            ops
        }
    };
    ops.extend(keep(conn, vocabulary, (from, gone), (into, kept))?);
    ops.extend(let_go(conn, vocabulary, from, gone)?);
    // Said, and not passed over: who asks for it a second time would take the wrong step back.
    if ops.is_empty() {
        let said = [("from", from.into()), ("into", into.into())];
        return Err(CaseError::Query(tf("case-merge-done", &said)));
    }
    Ok(ops)
}

/// Every record whose field holds `from` holds `into`.
fn words_follow(
    conn: &Connection,
    (kind, column): (RecordKind, &str),
    from: &str,
    into: &str,
) -> Result<Vec<Op>, CaseError> {
    let mut ops = Vec::new();
    for id in pointing(conn, kind, column, from)? {
        let fields = Fields::from_iter([(column.to_owned(), into.into())]);
        ops.extend(edit(conn, &RecordRef::new(kind, id), fields)?);
    }
    Ok(ops)
}

/// The tie `id` is taken away, and the other is made if the record does not bear that already.
fn tagging_follows(
    conn: &Connection,
    id: &str,
    other: impl Fn(&RecordRef) -> Tagging,
) -> Result<Vec<Op>, CaseError> {
    let name = RecordRef::new(RecordKind::Tagging, id);
    let tie = take_away(conn, &name)?;
    let bearer = tie.before.as_ref().and_then(|fields| {
        let text = |field: &str| fields.get(field).and_then(Value::as_str);
        let kind = RecordKind::from_word(text("record_kind")?)?;
        Some(RecordRef::new(kind, text("record")?))
    });
    let mut ops = vec![tie];
    if let Some(bearer) = bearer {
        let other = other(&bearer);
        if tables::get(conn, &other.record_ref())?.is_none() {
            ops.push(create(conn, &other.into())?);
        }
    }
    Ok(ops)
}

/// Albums that ask for the tag `from` ask for `into`.
fn albums_follow(conn: &Connection, from: &str, into: &str) -> Result<Vec<Op>, CaseError> {
    let mut ops = Vec::new();
    for album in typed::<Album>(conn)? {
        if !album.filter.tags.iter().any(|tag| tag == from) {
            continue;
        }
        let mut after = album.clone();
        let mut seen = BTreeSet::new();
        for tag in &mut after.filter.tags {
            if tag == from {
                into.clone_into(tag);
            }
        }
        after.filter.tags.retain(|tag| seen.insert(tag.clone()));
        ops.extend(edit(conn, &album.record_ref(), album.difference(&after))?);
    }
    Ok(ops)
}

/// Checklists that are for `from`, or ask for it, are for `into`.
fn checklists_follow(
    conn: &Connection,
    vocabulary: Vocabulary,
    from: &str,
    into: &str,
) -> Result<Vec<Op>, CaseError> {
    let mut ops = Vec::new();
    for list in typed::<Checklist>(conn)? {
        if let Some(after) = list.renamed(vocabulary, from, into) {
            ops.extend(edit(conn, &list.record_ref(), list.difference(&after))?);
        }
    }
    Ok(ops)
}

/// The term that stays is also found by what the other was called.
fn keep(
    conn: &Connection,
    vocabulary: Vocabulary,
    (from, gone): (&str, Option<&Term>),
    (into, kept): (&str, Option<&Term>),
) -> Result<Option<Op>, CaseError> {
    let mut known: BTreeSet<String> = BTreeSet::from([spelling(into)]);
    known.extend(kept.into_iter().flat_map(Term::names).map(spelling));
    let called = std::iter::once(from).chain(gone.into_iter().flat_map(Term::names));
    let new: Vec<String> = called
        .filter(|name| known.insert(spelling(name)))
        .map(str::to_owned)
        .collect();
    let own: Option<Tag> = match kept.and_then(|term| term.tag) {
        Some(tag) => typed::<Tag>(conn)?.into_iter().find(|other| other.id == tag),
        None => None,
    };
    let after = |tag: &Tag| Tag {
        synonyms: tag.synonyms.iter().cloned().chain(new.clone()).collect(),
        standing: None,
        ..tag.clone()
    };
    match own {
        Some(tag) => edit(conn, &tag.record_ref(), tag.difference(&after(&tag))),
        None => create(conn, &after(&term(vocabulary, into)).into()).map(Some),
    }
}

/// The term that goes is taken away, or hidden if the program brings it.
fn let_go(
    conn: &Connection,
    vocabulary: Vocabulary,
    from: &str,
    gone: Option<&Term>,
) -> Result<Option<Op>, CaseError> {
    let Some(gone) = gone else { return Ok(None) };
    let hidden = Some(Standing::Hidden);
    match gone.tag.map(RecordRef::from) {
        Some(tag) if gone.is_bundled => {
            let standing = serde_json::to_value(hidden).unwrap_or_default();
            edit(conn, &tag, Fields::from_iter([("standing".to_owned(), standing)]))
        }
        Some(tag) => take_away(conn, &tag).map(Some),
        None if gone.is_bundled => {
            let tag = Tag {
                standing: hidden,
                ..term(vocabulary, from)
            };
            create(conn, &tag.into()).map(Some)
        }
        None => Ok(None),
    }
}

fn term(vocabulary: Vocabulary, word: &str) -> Tag {
    Tag {
        name: word.to_owned(),
        vocabulary: vocabulary.stored().to_owned(),
        ..Tag::default()
    }
}

/// What else changes with the name of a tag: albums and checklists that ask for it, records that store it.
pub(super) fn follow_name(conn: &Connection, ops: &[Op]) -> Result<Vec<Op>, CaseError> {
    let mut more = Vec::new();
    for op in ops {
        let name = |fields: &Option<Fields>| {
            let name = fields.as_ref()?.get("name")?.as_str()?;
            Some(name.to_owned())
        };
        let (Some(before), Some(after)) = (name(&op.before), name(&op.after)) else {
            continue;
        };
        let whole = tables::get(conn, &op.record())?.unwrap_or_default();
        let Ok(Record::Tag(tag)) = Record::from_fields(RecordKind::Tag, whole) else {
            continue;
        };
        let Some(vocabulary) = Vocabulary::from_stored(&tag.vocabulary) else {
            continue;
        };
        let is_bundled = |word: &String| vocabulary.bundled().iter().any(|term| term.id == *word);
        if is_bundled(&before) || is_bundled(&after) {
            return Err(CaseError::Query(t("case-term-bundled").to_owned()));
        }
        match vocabulary.field() {
            Some(field) => more.extend(words_follow(conn, field, &before, &after)?),
            None => more.extend(albums_follow(conn, &before, &after)?),
        }
        more.extend(checklists_follow(conn, vocabulary, &before, &after)?);
    }
    Ok(more)
}
