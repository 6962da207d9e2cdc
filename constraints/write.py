"""Writes the releases that the tests are run with: `newest.txt` and `lowest.txt`, beside this file.

    python constraints/write.py              makes two environments, installs into each, writes both files
    python constraints/write.py --moved      says which releases of this environment are not those of newest.txt

`newest.txt` is all that the package index serves today. In `lowest.txt` each package that pyproject.toml names has the
lowest release that pyproject.toml allows; what those need in turn is as new as they take. pip reads either file from
PIP_CONSTRAINT, for the build too.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PIN = re.compile(r"([A-Za-z0-9._-]+)==(\S+)")
LOWEST = re.compile(r"([A-Za-z0-9._-]+)>=([^,;\s]+)")
HEADS = {
    "newest": "# Every release the index served when this was written: python constraints/write.py",
    "lowest": "# The lowest releases that pyproject.toml allows: python constraints/write.py",
}


def requirements() -> list[str]:
    """What pyproject.toml asks for: to build, to run and to test."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]
    return [*project["build-system"]["requires"], *wanted["dependencies"], *wanted["optional-dependencies"]["dev"]]


def lower_bounds() -> dict[str, str]:
    """The lowest release of each package that pyproject.toml names."""
    return dict(LOWEST.match(requirement).groups() for requirement in requirements())


def pins(name: str) -> dict[str, str]:
    """The releases in `newest.txt` or `lowest.txt`, by package."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return dict(PIN.fullmatch(line).groups() for line in lines if not line.startswith("#"))


def installed(constraints: list[str]) -> list[str]:
    """The releases that an environment of its own gets for all requirements under constraints."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        pip = [f"{folder}/bin/python", "-m", "pip", "--disable-pip-version-check"]
        limits = Path(folder, "limits.txt")
        limits.write_text("\n".join(constraints), encoding="utf-8")
        subprocess.run([*pip, "install", "-q", "-c", limits, *requirements()], check=True)
        frozen = subprocess.run([*pip, "freeze"], check=True, capture_output=True, text=True)
    return sorted(frozen.stdout.splitlines(), key=str.lower)


def write() -> None:
    """Writes both files anew."""
    lowest = [f"{name}=={bound}" for name, bound in lower_bounds().items()]
    for name, constraints in (("newest", []), ("lowest", lowest)):
        text = "\n".join([HEADS[name], *installed(constraints)])
        (HERE / f"{name}.txt").write_text(text + "\n", encoding="utf-8")


def moved() -> list[str]:
    """What this environment has in another release than newest.txt says."""
    lines = []
    for name, pinned in pins("newest").items():
        try:
            here = version(name)
        except PackageNotFoundError:
            continue
        if here != pinned:
            lines.append(f"{name} {here} (newest.txt: {pinned})")
    return lines


if __name__ == "__main__":
    if sys.argv[1:] == ["--moved"]:
        sys.stdout.writelines(f"{line}\n" for line in moved())
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        write()
