#!/usr/bin/env bash
# Prepare the program: system libraries that Qt needs (Debian), .venv, packages.
# Usage: bash resources/setup.sh [--dev]     Safe to run again; does only what is missing.
set -eu

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
cd "$root"

target="."
case "${1:-}" in
    "") ;;
    --dev) target=".[dev]" ;;
    *) echo "Usage: bash resources/setup.sh [--dev]" >&2; exit 2 ;;
esac

libraries="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1
    libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1
    libxcb-shape0 libxcb-image0 libxcb-render-util0 python3-venv"

installed() {
    # Newer Debian and Ubuntu renamed some libraries with the suffix t64.
    local name
    for name in "$1" "$1t64"; do
        dpkg -s "$name" 2>/dev/null | grep -q '^Status: install ok installed' && return 0
    done
    return 1
}

# patiently WORDS… : run a command that downloads, and again where a mirror was busy
patiently() {
    local pause
    for pause in 10 30; do
        "$@" && return 0
        echo "That did not come whole; trying again in $pause s" >&2
        sleep "$pause"
    done
    "$@"
}

from_debian() {
    $as_root apt-get -qq -o Acquire::Retries=3 update || true
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 \
        install -y --no-install-recommends "$@"
}

system_libraries() {
    command -v apt-get >/dev/null && command -v dpkg >/dev/null || return 0
    local missing="" name as_root=""
    for name in $libraries; do
        installed "$name" || missing="$missing $name"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! sudo -n true 2>/dev/null; then
            echo "Please install as administrator: apt-get install$missing" >&2
            return 0
        fi
        as_root="sudo -n"
    fi
    echo "Installing system libraries:$missing"
    # shellcheck disable=SC2086 # the names are words
    patiently from_debian $missing
}

find_python() {
    local name
    # on 3.11 an error inside a window costs more, see coordapp/ui/kit/guard.py
    for name in python3.13 python3.12 python3 python3.11; do
        if command -v "$name" >/dev/null &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            echo "$name"
            return 0
        fi
    done
    echo "Python 3.11 or newer is needed." >&2
    return 1
}

stamp=.venv/coordapp-setup
wanted="$root $target $(cat setup.cfg pyproject.toml | sha256sum | cut -d ' ' -f 1)"

system_libraries
if [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
    echo "Ready: .venv is up to date."
    exit 0
fi

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    echo "Creating .venv"
    python=$(find_python)
    "$python" -m venv --clear .venv
fi
echo "Installing packages"
patiently .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable "$target"
echo "$wanted" > "$stamp"
echo "Ready: .venv/bin/python main.py"
