# /// script
# dependencies = ["filelock==4.2.11", "nox==2026.10.20", "uv==0.13.9"]
# ///
"""Every check of the project; plain `nox` runs them all, `nox -j 3` three at a time.

A session installs its own group of pinned dependencies (pyproject.toml, and
constraints.txt for what these pull in). Needed from outside: PyPI and npm, and the
latter only for the npm peers and for axe; nats-server and haproxy, for the tests of a
fleet; chromium, for those of the console; and systemd-analyze, for that of a unit.
"""

import os
import shutil
from itertools import chain
from pathlib import Path

import nox
from filelock import FileLock

nox.needs_version = ">=2026.10.20"
# uv installs in a second what takes pip half a minute, a dozen times in one run.
nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
nox.options.allow_parallel = True
nox.options.error_on_missing_interpreters = True

# Images of containers often set it: hundreds of programs would compile all they import.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

PYPROJECT = nox.project.load_toml("pyproject.toml")
CONSTRAINTS = Path("constraints.txt")
CONSOLE = Path("tests/console")
INTEROP = Path("tests/interop")
MUTANTS = Path("mutants")

# Test files that have a session of their own; all others run in `tests`.
SUITES = {
    "generator": ["tests/codegen", "tests/schemas"],
    "types": ["tests/project/test_typing.py"],
    "oracle": ["tests/oracle"],
    "interop": ["tests/interop"],
    "examples": ["tests/project/test_docs.py", "tests/project/test_examples.py"],
    "build": ["tests/project/test_wheel.py"],
    "fleet": ["tests/fleet"],
    "console": ["tests/console"],
    "site": ["tests/site"],
}
# What the oldest dependencies may decide. `tests` and `fleet` show the rest, which only
# our code, the standard library and pydantic decide, with the newest ones.
LIBRARY = [
    "tests/back_office",
    "tests/cli",
    "tests/fleet/test_nats.py",
    "tests/messages",
    "tests/observing",
    "tests/security",
    "tests/transports",
    *sorted(map(str, Path("tests").glob("test_*.py"))),
]
# Of these, what takes many examples or programs to show, or imports.
SHOWN_ONCE = [
    "tests/back_office/test_server_machine.py",
    "tests/cli/test_decode_anything.py",
    "tests/cli/test_office_security.py",
    "tests/cli/test_reaching.py",
    "tests/cli/test_relay.py",
    "tests/cli/test_relay_options.py",
    "tests/messages/test_family_laws.py",
    "tests/messages/test_imports.py",
    "tests/messages/test_laws.py",
    "tests/messages/test_tolerance.py::test_one_deviation_is_let_pass_by_its_kind_only",
    "tests/messages/test_tolerance.py::test_valid_messages_do_not_deviate",
    "tests/messages/test_v1x_trust.py",
    "tests/security/boot",
    "tests/security/passwords/test_change.py",
    "tests/security/passwords/test_file.py",
    "tests/security/profiles/test_settings.py",
    "tests/security/signing/test_forgeries.py",
    "tests/security/test_attacks.py",
    "tests/security/test_certification.py",
    "tests/security/tls",
    "tests/test_imports.py",
]


def without(*suites: str) -> list[str]:
    """Return the arguments for all tests but those of some suites."""
    return [f"--ignore={path}" for suite in suites for path in SUITES[suite]]


def install(session: nox.Session, group: str, *, project: bool = True) -> None:
    """Install a dependency group and, unless told otherwise, the project, editable."""
    pins = nox.project.dependency_groups(PYPROJECT, group)
    session.install("-c", str(CONSTRAINTS), *pins)
    if project:
        session.install("--no-deps", "--no-build-isolation", "-e", ".")


def fetch(session: nox.Session) -> None:
    """Bring the published schema files; offline when they are already there."""
    with FileLock(".nox/fetch.lock"):
        session.run("python", "-m", "codegen", "fetch")


def install_from_npm(session: nox.Session, folder: Path) -> None:
    """Install what the tests of a folder need from npm."""
    if shutil.which("npm"):
        with session.chdir(folder):
            session.run("npm", "ci", "--ignore-scripts", external=True)
    else:  # in CI these tests fail then
        session.warn("npm is not installed: the tests that need it will be skipped")


