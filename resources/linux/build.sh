#!/usr/bin/env bash
# Build the Debian package on Debian 12, from packages by name.
# Usage: bash resources/linux/build.sh OUT | --contents     (makes the folder and packs nothing)
set -eu

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:?Usage: bash resources/linux/build.sh OUT | --contents}
[ "$out" = --contents ] || out=$(realpath -m "$out")
# shellcheck disable=SC2046 # the names are words
bash "$here/../packing/install-tools.sh" python3 python3-pip git ca-certificates binutils \
    librsvg2-bin $(sed -n '/^libraries="/,/"$/p' "$here/../setup.sh" | tr -d '"' | sed 's/libraries=//') \
    libwayland-client0 libwayland-cursor0 libwayland-egl1
cd "$here/../.."
exec /usr/bin/python3 -B -m resources.linux.build "$out"
