"""Security: who may connect and how they prove it, TLS, passwords, certificates.

It stands below the servers and the clients, which ask it; it knows connections, and
nothing of who makes them.
"""

__all__: list[str] = []
