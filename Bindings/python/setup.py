"""Puts libkho into the package, and compiles the fast part where there is a C compiler.

The library is taken from $KHO_LIBRARY, else from the build of the repository this lies in, which is
made by `make lib` where it is missing.
"""
import os
import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NAME = "libkho.0.dylib" if sys.platform == "darwin" else "libkho.so.0"

try:
    from setuptools.command.bdist_wheel import bdist_wheel
except ImportError:
    from wheel.bdist_wheel import bdist_wheel


def library() -> Path:
    if "KHO_LIBRARY" in os.environ:
        return Path(os.environ["KHO_LIBRARY"])
    built = ROOT / ".build" / "release" / NAME
    if not built.exists() and (ROOT / "Makefile").exists():
        subprocess.run(["make", "-C", str(ROOT), "lib"], check=True)
    if not built.exists():
        sys.exit("libkho is missing: name it by KHO_LIBRARY=path")
    return built


class BuildWithLibrary(build_py):
    def run(self):
        super().run()
        target = Path(self.build_lib) / "kho"
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy(library(), target / NAME)


class PlatformWheel(bdist_wheel):
    """One wheel for all versions of Python from 3.10 on, of one platform."""

    def finalize_options(self):
        super().finalize_options()
        self.root_is_pure = False
        self.py_limited_api = "cp310"

    def get_tag(self):
        return ("cp310", "abi3", super().get_tag()[2])


setup(
    cmdclass={"build_py": BuildWithLibrary, "bdist_wheel": PlatformWheel},
    ext_modules=[
        Extension(
            "kho._speed", ["src/kho/_speed.c"], py_limited_api=True, optional=True,
            define_macros=[("Py_LIMITED_API", "0x030A0000")], extra_compile_args=["-O2"],
        )
    ],
)
