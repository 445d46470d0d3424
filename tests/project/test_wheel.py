"""What is built, and that it works where only its dependencies are installed."""

import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email import message_from_string
from email.message import Message
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import pytest

import ocpp_rpc
from tests.support.lacking import lack

# Environments are made, and programs run in them.
pytestmark = pytest.mark.timeout(120)

ROOT = Path(__file__).parents[2]
PACKAGES = {"ocpp_messages": ROOT / "generated", "ocpp_rpc": ROOT}
GENERATOR = "ocpp_codegen"
VERSION = ocpp_rpc.__version__
DIST_INFO = f"ocpp_rpc-{VERSION}.dist-info"
VERSIONS = {"1.5": "v15", "1.6": "v16", "2.0": "v20", "2.0.1": "v201", "2.1": "v21"}


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@dataclass(frozen=True)
class Environment:
    """A virtual environment with the wheel and its required dependencies."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def pip(self, *arguments: str | Path) -> str:
        """Run this interpreter's pip on the environment."""
        pip = (sys.executable, "-m", "pip", "--python", self.python)
        return run(*pip, *arguments, cwd=ROOT)

    def modules(self, program: str) -> set[str]:
        """Run `program` apart from this tree and tell which modules it loaded."""
        program += "; import json, sys; print(json.dumps(list(sys.modules)))"
        command = (self.python, "-I", "-W", "error", "-c", program)
        return set(json.loads(run(*command, cwd=self.folder)))

    def added(self, program: str) -> set[str]:
        """Modules outside the standard library that `program` loads."""
        outside = self.modules(program) - self.modules("pass")
        return {
            module
            for module in outside
            if module.partition(".")[0] not in sys.stdlib_module_names
        }


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "-o", folder, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    (built,) = dist.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, as whoever packages it for a system has it."""
    folder = tmp_path_factory.mktemp("source")
    with tarfile.open(dist / f"ocpp_rpc-{VERSION}.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    return folder / f"ocpp_rpc-{VERSION}"


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read(f"{DIST_INFO}/METADATA").decode()
    return message_from_string(text)


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=ROOT)
    made = Environment(folder)
    made.pip("install", "-q", "-c", "constraints.txt", wheel)
    return made


def source_files(package: str) -> set[str]:
    folder = PACKAGES[package]
    return {
        path.relative_to(folder).as_posix()
        for path in (folder / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def names(wheel: Path) -> Sequence[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_wheel_holds_the_packages_only(wheel: Path) -> None:
    top_level = {PurePosixPath(name).parts[0] for name in names(wheel)}

    assert top_level == {*PACKAGES, GENERATOR, DIST_INFO}


@pytest.mark.parametrize("package", PACKAGES)
def test_wheel_holds_every_file_of_a_package(wheel: Path, package: str) -> None:
    held = {name for name in names(wheel) if name.startswith(f"{package}/")}

    assert held == source_files(package)
    assert f"{package}/py.typed" in held


def test_wheel_holds_the_generator_and_its_data(wheel: Path) -> None:
    code = {
        path.relative_to(ROOT / "codegen").as_posix()
        for path in (ROOT / "codegen").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    data = {
        f"schemas/{path.name}"
        for path in (ROOT / "schemas").iterdir()
        if path.is_file()
    }
    assert data >= {"schemas/errata.toml", "schemas/ocpp1.5.json"}

    held = {name for name in names(wheel) if name.startswith(f"{GENERATOR}/")}

    assert held == {f"{GENERATOR}/{name}" for name in code | data}


def test_wheel_is_small_and_pure(wheel: Path) -> None:
    assert wheel.name == f"ocpp_rpc-{VERSION}-py3-none-any.whl"
    # The messages and the generator are more than half of it: docstrings have each
    # field, and v2x is a version of 2.x more.
    assert wheel.stat().st_size < 1_300_000


def test_messages_need_pydantic_only(metadata: Message) -> None:
    requirements = metadata.get_all("Requires-Dist", [])

    required = [text for text in requirements if "extra ==" not in text]
    assert [text.partition(">")[0] for text in required] == ["pydantic"]
    assert metadata.get_all("Provides-Extra") == [
        "aiohttp",
        "argon2",
        "cli",
        "codegen",
        "console",
        "fastapi",
        "nats",
        "opentelemetry",
        "picows",
        "prometheus",
        "proxy",
        "security",
        "starlette",
        "uvloop",
        "websockets",
    ]


def test_metadata(metadata: Message) -> None:
    assert metadata["Name"] == "ocpp-rpc"
    assert metadata["Version"] == VERSION
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Description-Content-Type"] == "text/markdown"


def test_links_of_the_readme(metadata: Message) -> None:
    """PyPI shows the README, and has none of the files beside it."""
    links = re.findall(r"\]\(([^)\s]+)\)", str(metadata.get_payload()))
    files = f"https://github.com/ocpp-rpc/ocpp-rpc/blob/v{VERSION}/"
    ours = [link.removeprefix(files) for link in links if link.startswith(files)]
    assert len(ours) > 10
    assert [link for link in ours if not (ROOT / link.partition("#")[0]).exists()] == []
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
    urls = dict(each.split(", ") for each in metadata.get_all("Project-URL", []))
    assert files.startswith(urls["Source"])


def test_pypi_takes_both(dist: Path) -> None:
    lack("" if find_spec("twine") else "twine is not installed")
    told = run(
        sys.executable, "-m", "twine", "check", "--strict", *dist.iterdir(), cwd=ROOT
    )
    assert told.count("PASSED") == 2


def test_the_same_source_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """Built from this folder, and from the source distribution in another one."""
    run(
        *(sys.executable, "-m", "build", "--no-isolation", "--wheel"),
        *("-o", tmp_path),
        cwd=ROOT,
    )
    (again,) = tmp_path.glob("*.whl")
    assert sha256(again.read_bytes()).digest() == sha256(wheel.read_bytes()).digest()


def test_source_distribution_has_its_tests(unpacked: Path) -> None:
    """Those of a room pass there: whoever packages it runs them all."""
    tests = (
        "tests/observing/test_json_lines.py",
        "tests/project/test_repository.py",
        "tests/protocol/test_frames.py",
    )
    told = run(
        *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests),
        cwd=unpacked,
    )
    assert " passed" in told


def test_nothing_but_pydantic_is_installed(environment: Environment) -> None:
    listed = environment.pip("list", "--format=json")

    installed = {entry["name"].lower() for entry in json.loads(listed)}
    assert installed == {
        "annotated-types",
        "ocpp-rpc",
        "pydantic",
        "pydantic_core",
        "typing-inspection",
        "typing_extensions",
    }


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_load_no_version(environment: Environment, package: str) -> None:
    added = environment.added(f"import {package}")

    assert package in added
    assert not added & {f"ocpp_messages.{name}" for name in VERSIONS.values()}


@pytest.mark.parametrize(("version", "name"), VERSIONS.items())
def test_each_version_loads_alone(
    environment: Environment, version: str, name: str
) -> None:
    imported = environment.added(f"from ocpp_messages import {name}")
    loaded = environment.added(f"import ocpp_messages; ocpp_messages.load({version!r})")

    packages = {f"ocpp_messages.{other}" for other in VERSIONS.values()}
    assert imported & packages == {f"ocpp_messages.{name}"}
    assert loaded == imported


def test_messages_load_pydantic_only(environment: Environment) -> None:
    beside = environment.added("from ocpp_messages import v16")

    beside -= environment.added("import pydantic, pydantic_core; pydantic.BaseModel")
    assert {module.partition(".")[0] for module in beside} <= {
        "annotated_types",
        "ocpp_messages",
        "pydantic",
        "pydantic_core",
        "typing_extensions",
        "typing_inspection",
    }


def test_messages_work_without_connections(environment: Environment) -> None:
    program = (
        "from ocpp_messages import v16;"
        "text = v16.dumps(v16.HeartbeatRequest());"
        "assert v16.loads(v16.HeartbeatRequest, text) == v16.HeartbeatRequest()"
    )

    assert "ocpp_messages.v16" in environment.added(program)


# The generator, where it is installed


def test_generator_says_which_extra_it_needs(environment: Environment) -> None:
    done = subprocess.run(
        [environment.folder / "bin" / "ocpp-codegen"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "ocpp-codegen needs typer: pip install 'ocpp-rpc[codegen]'\n"
    )


@pytest.fixture(scope="module")
def workshop(
    wheel: Path, oca: Path, tmp_path_factory: pytest.TempPathFactory
) -> Environment:
    """A virtual environment with the generator, far from this repository."""
    folder = tmp_path_factory.mktemp("workshop")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=ROOT)
    made = Environment(folder)
    made.pip("install", "-q", "-c", "constraints.txt", f"{wheel}[codegen,websockets]")
    shutil.copytree(ROOT / "examples" / "acme", folder / "acme")
    shutil.copytree(oca / "1.6", folder / "cache" / "ocpp-codegen" / "1.6")
    return made


@pytest.fixture
def tool(workshop: Environment, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """The command, as someone runs it who has never seen the repository."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(workshop.folder / "cache"))
    monkeypatch.delenv("PYTHONPATH", raising=False)
    command = workshop.folder / "bin" / "ocpp-codegen"
    return lambda *arguments: run(command, *arguments, cwd=workshop.folder)


