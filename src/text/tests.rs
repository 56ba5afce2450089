use super::*;

#[test]
fn every_catalogue_file_is_well_formed_and_no_key_is_defined_twice() {
    for language in Language::ALL {
        let mut bundle: Bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
        for (name, source) in language.files() {
            let resource = FluentResource::try_new((*source).to_owned())
                .map_err(|(_, problems)| format!("{}/{name}.ftl: {problems:?}", language.code()))
                .unwrap();
            bundle
                .add_resource(resource)
                .map_err(|problems| format!("{}/{name}.ftl: {problems:?}", language.code()))
                .unwrap();
        }
    }
}

#[test]
fn a_missing_key_shows_itself() {
    assert_eq!(t("no-such-key"), "no-such-key");
    assert_eq!(tf_in(Language::Korean, "no-such-key", &[]), "no-such-key");
}

#[test]
fn english_is_in_use_until_another_language_is_chosen() {
    assert_eq!(language(), Language::English);
}

#[test]
fn plurals_follow_the_language() {
    for (count, english, ukrainian, korean) in [
        (0, "0 photos", "0 фотографій", "사진 0장"),
        (1, "1 photo", "1 фотографія", "사진 1장"),
        (2, "2 photos", "2 фотографії", "사진 2장"),
        (5, "5 photos", "5 фотографій", "사진 5장"),
        (11, "11 photos", "11 фотографій", "사진 11장"),
        (21, "21 photos", "21 фотографія", "사진 21장"),
        (12345, "12,345 photos", "12\u{a0}345 фотографій", "사진 12,345장"),
    ] {
        let said = |language| tf_in(language, "count-photos", &[("count", count.into())]);
        assert_eq!(said(Language::English), english);
        assert_eq!(said(Language::Ukrainian), ukrainian);
        assert_eq!(said(Language::Korean), korean);
    }
}
