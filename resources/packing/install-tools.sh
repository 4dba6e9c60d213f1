#!/usr/bin/env bash
# Install the Debian packages that are named and missing. Usage: bash install-tools.sh PACKAGE…
set -eu

# two that start side by side take turns, by a lock on this file
exec 9<"${BASH_SOURCE[0]}"
flock 9 # closed for what is started, for a service that a package starts would hold it

missing=""
for name in "$@"; do
    # installing it writes this file anew, without what a machine behind a mirror put there by hand
    [ "$name" != ca-certificates ] || [ ! -s /etc/ssl/certs/ca-certificates.crt ] || continue
    dpkg -s "$name" 2>/dev/null | grep -q '^Status: install ok installed' || missing="$missing $name"
done
[ -n "$missing" ] || exit 0
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
        echo "Please install as administrator: apt-get install$missing" >&2
        exit 1
    fi
    as_root="sudo -n"
fi
echo "Installing:$missing"
for pause in 10 30 ""; do
    # a source of others that does not answer is no reason not to ask Debian's
    $as_root apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 update 9>&- || true
    # shellcheck disable=SC2086 # the names are words
    if $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 \
        -o DPkg::Lock::Timeout=300 install -y --no-install-recommends $missing >/dev/null 9>&-; then
        exit 0
    fi
    [ -n "$pause" ] || break
    echo "apt did not bring everything; trying again in $pause s" >&2
    sleep "$pause"
done
echo "Not to be had from this machine's Debian sources:$missing" >&2
exit 1