@nox.session
def lint(session: nox.Session) -> None:
    """Style and likely mistakes."""
    install(session, "lint", project=False)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Strict types of everything, by mypy and by pyright."""
    install(session, "types")
    session.run("mypy")
    session.run("pyright")
    session.run("pytest", *SUITES["types"])


@nox.session
def drift(session: nox.Session) -> None:
    """generated/ is what the generator writes today."""
    install(session, "codegen", project=False)
    fetch(session)
    session.run("python", "-m", "codegen", "check")


@nox.session
def tests(session: nox.Session) -> None:
    """All tests but those that have a session of their own."""
    install(session, "test")
    fetch(session)
    session.run("pytest", *without(*SUITES), *session.posargs)


@nox.session
def generator(session: nox.Session) -> None:
    """The generator, and the data it reads."""
    install(session, "test")
    fetch(session)
    session.run("pytest", *SUITES["generator"], *session.posargs)


@nox.session
def fleet(session: nox.Session) -> None:
    """A back office of several processes, over the real NATS, with every fault."""
    install(session, "test")
    for server in ("nats-server", "haproxy"):
        if not shutil.which(server, path=f"{os.environ['PATH']}:/usr/sbin"):
            session.warn(f"{server} is not installed: the tests with it are skipped")
    session.run("pytest", *SUITES["fleet"], *session.posargs)


@nox.session
def lowest(session: nox.Session) -> None:
    """The oldest dependencies that pyproject.toml allows."""
    project = PYPROJECT["project"]
    needs = [project["dependencies"], *project["optional-dependencies"].values()]
    floors = [need.replace(">=", "==") for need in chain(*needs) if ">=" in need]
    # The SDK that the tests need goes with the API of its own version only.
    floors += [f.replace("-api", "-sdk") for f in floors if "opentelemetry" in f]
    install(session, "lowest", project=False)
    session.install(*floors)
    session.install("--no-deps", "--no-build-isolation", "-e", ".")
    shown = [f"--deselect={test}" for test in SHOWN_ONCE]
    session.run("pytest", *LIBRARY, *shown, *session.posargs)


@nox.session
def oracle(session: nox.Session) -> None:
    """Every message of every version, against jsonschema on the original files."""
    install(session, "test")
    fetch(session)
    session.run("pytest", *SUITES["oracle"], *session.posargs)


@nox.session
def interop(session: nox.Session) -> None:
    """Conversations with other implementations; those from npm need Node."""
    install(session, "interop")
    install_from_npm(session, INTEROP)
    session.run("pytest", *SUITES["interop"], *session.posargs)


@nox.session
def console(session: nox.Session) -> None:
    """The console: what it knows, and its page in Chromium, with axe from npm."""
    install(session, "console")
    install_from_npm(session, CONSOLE)
    if not shutil.which("chromium"):
        session.warn("chromium is not installed: the tests in it are skipped")
    session.run("pytest", *SUITES["console"], *session.posargs)


@nox.session
def examples(session: nox.Session) -> None:
    """The programs of examples/, of the README and of docs/ do what they say."""
    install(session, "test")
    fetch(session)
    session.run("pytest", *SUITES["examples"], *session.posargs)


@nox.session
def site(session: nox.Session) -> None:
    """The site builds without a warning, is complete, and asks no other host."""
    install(session, "site")
    fetch(session)
    place = Path(session.create_tmp(), "site").resolve()
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    session.run("mkdocs", "build", "--strict", "--site-dir", str(place), env=quiet)
    session.run("pytest", *SUITES["site"], *session.posargs, env={"SITE": str(place)})


@nox.session
def build(session: nox.Session) -> None:
    """The wheel holds what it should, and works on its own."""
    install(session, "types", project=False)
    install(session, "release", project=False)
    session.run("pytest", *SUITES["build"], *session.posargs)


@nox.session(default=False)
def generate(session: nox.Session) -> None:
    """Write generated/ anew."""
    install(session, "codegen", project=False)
    fetch(session)
    session.run("python", "-m", "codegen", "generate")


# The suites that show what our own code does, beside `tests`.
_COVERING = {"console", "fleet", "generator"}


@nox.session(default=False)
def coverage(session: nox.Session) -> None:
    """The tests of our own code reach every line and branch, or it is listed."""
    install(session, "coverage")
    fetch(session)
    session.run("coverage", "erase")
    others = without(*(name for name in SUITES if name not in _COVERING))
    session.run("coverage", "run", "-m", "pytest", *others)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Which mutations of the core its tests do not notice; patterns name mutants."""
    install(session, "mutation", project=False)
    shutil.rmtree(MUTANTS, ignore_errors=True)
    session.run("mutmut", "run", *session.posargs)
    if not session.posargs:  # otherwise the run itself has listed them
        session.run("mutmut", "results")


@nox.session(default=False, reuse_venv=False)
def lock(session: nox.Session) -> None:
    """Write constraints.txt anew, from the groups of pyproject.toml."""
    groups = ("types", "coverage", "mutation", "release")
    session.install(*nox.project.dependency_groups(PYPROJECT, *groups))
    frozen = session.run("python", "-m", "pip", "freeze", silent=True)
    CONSTRAINTS.write_text(f"# Written by `nox -s lock`.\n{frozen}", encoding="utf-8")
