"""The error for a certificate that OpenSSL has verified but that is refused."""

from __future__ import annotations

from ssl import SSL_ERROR_SSL, SSLCertVerificationError

__all__ = ["failed_verification"]


def failed_verification(code: int, message: str) -> SSLCertVerificationError:
    """Return the error that OpenSSL would have raised.

    Args:
        code: The number of the cause in OpenSSL.
        message: A description of the cause.
    """
    reason = "CERTIFICATE_VERIFY_FAILED"
    text = f"[SSL: {reason}] certificate verify failed: {message}"
    error = SSLCertVerificationError(SSL_ERROR_SSL, text)
    error.reason = reason
    error.verify_code = code
    error.verify_message = message
    return error
