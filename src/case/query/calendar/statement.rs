//! The statements of the calendar, put together from the layers and the conditions that are asked for.
//!
//! A strike stands on its own days and, in the layer of reports, on those of its report. A stand of up to 62 days that touches
//! a period begins at most 62 days before it: a short range of an index. The few longer ones have an index of their own.

use super::{CalendarFilter, Reports};

/// The conditions that a strike `s` bears each tag of `tags`, whose names are in the JSON array that `place` holds. They name
/// `place` though there are none, so that a statement takes the same parameters for every filter.
fn tagged(tags: &[String], place: &str) -> String {
    (0..tags.len()).fold(format!("{place} IS NOT NULL"), |all, number| {
        format!(
            "{all} AND EXISTS (SELECT 1 FROM tagging AS g WHERE g.record_kind = 'strike' AND g.record = s.id AND g.tag IN (
                SELECT id FROM tag WHERE name = json_extract({place}, '$[{number}]')))"
        )
    })
}

/// What is told of each strike `s`, which stands on the days of the row `days`, in the order in which
/// [`CalendarStrike::from_row`](super::CalendarStrike::from_row) reads it.
pub fn columns(days: &str) -> String {
    format!(
        "
SELECT s.id, s.title, {days}.first_day, {days}.last_day, {days}.basis, s.occurred, s.reported, s.place_name,
       s.time_zone,
       (SELECT group_concat(t.name, char(31) ORDER BY t.name) FROM tagging AS g JOIN tag AS t ON t.id = g.tag
        WHERE g.record_kind = 'strike' AND g.record = s.id),
       (SELECT count(*) FROM weapon AS w WHERE w.strike = s.id),
       (SELECT count(*) FROM weapon AS w JOIN component AS c ON c.weapon = w.id WHERE w.strike = s.id),
       (SELECT count(DISTINCT photo) FROM (
            SELECT photo FROM depiction WHERE subject_kind = 'strike' AND subject = s.id
            UNION ALL
            SELECT d.photo FROM weapon AS w JOIN depiction AS d ON d.subject_kind = 'weapon' AND d.subject = w.id
            WHERE w.strike = s.id
            UNION ALL
            SELECT d.photo FROM weapon AS w JOIN component AS c ON c.weapon = w.id
            JOIN depiction AS d ON d.subject_kind = 'component' AND d.subject = c.id WHERE w.strike = s.id)),
       (SELECT count(*) FROM weapon AS w JOIN component AS c ON c.weapon = w.id JOIN marking AS m ON m.component = c.id
        JOIN finding AS f ON f.marking = m.id WHERE w.strike = s.id AND f.verdict = 'accepted'),
       coalesce(s.cover_photo, (
            SELECT photo FROM depiction WHERE subject_kind = 'strike' AND subject = s.id ORDER BY photo LIMIT 1), (
            SELECT d.photo FROM weapon AS w JOIN component AS c ON c.weapon = w.id
            JOIN depiction AS d ON d.subject_kind = 'component' AND d.subject = c.id
            WHERE w.strike = s.id ORDER BY d.photo LIMIT 1))"
    )
}

/// How many stands lie within the days ?1 to ?2, and how many touch them and others.
const WITHIN: &str = "sum(d.first_day >= ?1 AND d.last_day <= ?2), sum(d.first_day < ?1 OR d.last_day > ?2)";

/// One of the ways in which a strike stands on the calendar: columns or what stands for them, the index of those of more than
/// 62 days, and a condition.
struct Stands {
    first: &'static str,
    last: &'static str,
    basis: &'static str,
    long: &'static str,
    of: &'static str,
}

