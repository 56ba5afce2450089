//! The table of commands: what each is called, its icon, its keys and where it is listed.

use egui::{Key, KeyboardShortcut, Modifiers};
use egui_material_icons::{MaterialIcon, icons};

use crate::text::t;

/// Where a command is listed in the menu and on the sheet of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// The case as a whole.
    Case,
    /// Changing records.
    Edit,
    /// Going to a view or a record.
    Go,
    /// The photo in view.
    Photo,
    /// Going through photos: what somebody decides on each.
    Review,
    /// The window.
    Window,
}

impl Group {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 6] = [
        Self::Case,
        Self::Edit,
        Self::Go,
        Self::Photo,
        Self::Review,
        Self::Window,
    ];

    /// What the group is called.
    #[must_use]
    pub fn text(self) -> &'static str {
        t(match self {
            Self::Case => "command-group-case",
            Self::Edit => "command-group-edit",
            Self::Go => "command-group-go",
            Self::Photo => "command-group-photo",
            Self::Review => "command-group-review",
            Self::Window => "command-group-window",
        })
    }
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn alt_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT.plus(Modifiers::SHIFT), key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

/// One row: name, key in the catalogue, group, icon, keys (the first is the one that is shown).
macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident, $text:literal, $group:ident, $icon:ident, [$($shortcut:expr),*];)*) => {
        /// A thing to ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum UiCommand {
            $($(#[$doc])* $name,)*
        }

        impl UiCommand {
            /// All of them, in the order of the menu.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// What it is called: also its accessible name.
            #[must_use]
            pub fn text(self) -> &'static str {
                t(self.key())
            }

            /// The key of its name in the catalogue.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// Where it is listed.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $(Self::$name => Group::$group,)* }
            }

            /// Its icon.
            #[must_use]
            pub const fn icon(self) -> MaterialIcon {
                match self { $(Self::$name => icons::$icon,)* }
            }

            /// Every shortcut that asks for it; the first is the one that is shown.
            #[must_use]
            pub const fn shortcuts(self) -> &'static [KeyboardShortcut] {
                match self { $(Self::$name => const { &[$($shortcut),*] },)* }
            }
        }
    };
}

