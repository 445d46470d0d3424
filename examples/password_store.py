"""Hashes of the passwords of chargers in a database, by SQLAlchemy.

Any database does that SQLAlchemy can speak to with asyncio; here it is SQLite, in
memory. Several nodes of a back office may share it.

Needs `ocpp-rpc`, `sqlalchemy[asyncio]` and aiosqlite.
"""

import asyncio
import json

from sqlalchemy import (
    Boolean,
    Column,
    Delete,
    MetaData,
    String,
    Table,
    Text,
    Update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import StaticPool

from ocpp_rpc.security.passwords import PasswordRecord, Passwords

__all__ = ["SqlStore", "metadata"]

metadata = MetaData()
PASSWORD = Table(
    "password",
    metadata,
    Column("identity", String(255), primary_key=True),
    Column("current", Text),
    Column("pending", Text, nullable=False),
    Column("until_reboot", Boolean, nullable=False),
)


class SqlStore:
    """A `PasswordStore`. Each change is one statement, so nobody comes between."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def get(self, identity: str, /) -> PasswordRecord | None:
        """Return what is kept about an identity."""
        query = PASSWORD.select().where(PASSWORD.c.identity == identity)
        async with self._engine.connect() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        return PasswordRecord(
            current=row.current,
            pending=json.loads(row.pending),
            until_reboot=row.until_reboot,
        )

    async def replace(
        self, identity: str, old: PasswordRecord | None, new: PasswordRecord | None, /
    ) -> bool:
        """Keep something else about an identity, if what is kept is still `old`."""
        if old is None:
            return new is None or await self._insert(identity, new)
        as_it_was = (
            PASSWORD.c.identity == identity,
            PASSWORD.c.current.is_not_distinct_from(old.current),
            PASSWORD.c.pending == json.dumps(old.pending),
            PASSWORD.c.until_reboot == old.until_reboot,
        )
        change: Delete | Update = PASSWORD.delete().where(*as_it_was)
        if new is not None:
            change = PASSWORD.update().where(*as_it_was).values(**values(new))
        async with self._engine.begin() as connection:
            return (await connection.execute(change)).rowcount == 1

    async def _insert(self, identity: str, new: PasswordRecord) -> bool:
        insert = PASSWORD.insert().values(identity=identity, **values(new))
        try:
            async with self._engine.begin() as connection:
                await connection.execute(insert)
        except IntegrityError:  # it is there already
            return False
        return True


def values(record: PasswordRecord) -> dict[str, object]:
    return {
        "current": record.current,
        "pending": json.dumps(record.pending),
        "until_reboot": record.until_reboot,
    }


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite://", poolclass=StaticPool)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    passwords = Passwords(SqlStore(engine))

    key = await passwords.issue("CP001", "2.0.1")
    print("the password of CP001 is right:", await passwords("CP001", key))
    print("another one is right:", await passwords("CP001", key[::-1]))
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
