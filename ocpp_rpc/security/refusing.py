"""Refusing a certificate that OpenSSL has verified."""

from __future__ import annotations

from ssl import SSLCertVerificationError

__all__ = ["failed_verification"]


def failed_verification(code: int, message: str) -> SSLCertVerificationError:
    """Return an error as OpenSSL would have raised it.

    Args:
        code: The number that OpenSSL has for the cause.
        message: The cause, in words.
    """
    error = SSLCertVerificationError(f"certificate verify failed: {message}")
    error.reason = "CERTIFICATE_VERIFY_FAILED"
    error.verify_code = code
    error.verify_message = message
    return error