commands! {
    /// Start a case.
    NewCase, "command-new-case", Case, ICON_NOTE_ADD, [ctrl(Key::N)];
    /// Open a case file.
    OpenCase, "command-open-case", Case, ICON_FOLDER_OPEN, [ctrl(Key::O)];
    /// Close the case.
    CloseCase, "command-close-case", Case, ICON_CLOSE, [ctrl(Key::W)];
    /// Open the demonstration case.
    OpenDemonstration, "command-open-demonstration", Case, ICON_SCHOOL, [];
    /// Make a new copy of a case from its team's store.
    JoinTeam, "command-join-team", Case, ICON_GROUP_ADD, [];
    /// Take photos in, by file.
    ImportFiles, "command-import-files", Case, ICON_ADD_PHOTO_ALTERNATE, [ctrl(Key::I)];
    /// Take photos in, by folder.
    ImportFolder, "command-import-folder", Case, ICON_DRIVE_FOLDER_UPLOAD, [ctrl_shift(Key::I)];
    /// Take in what comes into a folder, until told to stop.
    WatchFolder, "command-watch-folder", Case, ICON_FOLDER_EYE, [];
    /// Take the rows of a table in as records.
    ImportTable, "command-import-table", Case, ICON_TABLE, [];
    /// Take vocabularies in from a table.
    ImportVocabulary, "command-import-vocabulary", Case, ICON_UPLOAD_FILE, [];
    /// Write the vocabularies as a table.
    ExportVocabulary, "command-export-vocabulary", Case, ICON_SAVE_AS, [];
    /// Take checklists in from a file.
    ImportChecklists, "command-import-checklists", Case, ICON_UPLOAD_FILE, [];
    /// Write the checklists as a file.
    ExportChecklists, "command-export-checklists", Case, ICON_SAVE_AS, [];
    /// Give photos without a position the place where a track was at their time.
    PlaceByTrack, "command-place-by-track", Case, ICON_ROUTE, [];
    /// Take in another copy of the case, that was worked on elsewhere.
    TakeInCopy, "command-take-in-copy", Case, ICON_MERGE, [];
    /// Take in a package of another copy of the case that is a folder.
    TakeInPackage, "command-take-in-package", Case, ICON_FOLDER_ZIP, [];
    /// Add a file of rules of reading.
    AddRules, "command-add-rules", Case, ICON_RULE, [];
    /// Write the production-to-use chart, or the timeline where it is shown, as a picture.
    SaveChart, "command-save-chart", Case, ICON_SAVE_AS, [];
    /// Write the map as a picture.
    SaveMap, "command-save-map", Case, ICON_SAVE, [];
    /// Write the month or the year of the calendar as a page to print.
    SaveCalendar, "command-save-calendar", Case, ICON_PRINT, [];
    /// Show a file of tiles under the map's strikes.
    AddBaseMap, "command-add-base-map", Case, ICON_LAYERS, [];
    /// Hand over the case, or what is selected: as a report or as a package.
    HandOver, "command-hand-over", Case, ICON_IOS_SHARE, [ctrl_shift(Key::E)];
    /// Bring copies of the case together through a team's store.
    TeamStore, "command-team-store", Case, ICON_GROUPS, [ctrl_shift(Key::T)];
    /// Take the originals of the photo in view, or of the selected ones, from the team's store.
    GetOriginals, "command-get-originals", Case, ICON_DOWNLOAD, [];
    /// Check every original and the whole history.
    Verify, "command-verify", Case, ICON_VERIFIED_USER, [plain(Key::F7)];
    /// Save what is intact of this case into a new one.
    Recover, "command-recover", Case, ICON_HEALING, [];
    /// Sign the history of this device.
    SignHistory, "command-sign-history", Case, ICON_SIGNATURE, [];
    /// Give the case a passphrase, another one, or none.
    Passphrase, "command-passphrase", Case, ICON_KEY, [];
    /// Ask for the passphrase again.
    LockCase, "command-lock-case", Case, ICON_LOCK, [ctrl(Key::L)];
    /// Show the case as it was on a day.
    AsOf, "command-as-of", Case, ICON_CALENDAR_CLOCK, [];
    /// Show the case as it is.
    BackToNow, "command-back-to-now", Case, ICON_UPDATE, [];
    /// Leave the program.
    Quit, "command-quit", Case, ICON_LOGOUT, [ctrl(Key::Q)];

    /// Take the last change back.
    Undo, "command-undo", Edit, ICON_UNDO, [ctrl(Key::Z)];
    /// Make it again.
    Redo, "command-redo", Edit, ICON_REDO, [ctrl_shift(Key::Z), ctrl(Key::Y)];
    /// Record a strike.
    NewStrike, "command-new-strike", Edit, ICON_CRISIS_ALERT, [ctrl_shift(Key::S)];
    /// Record a weapon.
    NewWeapon, "command-new-weapon", Edit, ICON_ROCKET, [ctrl_shift(Key::W)];
    /// Record a component.
    NewComponent, "command-new-component", Edit, ICON_MEMORY, [ctrl_shift(Key::P)];
    /// Record another one that has what the selected one has in common with it.
    AnotherLikeThis, "command-another-like-this", Edit, ICON_COPY_ALL, [ctrl_shift(Key::D)];
    /// Edit what is selected.
    EditItem, "command-edit-item", Edit, ICON_EDIT, [plain(Key::F2), ctrl(Key::E)];
    /// Strikes, weapons or components as a sheet of cells, or as a list.
    RecordsAsSheet, "command-records-as-sheet", Edit, ICON_TABLE_EDIT, [alt(Key::S)];
    /// Tag what is selected.
    AddTag, "command-add-tag", Edit, ICON_SELL, [ctrl(Key::T)];
    /// Remove what is selected.
    RemoveItem, "command-remove-item", Edit, ICON_DELETE, [plain(Key::Delete)];
    /// Copy the coordinates under the pointer on the map.
    CopyCoordinates, "command-copy-coordinates", Edit, ICON_CONTENT_COPY, [ctrl_shift(Key::C)];
    /// Take a picture in from the clipboard.
    Paste, "command-paste", Edit, ICON_CONTENT_PASTE, [ctrl(Key::V)];

    /// The photos.
    GoPhotos, "command-go-photos", Go, ICON_PHOTO_LIBRARY, [alt(Key::Num1)];
    /// The markings.
    GoMarkings, "command-go-markings", Go, ICON_FINGERPRINT, [alt(Key::Num2)];
    /// The components.
    GoComponents, "command-go-components", Go, ICON_MEMORY, [alt(Key::Num3)];
    /// The weapons.
    GoWeapons, "command-go-weapons", Go, ICON_ROCKET, [alt(Key::Num4)];
    /// The strikes.
    GoStrikes, "command-go-strikes", Go, ICON_CRISIS_ALERT, [alt(Key::Num5)];
    /// The calendar.
    GoCalendar, "command-go-calendar", Go, ICON_CALENDAR_MONTH, [alt(Key::Num6)];
    /// The map.
    GoMap, "command-go-map", Go, ICON_MAP, [alt(Key::Num7)];
    /// What the marks add up to.
    GoAnalysis, "command-go-analysis", Go, ICON_INSIGHTS, [alt(Key::Num8)];
    /// What happened when.
    GoTimeline, "command-go-timeline", Go, ICON_VIEW_TIMELINE, [alt(Key::T)];
    /// What happened when to what is selected.
    TimelineOfItem, "command-timeline-of-item", Go, ICON_VIEW_TIMELINE, [alt_shift(Key::T)];
    /// What marks link.
    GoNetwork, "command-go-network", Go, ICON_HUB, [alt(Key::N)];
    /// The network as a matrix, or as a picture.
    NetworkAsMatrix, "command-network-as-matrix", Go, ICON_GRID_ON, [alt_shift(Key::N)];
    /// The history.
    GoHistory, "command-go-history", Go, ICON_HISTORY, [alt(Key::Num9)];
    /// What is to be decided after copies of the case were joined.
    GoQuestions, "command-go-questions", Go, ICON_CALL_SPLIT, [alt(Key::Q)];
    /// Where the selected record is.
    ShowOnMap, "command-show-on-map", Go, ICON_MY_LOCATION, [alt(Key::M)];
    /// The lists of terms.
    GoVocabularies, "command-go-vocabularies", Go, ICON_DICTIONARY, [alt(Key::Num0)];
    /// What is required of records.
    GoChecklists, "command-go-checklists", Go, ICON_CHECKLIST, [alt_shift(Key::Num0)];
    /// What was done to what is selected.
    HistoryOfItem, "command-history-of-item", Go, ICON_TIMELINE, [alt(Key::H)];
    /// The next record of the list.
    NextItem, "command-next-item", Go, ICON_ARROW_DOWNWARD, [alt(Key::ArrowDown)];
    /// The one before.
    PreviousItem, "command-previous-item", Go, ICON_ARROW_UPWARD, [alt(Key::ArrowUp)];
    /// The next marking that is to be transcribed, read a second time or decided on.
    NextInQueue, "command-next-in-queue", Go, ICON_SKIP_NEXT, [];
    /// The next photo of this record.
    NextPhoto, "command-next-photo", Go, ICON_ARROW_FORWARD, [alt(Key::ArrowRight)];
    /// The one before.
    PreviousPhoto, "command-previous-photo", Go, ICON_ARROW_BACK, [alt(Key::ArrowLeft)];
    /// Search this view.
    Find, "command-find", Go, ICON_SEARCH, [ctrl(Key::F), plain(Key::Slash)];
    /// Find any record or command.
    CommandPalette, "command-palette", Go, ICON_KEYBOARD_COMMAND_KEY, [ctrl(Key::K)];

    /// Look for bar codes on the selected photos.
    FindCodes, "command-find-codes", Photo, ICON_QR_CODE_SCANNER, [];
    /// Mark a region.
    DrawRegion, "command-draw-region", Photo, ICON_CROP_FREE, [plain(Key::M)];
    /// Larger.
    ZoomIn, "command-zoom-in", Photo, ICON_ZOOM_IN, [ctrl(Key::Plus), ctrl(Key::Equals)];
    /// Smaller.
    ZoomOut, "command-zoom-out", Photo, ICON_ZOOM_OUT, [ctrl(Key::Minus)];
    /// The whole photo.
    ZoomFit, "command-zoom-fit", Photo, ICON_FIT_SCREEN, [ctrl(Key::Num0)];
    /// One pixel of the photo is one of the screen.
    ZoomActualSize, "command-zoom-actual-size", Photo, ICON_CENTER_FOCUS_STRONG, [plain(Key::Z)];
    /// Turn the view left.
    RotateLeft, "command-rotate-left", Photo, ICON_ROTATE_LEFT, [ctrl(Key::OpenBracket), plain(Key::L)];
    /// Turn the view right.
    RotateRight, "command-rotate-right", Photo, ICON_ROTATE_RIGHT, [ctrl(Key::CloseBracket), plain(Key::R)];
    /// Draw and read lengths.
    Measure, "command-measure", Photo, ICON_STRAIGHTEN, [plain(Key::D)];
    /// Cover what copies for publication must not show.
    Redact, "command-redact", Photo, ICON_INK_ERASER, [plain(Key::K)];
    /// Make copies of the selected photos from which everything is withheld that is not chosen.
    PublishCopies, "command-publish", Photo, ICON_PUBLIC, [];
    /// A glass at the pointer.
    Loupe, "command-loupe", Photo, ICON_LOUPE, [plain(Key::O)];
    /// What is known of the photo, and where it was taken.
    PhotoInformation, "command-photo-information", Photo, ICON_INFO, [plain(Key::I)];
    /// What is selected side by side: photos, or marks.
    ComparePhotos, "command-compare-photos", Photo, ICON_COMPARE, [plain(Key::V)];
    /// One photo after the other, in a window of its own.
    Slideshow, "command-slideshow", Photo, ICON_SLIDESHOW, [plain(Key::F5)];
    /// Marks as a wall of what they look like, or as a table.
    WallOfMarks, "command-wall-of-marks", Photo, ICON_GRID_VIEW, [plain(Key::G)];
    /// Two of them at one place in turn.
    BlinkPhotos, "command-blink-photos", Photo, ICON_ANIMATION, [plain(Key::B)];

    /// Flag the photos: they are ones to work with. With Shift, and go on to the next.
    Flag, "command-flag", Review, ICON_FLAG, [plain(Key::P), shift(Key::P)];
    /// Reject them: they are of no use here, and stay in the case.
    Reject, "command-reject", Review, ICON_BLOCK, [plain(Key::X), shift(Key::X)];
    /// Take the flag or the rejection back.
    Undecide, "command-undecide", Review, ICON_REMOVE_DONE, [plain(Key::U), shift(Key::U)];
    /// Take the rating away.
    RateNone, "command-rate-none", Review, ICON_STAR, [plain(Key::Num0), shift(Key::Num0)];
    /// One star.
    Rate1, "command-rate-1", Review, ICON_STAR, [plain(Key::Num1), shift(Key::Num1)];
    /// Two stars.
    Rate2, "command-rate-2", Review, ICON_STAR, [plain(Key::Num2), shift(Key::Num2)];
    /// Three stars.
    Rate3, "command-rate-3", Review, ICON_STAR, [plain(Key::Num3), shift(Key::Num3)];
    /// Four stars.
    Rate4, "command-rate-4", Review, ICON_STAR, [plain(Key::Num4), shift(Key::Num4)];
    /// Five stars.
    Rate5, "command-rate-5", Review, ICON_STAR, [plain(Key::Num5), shift(Key::Num5)];
    /// Red; again takes it away.
    ColourRed, "command-colour-red", Review, ICON_PALETTE, [plain(Key::Num6), shift(Key::Num6)];
    /// Yellow.
    ColourYellow, "command-colour-yellow", Review, ICON_PALETTE, [plain(Key::Num7), shift(Key::Num7)];
    /// Green.
    ColourGreen, "command-colour-green", Review, ICON_PALETTE, [plain(Key::Num8), shift(Key::Num8)];
    /// Blue.
    ColourBlue, "command-colour-blue", Review, ICON_PALETTE, [plain(Key::Num9), shift(Key::Num9)];
    /// Purple.
    ColourPurple, "command-colour-purple", Review, ICON_PALETTE, [];
    /// Say that their marks are to be transcribed, or no longer.
    NeedsTranscription, "command-needs-transcription", Review, ICON_EDIT_NOTE, [plain(Key::T), shift(Key::T)];
    /// Link them to the strike in hand.
    AssignStrike, "command-assign-strike", Review, ICON_CRISIS_ALERT, [plain(Key::S), shift(Key::S)];
    /// Link them to the weapon in hand.
    AssignWeapon, "command-assign-weapon", Review, ICON_ROCKET, [plain(Key::W), shift(Key::W)];
    /// Link them to the component in hand.
    AssignComponent, "command-assign-component", Review, ICON_MEMORY, [plain(Key::C), shift(Key::C)];
    /// Go on to the next photo: follows every key of this group that is pressed with Shift.
    GoOn, "command-go-on", Review, ICON_ARROW_FORWARD, [];
    /// Do to them what was done to the last ones.
    RepeatDecision, "command-repeat-decision", Review, ICON_REPEAT, [plain(Key::Period), shift(Key::Period)];

    /// The light theme.
    ThemeLight, "command-theme-light", Window, ICON_LIGHT_MODE, [];
    /// The dark theme.
    ThemeDark, "command-theme-dark", Window, ICON_DARK_MODE, [];
    /// The theme for a screen in the sun.
    ThemeHighContrast, "command-theme-high-contrast", Window, ICON_CONTRAST, [];
    /// Show or hide the inspector.
    ToggleInspector, "command-toggle-inspector", Window, ICON_VIEW_SIDEBAR, [ctrl(Key::B)];
    /// The sheet of keys.
    ShowKeys, "command-show-keys", Window, ICON_KEYBOARD, [plain(Key::Questionmark), plain(Key::F1)];
    /// The settings.
    Settings, "command-settings", Window, ICON_SETTINGS, [ctrl(Key::Comma)];
}

