"""Links to files of the repository lead to their places on the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from website.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    (tmp_path / "docs").mkdir()
    (tmp_path / "examples" / "acme").mkdir(parents=True)
    (tmp_path / "docs" / "one.md").write_text(
        "# One\n\n[two.md](two.md#part), [file](../NOTES.md) and [acme][]\n\n"
        "![picture](picture.png)\n\n[acme]: ../examples/acme\n",
        encoding="utf-8",
    )
    (tmp_path / "docs" / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "docs" / "two.md").write_text("# The second\n", encoding="utf-8")
    (tmp_path / "NOTES.md").write_text(
        "# Notes\n\n[back](docs/one.md), [run](examples/run.py)\n", encoding="utf-8"
    )
    (tmp_path / "examples" / "run.py").write_text("print()\n", encoding="utf-8")
    (tmp_path / "examples" / "acme" / "a.toml").write_text("a = 1\n", encoding="utf-8")
    (tmp_path / "examples" / "unread.py").write_text("print()\n", encoding="utf-8")
    return Repository(tmp_path, "docs")


def test_what_is_linked_to_is_taken_along_and_no_more(repository: Repository) -> None:
    assert dict(repository.pages()) == {
        "repository/NOTES.md": (
            "# Notes\n\n[back](../one.md), [run](examples/run.py.md)\n"
        ),
        "repository/examples/run.py.md": (
            "# examples/run.py\n\n````python\nprint()\n````\n"
        ),
        "repository/examples/acme/index.md": (
            "# examples/acme\n\n- [a.toml](a.toml.md)\n"
        ),
        "repository/examples/acme/a.toml.md": (
            "# examples/acme/a.toml\n\n````toml\na = 1\n````\n"
        ),
    }


def test_links_of_a_page(repository: Repository) -> None:
    text = (repository.root / "docs" / "one.md").read_text(encoding="utf-8")
    assert repository.relinked("docs/one.md", text) == (
        "# One\n\n"
        "[The second](two.md#part), [file](repository/NOTES.md) and [acme][]\n\n"
        "![picture](picture.png)\n\n[acme]: repository/examples/acme/index.md\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "[gone](gone.md)",
        "[elsewhere](https://example.org/two.md)",
        "[outside](../../secret.md)",
        "```md\n[two](../NOTES.md)\n```",
    ],
)
def test_other_links_stay(repository: Repository, text: str) -> None:
    assert repository.relinked("docs/one.md", text) == text
