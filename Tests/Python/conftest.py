"""What the tests of the Python package share. Their ids are those of Tests/Faces/README.md."""
import os
import signal

import kho
import pytest


@pytest.fixture
def graph():
    """A temporary database."""
    with kho.connect() as connection:
        yield connection


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "a.kho")


@pytest.fixture
def fails():
    """`with fails(kho.Misuse, "DatabaseClosed"):` the error with its detail."""
    class Failing:
        def __init__(self, kind, detail=None):
            self.raises = pytest.raises(kind)
            self.detail = detail

        def __enter__(self):
            self.info = self.raises.__enter__()
            return self.info

        def __exit__(self, *exception):
            result = self.raises.__exit__(*exception)
            assert self.detail in (None, self.info.value.detail)
            return result

    return Failing


@pytest.fixture(autouse=True)
def in_time():
    """No case hangs."""
    def fail(*_):
        raise TimeoutError("the case took longer than 60 seconds")

    previous = signal.signal(signal.SIGALRM, fail)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, previous)


@pytest.fixture
def many():
    """Rows of a test of many rows."""
    return int(os.environ.get("KHO_TEST_ROWS", "1000000"))


def count(connection):
    return connection.execute("MATCH (n) RETURN count(n)").value()


#: A statement that does not end by itself in any test's time.
ENDLESS = ("UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y "
           "WITH x WHERE x < y - x RETURN count(x)")
