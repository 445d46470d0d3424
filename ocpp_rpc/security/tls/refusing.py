"""Refusing a certificate that OpenSSL has verified."""

from __future__ import annotations

from ssl import SSL_ERROR_SSL, SSLCertVerificationError

__all__ = ["failed_verification"]


def failed_verification(code: int, message: str) -> SSLCertVerificationError:
    """Return an error as OpenSSL would have raised it.

    Args:
        code: The number that OpenSSL has for the cause.
        message: The cause, in words.
    """
    reason = "CERTIFICATE_VERIFY_FAILED"
    text = f"[SSL: {reason}] certificate verify failed: {message}"
    error = SSLCertVerificationError(SSL_ERROR_SSL, text)
    error.reason = reason
    error.verify_code = code
    error.verify_message = message
    return error
