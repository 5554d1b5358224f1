"""What Steady is shipped in: the image, the compose file and the service of systemd."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import ACCEPTED, IN_FILES
from scripts.check_image import let_in, moved, said, stages

ROOT = Path(__file__).parent.parent
UNIT = ROOT / "deploy" / "systemd" / "steady.service"
SETTINGS = {f"STEADY_{name}" for name in ACCEPTED} | {f"STEADY_{name}_FILE" for name in IN_FILES}
MOST_EXPOSED = "20"  # tenths, of `systemd-analyze security`, which calls up to 4.9 "OK"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def unit() -> list[tuple[str, str]]:
    return directives(UNIT)


def directives(file: Path) -> list[tuple[str, str]]:
    """The directives of a unit, in order."""
    lines = file.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("=") for line in lines if "=" in line and not line.startswith("#"))
    return [(name, value) for name, _, value in pairs]


def test_compose_sets_only_what_is_a_setting(compose: dict[str, Any]) -> None:
    assert set(compose["services"]["steady"]["environment"]) <= SETTINGS


def test_no_secret_of_compose_stands_in_its_environment(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        secret = {name: value for name, value in service["environment"].items() if name.endswith("_FILE")}
        assert {f"/run/secrets/{name}" for name in service["secrets"]} == set(secret.values())
        assert set(service["secrets"]) <= set(compose["secrets"])
    assert compose["services"]["steady"]["environment"]["STEADY_DATABASE_URL"] == ""


def test_every_container_of_compose_may_do_little_and_comes_back(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert "/tmp" in service["tmpfs"], name  # noqa: S108 - in the container
        assert service["restart"] == "unless-stopped", name
        assert "ports" not in service, name


def test_what_compose_keeps_is_in_named_volumes_and_steady_waits_for_its_database(compose: dict[str, Any]) -> None:
    services = compose["services"]
    kept = {volume.partition(":")[0] for service in services.values() for volume in service["volumes"]}

    assert kept == set(compose["volumes"])
    assert services["steady"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert services["database"]["healthcheck"]["test"][1] == "pg_isready"
    assert services["database"]["networks"] == ["inside"]
    assert compose["networks"]["inside"] == {"internal": True}


def test_the_image_is_run_by_nobody_special_and_sets_only_what_is_a_setting() -> None:
    build, last = stages((ROOT / "Dockerfile").read_text(encoding="utf-8"))
    names = {pair.partition("=")[0] for line in said(last, "ENV") for pair in line.split()}

    assert said(last, "USER") == ["1000"]
    assert said(last, "ENTRYPOINT") == ['["steady"]']
    assert len(said(last, "HEALTHCHECK")) == 1
    assert {name for name in names if name.startswith("STEADY_")} <= SETTINGS
    assert not any(command.startswith(("apt", "pip")) for command in said(last, "RUN"))
    assert "--require-hashes -r locks/run.txt" in said(build, "RUN")[0]


def test_nothing_gets_into_the_image_that_is_not_named() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8")
    files = [
        "bot/cli.py",
        "README.md",
        "locks/run.txt",
        ".env",
        "secrets/telegram_token",
        "tests/fakes.py",
        "steady.db",
    ]

    assert let_in(ignored, files) == ["bot/cli.py", "README.md", "locks/run.txt"]
    assert "*" in ignored.splitlines()


def test_the_paths_of_the_image_are_moved_and_others_are_not(tmp_path: Path) -> None:
    assert (
        moved("/venv/bin/pip x/src a=/data /database", tmp_path)
        == f"{tmp_path}/venv/bin/pip x/src a={tmp_path}/data /database"
    )


def test_the_service_sets_only_what_is_a_setting(unit: list[tuple[str, str]]) -> None:
    names = {value.partition("=")[0] for name, value in unit if name == "Environment"}

    assert {name for name in names if name.startswith("STEADY_")} <= SETTINGS


def test_the_service_gets_its_token_as_a_credential(unit: list[tuple[str, str]]) -> None:
    assert ("Environment", "STEADY_TELEGRAM_TOKEN_FILE=%d/telegram_token") in unit


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
@pytest.mark.parametrize("unit", ["steady.service", "steady-backup.service", "steady-backup.timer"])
def test_systemd_finds_no_fault_with_what_is_installed(unit: str, tmp_path: Path) -> None:
    for file in UNIT.parent.iterdir():
        (tmp_path / file.name).write_text(file.read_text().replace("/opt/steady/venv/bin/steady", "/bin/true"))

    done = analyzed("verify", tmp_path / unit)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
@pytest.mark.parametrize("unit", ["steady.service", "steady-backup.service"])
def test_a_service_is_exposed_to_little(unit: str) -> None:
    done = analyzed("security", "--offline=yes", f"--threshold={MOST_EXPOSED}", UNIT.with_name(unit))

    assert (done.returncode, done.stderr) == (0, "")


def analyzed(*ask: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["systemd-analyze", *ask], capture_output=True, text=True, check=False)  # noqa: S603, S607


def test_the_backup_sets_only_what_is_a_setting_and_backs_up_what_the_service_serves(
    unit: list[tuple[str, str]],
) -> None:
    its = directives(UNIT.with_name("steady-backup.service"))

    names = {value.partition("=")[0] for name, value in its if name == "Environment"}
    assert {name for name in names if name.startswith("STEADY_")} <= SETTINGS
    for name in ("User", "StateDirectory", "WorkingDirectory"):
        assert dict(its)[name] == dict(unit)[name]
    assert ("Environment", "STEADY_DATABASE_URL=sqlite:///%S/steady/steady.db") in {*its} & {*unit}
