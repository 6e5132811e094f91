"""What the article's tests share: a window behind which the library stays sound."""

import pytest
from seeing import assert_sound


@pytest.fixture
def window(window):
    """Whatever a test does in the article, the library is sound behind it."""
    path = window.session.library.path
    yield window
    window.article.typing.flush()
    assert_sound(path)
