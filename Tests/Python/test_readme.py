"""The programs in the README files run as they stand there."""
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["README.md", "Bindings/python/README.md"])
def test_the_program_for_python(name, tmp_path):
    programs = re.findall(r"```python\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.S)
    assert programs
    for program in programs:
        assert program.count("\n") < 20
        for _ in range(2):
            run = subprocess.run(
                [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True)
            assert (run.returncode, run.stderr) == (0, "")
            assert "Ada" in run.stdout


def test_the_program_for_c_is_the_example():
    program, = re.findall(r"```c\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    assert program == (ROOT / "Bindings/c/example.c").read_text(encoding="utf-8")
    assert program.count("\n") < 20
