//! Who says what a setting is, and what is wrong with it.

use super::*;

fn told(file: &str, environment: &[(&str, &str)], words: &[&str]) -> Result<Told, String> {
    let owned = |text: &&str| (*text).to_owned();
    Told::read(&Sources {
        file: Some((PathBuf::from("ratebook.toml"), file.to_owned())),
        environment: environment
            .iter()
            .map(|(name, value)| (owned(name), owned(value)))
            .collect(),
        words: words.iter().map(owned).collect(),
    })
}

#[test]
fn flags_win_over_the_environment_over_the_file_over_what_is_usual() {
    let file = "listen = \"127.0.0.1:1\"\nreaders = 3\ndemo = true\npack = [\"a\", \"b\"]\n";
    let environment = [
        ("RATEBOOK_LISTEN", "127.0.0.1:2"),
        ("RATEBOOK_CONNECTIONS", "5"),
        ("PATH", "/bin"),
    ];
    let told = told(file, &environment, &["--connections", "6", "--pack", "c", "--pack=d"]).expect("settings");
    let settings = told.settings().expect("settings");
    assert_eq!(settings.listen.port(), 2);
    assert_eq!((settings.readers, settings.connections), (3, 6));
    assert_eq!(settings.packs, [PathBuf::from("c"), PathBuf::from("d")]);
    assert!(settings.demo);
    assert_eq!(settings.database, "ratebook.db");
}

#[test]
fn what_is_not_known_is_refused_wherever_it_stands() {
    let faults = told(
        "lisen = \"x\"\n",
        &[("RATEBOOK_LISTENN", "x")],
        &["--no", "x", "--key", "y"],
    );
    let faults = faults.expect_err("faults");
    for name in ["`lisen`", "`RATEBOOK_LISTENN`", "`--no`", "`--key`"] {
        assert!(faults.contains(name), "{name} is not in {faults}");
    }
    assert!(told("", &[], &["--listen"]).is_err());
    assert!(told("readers = [", &[], &[]).is_err());
    let wrong = told(
        "",
        &[("RATEBOOK_READERS", "0"), ("RATEBOOK_KEY", "short")],
        &["--listen", "here"],
    );
    let wrong = wrong.expect("texts").settings().expect_err("faults");
    assert_eq!(wrong.lines().count(), 3, "{wrong}");
    assert!(!wrong.contains("short"), "{wrong}");
}

#[test]
fn the_operator_is_named_by_an_e_mail() {
    let named = |email: &str| {
        let environment = [
            ("RATEBOOK_OPERATOR_EMAIL", email),
            ("RATEBOOK_OPERATOR_PASSWORD", "correct horse battery"),
        ];
        told("", &environment, &[]).expect("texts").settings()
    };
    assert!(named(" Ann@Example.com ").is_ok());
    for email in ["ann", "ann@", "@example.com", "ann example@example.com"] {
        let wrong = named(email).expect_err("a fault");
        assert!(wrong.starts_with("`operator_email` ("), "{wrong}");
        assert!(!wrong.contains("correct horse"), "{wrong}");
    }
}

#[test]
fn who_sends_letters_is_named_whole() {
    let named = |environment: &[(&str, &str)]| told("", environment, &[]).expect("texts").settings();
    let from = ("RATEBOOK_MAIL_FROM", "desk@example.com");
    assert!(named(&[from]).is_err_and(|fault| fault.contains("`smtp` and `mail_from`")));
    let wrong = named(&[from, ("RATEBOOK_SMTP", "smtp://ann:hush@mail.example.com")]).expect_err("a fault");
    assert!(wrong.starts_with("`smtp` (") && !wrong.contains("hush"), "{wrong}");
}

#[test]
fn servers_count_together_by_a_redis_that_is_named() {
    let named = |environment: &[(&str, &str)]| {
        told("limits = \"redis\"\n", environment, &[])
            .expect("texts")
            .settings()
    };
    assert!(named(&[]).is_err_and(|fault| fault.starts_with("`limits` (") && fault.contains("`redis`")));
    let wrong = named(&[("RATEBOOK_REDIS", "http://:hush@localhost")]).expect_err("a fault");
    assert!(wrong.starts_with("`redis` (") && !wrong.contains("hush"), "{wrong}");
    let nowhere = told("limits = \"here\"\n", &[], &[]).expect("texts").settings();
    assert!(nowhere.is_err_and(|fault| fault.contains("`here` is none of")));
}

#[test]
fn secrets_are_not_shown() {
    let key = STANDARD.encode([7; 32]);
    let environment = [
        ("RATEBOOK_KEY", key.as_str()),
        ("RATEBOOK_OPERATOR_EMAIL", "ann@example.com"),
        ("RATEBOOK_OPERATOR_PASSWORD", "correct horse"),
        ("RATEBOOK_DATABASE", "postgres://ann:hush@db/ratebook"),
        ("RATEBOOK_SMTP", "smtps://ann:mailhush@mail.example.com"),
        ("RATEBOOK_MAIL_FROM", "Desk <desk@example.com>"),
        ("RATEBOOK_LIMITS", "redis"),
        ("RATEBOOK_REDIS", "redis://:redishush@localhost:6379/0"),
    ];
    let told = told("", &environment, &[]).expect("settings");
    let settings = told.settings().expect("settings");
    let shown = format!("{}{settings:?}", told.explained());
    assert!(settings.mail.is_some() && settings.bounds.together.is_some());
    assert!(
        !told.explained().contains("hush") && !shown.contains("mailhush"),
        "{shown}"
    );
    assert!(!shown.contains(&key) && !shown.contains("correct horse"), "{shown}");
    for setting in SETTINGS {
        assert!(shown.contains(setting.summary), "{}", setting.name);
    }
}
