#!/usr/bin/env bash
# Write requirements/pyXY.txt for one Python: versions and hashes only, nothing of the machine that made it.
set -euo pipefail
python=${1:-python}
cd "$(dirname "$0")/.."
tag=$("$python" -c 'import sys; print("py%d%d" % sys.version_info[:2])')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet 'pip-tools>=7.4'
mkdir -p requirements
# the settings of this machine's pip must not leak into the pins
env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL -u PIP_CONSTRAINT PIP_CONFIG_FILE=/dev/null \
    "$work/env/bin/pip-compile" --quiet --all-extras --strip-extras --allow-unsafe --generate-hashes --no-header \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
    --output-file "requirements/$tag.txt" pyproject.toml
