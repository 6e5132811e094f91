"""What the search's tests share: to search as a person does."""

import pytest
from acting import compose, search_ended


@pytest.fixture
def find(qtbot, press):
    """Search by Ctrl+F, typing and waiting for the pause."""

    def found(window, typed):
        press(window, "actionSearch")
        assert window.focusWidget() is window.search_box
        compose(window.search_box, commit=typed)
        search_ended(qtbot, window)

    return found
