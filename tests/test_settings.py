"""Settings are read from the environment and a `.env` file, and a mistake in them is named."""

from pathlib import Path

import pytest

from bot.settings import ACCEPTED, WrongSetting, between_commas, database_of, load_settings

TOKEN = "123456:ABC-canary"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to start from, and nothing set."""
    for name in ACCEPTED:
        monkeypatch.delenv(f"STEADY_{name}", raising=False)
        monkeypatch.delenv(f"STEADY_{name}_FILE", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refusal() -> str:
    with pytest.raises(WrongSetting) as refused:
        load_settings()
    return str(refused.value)


def test_nothing_need_be_set() -> None:
    settings = load_settings()

    assert settings.telegram_token is None
    assert settings.discord_token is None
    assert settings.database_url is None


def test_without_other_addresses_the_platforms_own_are_used() -> None:
    settings = load_settings()

    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.discord_api_url is None
    assert settings.discord_gateway_url is None


def test_words_of_ones_own_are_a_folder_that_is_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, read in (("own", folder / "own"), ("", None)):
        (folder / "own").mkdir(exist_ok=True)
        monkeypatch.setenv("STEADY_CONTENT", name and str(folder / name))
        assert load_settings().content == read
    monkeypatch.setenv("STEADY_CONTENT", str(folder / "canary"))

    assert refusal() == (
        "STEADY_CONTENT has a value that cannot be used. It takes a folder with words of your own (docs/words.md)."
    )


def test_a_token_is_read_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_TELEGRAM_TOKEN", f" {TOKEN}\n")

    settings = load_settings()

    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == TOKEN
    assert TOKEN not in repr(settings)


@pytest.mark.parametrize("empty", ["", "  "])
@pytest.mark.parametrize("name", ["TELEGRAM_TOKEN", "DISCORD_TOKEN"])
def test_an_empty_token_means_none(name: str, empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"STEADY_{name}", empty)

    settings = load_settings()

    assert settings.telegram_token is None
    assert settings.discord_token is None


def test_the_file_is_read_and_the_environment_wins(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text(
        "STEADY_DATABASE_URL=sqlite:///file.db\nSTEADY_TELEGRAM_API_URL=http://localhost:8081\n"
    )
    monkeypatch.setenv("STEADY_DATABASE_URL", "sqlite:///environment.db")

    settings = load_settings()

    assert settings.database_url == "sqlite:///environment.db"
    assert settings.telegram_api_url == "http://localhost:8081"


def test_other_names_in_the_file_are_nobodys_business(folder: Path) -> None:
    (folder / ".env").write_text("COMPOSE_PROJECT_NAME=mine\n")

    assert load_settings().database_url is None


def test_an_unknown_name_in_the_environment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_TELEGRAM_TOKN", TOKEN)

    sentence = refusal()

    assert "STEADY_TELEGRAM_TOKN" in sentence
    assert "STEADY_TELEGRAM_TOKEN" in sentence
    assert TOKEN not in sentence


def test_an_unknown_name_in_the_file_is_refused(folder: Path) -> None:
    (folder / ".env").write_text(f"STEADY_TOKEN={TOKEN}\n")

    sentence = refusal()

    assert "STEADY_TOKEN" in sentence
    assert TOKEN not in sentence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ACCESS", "friends"),
        ("ACCESS", ""),
        ("INVITE_CODES", "short"),
        ("INVITE_CODES", f"{TOKEN},lavender-7391"),
        ("INVITE_CODES", "lavender-7391"),
        ("ALLOWED", "12345"),
        ("ALLOWED", "telegram:@anna"),
        ("ALLOWED", "telegram:12345"),
        ("TELEGRAM_TOKEN", f"{TOKEN} {TOKEN}"),
        ("DISCORD_TOKEN", f"Bot {TOKEN}"),
        ("TELEGRAM_PER_SECOND", "0"),
        ("TELEGRAM_PER_SECOND", "1001"),
        ("TELEGRAM_PER_SECOND", "29.5"),
        ("DISCORD_PER_SECOND", "51"),
        ("DISCORD_PER_SECOND", "fast"),
        ("TELEGRAM_API_URL", "localhost:8081"),
        ("TELEGRAM_API_URL", "ftp://localhost"),
        ("TELEGRAM_API_URL", f"https:///bot{TOKEN}"),
        ("WEBHOOK_URL", "steady.example/hook"),
        ("WEBHOOK_URL", "https:///hook"),
        ("WEBHOOK_SECRET", f"{TOKEN} with a space"),
        ("WEBHOOK_SECRET", TOKEN),
        ("WEBHOOK_SECRET", "ü" * 20),
        ("WEBHOOK_SECRET", "x" * 257),
        ("WEBHOOK_LISTEN", "8080"),
        ("WEBHOOK_LISTEN", "localhost"),
        ("WEBHOOK_LISTEN", "localhost:0"),
        ("WEBHOOK_LISTEN", "localhost:65536"),
        ("WEBHOOK_LISTEN", "http://localhost:8080"),
        ("WEBHOOK_LISTEN", "localhost:8080/hook"),
        ("HEALTH_LISTEN", "8081"),
        ("HEALTH_LISTEN", "localhost:0"),
        ("HEALTH_LISTEN", "http://localhost:8081"),
        ("PING_URL", f"watcher.example/{TOKEN}"),
        ("PING_URL", f"ftp://watcher.example/{TOKEN}"),
        ("PING_URL", f"https:///{TOKEN}"),
        ("LOG_FORMAT", "yaml"),
        ("DISCORD_API_URL", "discord"),
        ("DISCORD_API_URL", "http://host:port/api/v10"),
        ("DISCORD_GATEWAY_URL", "https://host/gateway"),
    ],
)
def test_a_wrong_value_is_refused_with_its_name_and_what_it_takes(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"STEADY_{name}", value)

    sentence = refusal()

    assert sentence == f"STEADY_{name} has a value that cannot be used. It takes {ACCEPTED[name]}."
    assert TOKEN not in sentence


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_a_webhook_needs_a_secret(empty: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_WEBHOOK_URL", "https://steady.example/hook")
    if empty is not None:
        monkeypatch.setenv("STEADY_WEBHOOK_SECRET", empty)

    sentence = refusal()

    assert "STEADY_WEBHOOK_SECRET" in sentence
    assert "STEADY_WEBHOOK_URL needs one" in sentence


@pytest.mark.parametrize("place", ["127.0.0.1:8080", "0.0.0.0:80", "[::1]:8443", "steady-1.internal:9000"])
def test_a_webhook_has_an_address_a_secret_and_a_place(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_WEBHOOK_URL", "https://steady.example:8443/hook")
    monkeypatch.setenv("STEADY_WEBHOOK_SECRET", "s-E_cret\n")
    monkeypatch.setenv("STEADY_WEBHOOK_LISTEN", place)

    settings = load_settings()

    assert settings.webhook_url == "https://steady.example:8443/hook"
    assert settings.webhook_secret is not None
    assert settings.webhook_secret.get_secret_value() == "s-E_cret"
    assert "s-E_cret" not in repr(settings)
    assert settings.webhook_listen == place


def test_without_a_webhook_nothing_of_it_need_be_set() -> None:
    settings = load_settings()

    assert (settings.webhook_url, settings.webhook_secret) == (None, None)


def test_everybody_may_use_it_until_it_is_for_some(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings()

    assert (settings.access, settings.invite_codes, settings.allowed) == ("open", None, None)


def test_codes_are_read_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_ACCESS", "invite")
    monkeypatch.setenv("STEADY_INVITE_CODES", " lavender-7391, canary_code ,")

    settings = load_settings()

    assert settings.invite_codes is not None
    assert between_commas(settings.invite_codes.get_secret_value()) == ("lavender-7391", "canary_code")
    assert "canary_code" not in repr(settings)


def test_people_are_listed_by_platform_and_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_ACCESS", "list")
    monkeypatch.setenv("STEADY_ALLOWED", "telegram:12345, discord:67890")

    assert between_commas(load_settings().allowed or "") == ("telegram:12345", "discord:67890")


@pytest.mark.parametrize(("access", "name"), [("invite", "INVITE_CODES"), ("list", "ALLOWED")])
@pytest.mark.parametrize("empty", [None, "", " , "])
def test_who_lets_some_in_says_whom(access: str, name: str, empty: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_ACCESS", access)
    if empty is not None:
        monkeypatch.setenv(f"STEADY_{name}", empty)

    sentence = refusal()

    assert f"STEADY_{name}" in sentence
    assert f"STEADY_ACCESS={access}, which needs one" in sentence


def test_nobody_can_ask_for_its_health_until_a_place_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().health_listen is None

    monkeypatch.setenv("STEADY_HEALTH_LISTEN", "127.0.0.1:8080")

    assert load_settings().health_listen == "127.0.0.1:8080"


def test_the_webhook_and_whoever_asks_for_its_health_need_a_place_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_WEBHOOK_URL", "https://steady.example/hook")
    monkeypatch.setenv("STEADY_WEBHOOK_SECRET", "secret")
    monkeypatch.setenv("STEADY_HEALTH_LISTEN", "127.0.0.1:8080")

    assert "STEADY_HEALTH_LISTEN" in refusal()


def test_the_address_to_ping_is_read_as_it_is_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().ping_url is None

    monkeypatch.setenv("STEADY_PING_URL", f" https://watcher.example/{TOKEN}/\n")
    settings = load_settings()

    assert settings.ping_url is not None
    assert settings.ping_url.get_secret_value() == f"https://watcher.example/{TOKEN}/"
    assert TOKEN not in repr(settings)


def test_an_empty_address_to_ping_means_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_PING_URL", " ")

    assert load_settings().ping_url is None


def test_an_address_may_end_with_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_DISCORD_GATEWAY_URL", "ws://localhost:8082/gateway/")

    assert load_settings().discord_gateway_url == "ws://localhost:8082/gateway"


def test_the_pace_is_the_free_one_until_another_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (load_settings().telegram_per_second, load_settings().discord_per_second) == (30, 20)

    monkeypatch.setenv("STEADY_TELEGRAM_PER_SECOND", "1000")
    monkeypatch.setenv("STEADY_DISCORD_PER_SECOND", "50")

    assert (load_settings().telegram_per_second, load_settings().discord_per_second) == (1000, 50)


def test_without_a_database_a_file_in_the_data_folder_is_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))

    assert database_of(load_settings()) == f"sqlite:///{folder}/data/steady/steady.db"


SECRETS = [
    ("DATABASE_URL", "postgresql://steady:canary@database/steady"),
    ("TELEGRAM_TOKEN", TOKEN),
    ("DISCORD_TOKEN", TOKEN),
    ("WEBHOOK_SECRET", "s-E_cret"),
    ("PING_URL", f"https://watcher.example/{TOKEN}"),
]


@pytest.mark.parametrize(("name", "secret"), SECRETS)
def test_a_secret_may_stand_in_a_file_of_its_own(
    name: str, secret: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "secret").write_text(f"{secret}\n")
    monkeypatch.setenv(f"STEADY_{name}_FILE", str(folder / "secret"))

    found = getattr(load_settings(), name.lower())

    assert (found if name == "DATABASE_URL" else found.get_secret_value()) == secret


def test_the_name_of_a_file_may_stand_in_the_file_of_settings(folder: Path) -> None:
    (folder / "secret").write_text(TOKEN)
    (folder / ".env").write_text("STEADY_TELEGRAM_TOKEN=\nSTEADY_TELEGRAM_TOKEN_FILE=secret\n")

    token = load_settings().telegram_token

    assert token is not None
    assert token.get_secret_value() == TOKEN


def test_a_secret_in_two_places_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "secret").write_text(TOKEN)
    monkeypatch.setenv("STEADY_TELEGRAM_TOKEN_FILE", str(folder / "secret"))
    monkeypatch.setenv("STEADY_TELEGRAM_TOKEN", TOKEN)

    assert refusal() == ("STEADY_TELEGRAM_TOKEN and STEADY_TELEGRAM_TOKEN_FILE are both set. Leave one of them out.")


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (None, "which can't be read: No such file or directory. Check that the file is there and that Steady's user"),
        (b"\xff\xfe", "which can't be read: it is not text. Check that the file is there and that Steady's user"),
        (b" \n", f"which is empty. Write into it {ACCEPTED['TELEGRAM_TOKEN']}."),
    ],
)
def test_a_file_that_holds_no_secret_is_named_with_what_to_do(
    content: bytes | None, wrong: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "secret"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setenv("STEADY_TELEGRAM_TOKEN_FILE", str(file))

    assert refusal().startswith(f"STEADY_TELEGRAM_TOKEN_FILE names {file}, {wrong}")


def test_a_wrong_secret_in_a_file_is_told_by_the_name_of_its_variable(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "secret").write_text(f"{TOKEN} {TOKEN}")
    monkeypatch.setenv("STEADY_DISCORD_TOKEN_FILE", str(folder / "secret"))

    sentence = refusal()

    assert sentence.startswith("STEADY_DISCORD_TOKEN_FILE names a file whose content cannot be used.")
    assert TOKEN not in sentence


def test_only_what_is_secret_is_read_from_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_HEALTH_LISTEN_FILE", "place")

    assert "STEADY_HEALTH_LISTEN_FILE is not a setting of Steady" in refusal()
