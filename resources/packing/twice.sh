#!/usr/bin/env bash
# Build both packages once more from a copy of the tree that lies elsewhere; expect the same.
# Usage: bash resources/packing/twice.sh OUT [--contents]     after both build.sh OUT
# --contents compares what is packed, file by file, and leaves out the packing, which takes longest.
set -eu

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
out=$(realpath -m "${1:?Usage: bash resources/packing/twice.sh OUT [--contents]}")
elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
copy="$elsewhere/another folder" again="$elsewhere/out"
mkdir -p "$copy/build" "$root/build/downloads"
cp -r "$root/coordapp" "$root/resources" "$copy"
ln -s "$root/build/downloads" "$copy/build/downloads"

# the copy has no history to take the time from; all else of a machine's habits is another
SOURCE_DATE_EPOCH=$(python3 -c 'import json, sys; print(json.load(sys.stdin)["source_date_epoch"])' \
    <"$root/build/windows/SoDieuPhoi/manifest.json")
export SOURCE_DATE_EPOCH TZ=Asia/Ho_Chi_Minh
umask 077
for system in windows linux; do
    if [ "${2:-}" = --contents ]; then
        bash "$copy/resources/$system/build.sh" --contents
    else
        bash "$copy/resources/$system/build.sh" "$again"
    fi
    diff "$root/build/$system/contents.txt" "$copy/build/$system/contents.txt"
    echo "$system: $(wc -l <"$copy/build/$system/contents.txt") files, built twice, the same bytes"
done
[ "${2:-}" = --contents ] || for sums in "$again"/SHA256SUMS "$again"/*.sha256; do
    diff "$out/$(basename "$sums")" "$sums"
    cat "$sums"
done