impl UiCommand {
    /// The shortcut that is shown.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        self.shortcuts().first().copied()
    }

    /// Whether it is a command of the photos only: elsewhere its keys are free.
    #[must_use]
    pub fn is_of_photos(self) -> bool {
        self.group() == Group::Review
    }

    /// The shortcut as it is shown (`Ctrl+K`), empty if there is none.
    #[must_use]
    pub fn shortcut_text(self) -> String {
        self.shortcut().map_or_else(String::new, shortcut_text)
    }
}

/// A shortcut as it is shown: in words, because not every face has the signs of keys.
pub(super) fn shortcut_text(shortcut: KeyboardShortcut) -> String {
    let Modifiers {
        alt, shift, command, ..
    } = shortcut.modifiers;
    let held = [(command, "key-ctrl"), (alt, "key-alt"), (shift, "key-shift")];
    let mut text = String::new();
    for (is_held, name) in held {
        if is_held {
            text.push_str(t(name));
            text.push('+');
        }
    }
    text.push_str(match shortcut.logical_key {
        Key::ArrowUp => t("key-up"),
        Key::ArrowDown => t("key-down"),
        Key::ArrowLeft => t("key-left"),
        Key::ArrowRight => t("key-right"),
        Key::Delete => t("key-delete"),
        Key::Plus => "+",
        Key::Minus => "-",
        Key::Slash => "/",
        Key::Questionmark => "?",
        Key::Comma => ",",
        Key::Period => ".",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        other => other.name(),
    });
    text
}
