"""What TLS is to trust, and to show, from files in PEM."""

from __future__ import annotations

from pathlib import Path
from ssl import Purpose, SSLContext, SSLError, create_default_context

__all__ = ["of_client", "of_server"]


def of_client(ca: Path) -> SSLContext:
    """Return a context that trusts the certificates in a file, and no others.

    Raises:
        ValueError: There are none.
    """
    try:
        return create_default_context(cafile=ca)
    except SSLError:
        raise ValueError(f"there is no certificate in {ca}") from None


def of_server(certificate: Path, key: Path | None) -> SSLContext:
    """Return a context that shows a certificate.

    Args:
        certificate: The file with it, and with those that lead to its CA.
        key: The file with its key, if that is another one.

    Raises:
        ValueError: They do not belong together, or are none.
    """
    context = create_default_context(Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(certificate, key)
    except SSLError:
        where = certificate if key is None else f"{certificate} and {key}"
        raise ValueError(f"there is no certificate with its key in {where}") from None
    return context
