"""What the tests of connections can be told."""

from hypothesis import settings

settings.register_profile("long", max_examples=3000, stateful_step_count=100)