impl CalendarFilter {
    /// The strikes that stand on their own days; empty if all do.
    fn own(&self) -> &'static str {
        match (self.observed, self.reports) {
            (true, Reports::Hidden) => " AND basis = 'observed'",
            (true, _) => "",
            (false, Reports::Hidden) => " AND FALSE",
            (false, _) => " AND basis = 'reported_on'",
        }
    }

    /// Where strikes stand: their first and last day, on what these rest, the index of the long ones, and a condition.
    ///
    /// That index is named: SQLite has no statistics here, and takes the other, which holds all columns, to be cheaper.
    fn stands(&self) -> Vec<Stands> {
        let own = Stands {
            first: "first_day",
            last: "last_day",
            basis: "basis",
            long: "strike_long",
            of: self.own(),
        };
        let report = Stands {
            first: "report_first",
            last: "report_last",
            basis: "'reported_on'",
            long: "strike_long_report",
            // Both on the same days are one.
            of: if self.observed {
                " AND (report_first <> first_day OR report_last <> last_day)"
            } else {
                ""
            },
        };
        match self.reports {
            Reports::All => vec![own, report],
            _ => vec![own],
        }
    }

    /// The stands that touch the days ?1 to ?2 and pass the filter, whose tags are in ?3: their days and `columns`, of each part
    /// on its own, ended by `then`. `{first}`, `{last}` and `{basis}` stand for the columns of the part.
    fn parts(&self, columns: &str, then: &str) -> String {
        let tags = tagged(&self.tags, "?3");
        let parts: Vec<String> = self
            .stands()
            .iter()
            .flat_map(|Stands { first, last, basis, long, of }| {
                let columns = format!("{first} AS first_day, {last} AS last_day, {}", columns.replace("{basis}", basis));
                let then = then.replace("{first}", first).replace("{last}", last);
                [
                    format!(
                        "SELECT {columns} FROM strike AS s WHERE {first} BETWEEN ?1 - 62 AND ?2 AND {last} >= ?1
                         AND {last} - {first} <= 62{of} AND {tags} {then}"
                    ),
                    format!(
                        "SELECT {columns} FROM strike AS s INDEXED BY {long} WHERE {last} - {first} > 62
                         AND {first} <= ?2 AND {last} >= ?1{of} AND {tags} {then}"
                    ),
                ]
            })
            .collect();
        parts.join(" UNION ALL ")
    }

    /// The strikes that touch the days ?1 to ?2, at most ?4 of them.
    pub(super) fn touching(&self) -> String {
        format!(
            "WITH chosen AS ({}) {} FROM chosen AS d JOIN strike AS s ON s.rowid = d.stand
             ORDER BY d.first_day, d.last_day DESC, s.title, s.id LIMIT ?4",
            self.parts("s.rowid AS stand, {basis} AS basis", ""),
            columns("d")
        )
    }

    /// The first ?3 of the strikes that stand on the day ?1 alone; tags are in ?2.
    pub(super) fn singles(&self) -> String {
        let tags = tagged(&self.tags, "?2");
        let parts: Vec<String> = self
            .stands()
            .iter()
            .map(|Stands { first, last, basis, of, .. }| {
                format!(
                    "SELECT * FROM (SELECT s.rowid AS stand, {first} AS first_day, {last} AS last_day, {basis} AS basis
                     FROM strike AS s WHERE {first} = ?1 AND {last} = ?1{of} AND {tags} ORDER BY {basis}, s.rowid LIMIT ?3)"
                )
            })
            .collect();
        format!(
            "WITH chosen AS (SELECT * FROM ({}) ORDER BY basis, stand LIMIT ?3)
             {} FROM chosen AS d JOIN strike AS s ON s.rowid = d.stand",
            parts.join(" UNION ALL "),
            columns("d")
        )
    }

    /// The strikes of several days that touch ?1 to ?2; of those that begin on the same day the first ?5, the shortest before
    /// the others. At most ?4.
    pub(super) fn ranges(&self) -> String {
        format!(
            "WITH chosen AS ({}), ranked AS (
                SELECT *, row_number() OVER (PARTITION BY first_day ORDER BY last_day, basis, stand) AS place
                FROM chosen WHERE last_day > first_day)
             {} FROM ranked AS d JOIN strike AS s ON s.rowid = d.stand WHERE d.place <= ?5 LIMIT ?4",
            self.parts("s.rowid AS stand, {basis} AS basis", ""),
            columns("d")
        )
    }

    /// The days of the stands that touch ?1 to ?2, and how many have the same; the same days may come more than once.
    pub(super) fn spans(&self) -> String {
        self.parts("count(*)", "GROUP BY {first}, {last}")
    }

    /// How many stands lie within the days ?1 to ?2, and how many touch them and others, by what they rest on.
    pub(super) fn by_basis(&self) -> String {
        format!(
            "WITH chosen AS ({}) SELECT basis, {WITHIN} FROM chosen AS d GROUP BY basis",
            self.parts("{basis} AS basis", "")
        )
    }

    /// The same by tag; a strike that stands twice counts once.
    pub(super) fn by_tag(&self) -> String {
        format!(
            "WITH chosen AS (
                SELECT stand, max(first_day) AS first_day, min(last_day) AS last_day FROM ({}) GROUP BY stand)
             SELECT t.name, {WITHIN} FROM chosen AS d JOIN strike AS s ON s.rowid = d.stand
             JOIN tagging AS g ON g.record_kind = 'strike' AND g.record = s.id JOIN tag AS t ON t.id = g.tag
             GROUP BY t.name ORDER BY count(*) DESC, t.name",
            self.parts("s.rowid AS stand", "")
        )
    }

    /// The first day after ?1 on which a stand begins, or with `back` the last before it.
    pub(super) fn next(&self, back: bool) -> String {
        let (side, order, best) = if back {
            ("<", "DESC", "max")
        } else {
            (">", "ASC", "min")
        };
        let tags = tagged(&self.tags, "?2");
        let parts: Vec<String> = self
            .stands()
            .iter()
            .map(|Stands { first, of, .. }| {
                format!(
                    "SELECT * FROM (SELECT {first} AS day FROM strike AS s
                     WHERE {first} {side} ?1{of} AND {tags} ORDER BY {first} {order} LIMIT 1)"
                )
            })
            .collect();
        format!("SELECT {best}(day) FROM ({})", parts.join(" UNION ALL "))
    }

    /// At most ?5 stands from the key (?1, ?2, ?3, ?6) on, or with `back` before it, in their order. Tags are in ?4.
    pub(in super::super) fn page(&self, back: bool) -> String {
        let (side, order) = if back { ("<", "DESC") } else { (">=", "ASC") };
        let tags = tagged(&self.tags, "?4");
        let parts: Vec<String> = self
            .stands()
            .iter()
            .map(|Stands { first, last, basis, of, .. }| {
                format!(
                    "SELECT * FROM (
                        SELECT rowid AS stand, id, {first} AS first_day, {last} AS last_day, {basis} AS basis FROM strike AS s
                        WHERE {first} IS NOT NULL AND ({first}, {last}, id, {basis}) {side} (?1, ?2, ?3, ?6){of} AND {tags}
                        ORDER BY {first} {order}, {last} {order}, id {order}, {basis} {order} LIMIT ?5)"
                )
            })
            .collect();
        let parts = parts.join(" UNION ALL ");
        let sorted =
            format!("ORDER BY first_day {order}, last_day {order}, id {order}, basis {order} LIMIT ?5");
        format!(
            "WITH page AS (SELECT * FROM ({parts}) {sorted})
             {} FROM page AS d JOIN strike AS s ON s.rowid = d.stand
             ORDER BY d.first_day, d.last_day, s.id, d.basis",
            columns("d")
        )
    }
}