def test_extension_outside_the_repository(
    workshop: Environment, tool: Callable[..., str]
) -> None:
    assert tool("extend", "acme", "--out", "acme") == "written: acme/acme16\n"
    example = workshop.folder / "acme"

    printed = run(
        workshop.python, "-W", "error", example / "conversation.py", cwd=example
    )

    assert printed.splitlines()[-1] == "back office: Shown"
    head = (example / "acme16" / "messages.py").read_text("utf-8").splitlines()[0]
    assert head == "# Generated from acme/extension.toml by `ocpp-codegen extend`."
    checked = run(
        *(sys.executable, "-m", "mypy", "--strict", "--no-incremental"),
        *("--python-executable", workshop.python, "acme16", "conversation.py"),
        cwd=example,
    )
    assert checked.startswith("Success")


def test_edition_outside_the_repository(
    workshop: Environment, tool: Callable[..., str]
) -> None:
    """Our own messages come out as they are installed, but for who wrote them."""
    options = ("--version", "1.6", "--package", "edition", "--out", "here")
    assert tool("generate", *options) == "written: here/edition\n"
    assert tool("check", *options) == "here/edition is up to date\n"

    written = workshop.folder / "here" / "edition" / "v16" / "messages.py"
    text = written.read_text("utf-8").replace("edition.v16", "ocpp_messages.v16")
    ours = ROOT / "generated" / "ocpp_messages" / "v16" / "messages.py"
    assert _classes(text) == _classes(ours.read_text("utf-8"))


def test_files_are_kept_in_the_cache(
    workshop: Environment, tool: Callable[..., str]
) -> None:
    assert tool("fetch", "--version", "1.6") == "OCPP 1.6: 78 files, already there\n"
    assert tool("init", "mine") == "written: mine\n"
    assert (workshop.folder / "mine" / "procedures.toml").is_file()


def _classes(module: str) -> str:
    return module[module.index("\nclass ") :]
