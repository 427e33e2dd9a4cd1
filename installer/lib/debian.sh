# SPDX-License-Identifier: GPL-3.0-or-later
# Debian packages: which are missing, and installing them.
# shellcheck shell=bash

# Archives of all of them on a system that has nothing; unpacked they take less than five times that.
readonly debian_most=340000000 debian_unpacked_ratio=5

wanted_packages() {
    local group name rest
    while read -r group name rest; do
        case $group in
            build) printf '%s\n' "$name" ;;
            qt) qt_is_elsewhere || printf '%s\n' "$name" ;;
            tests) [ -z "$with_tests" ] || printf '%s\n' "$name" ;;
        esac
    done <"$installer/debian.txt"
    rust_packages
}

# With what they provide: some of the names became part of a larger package in later releases.
installed_packages() {
    # shellcheck disable=SC2016
    dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' |
        sed -n 's/^installed //p' | tr ',' '\n' | sed 's/^ *//; s/ *(.*//' | sort -u
}

missing_packages() {
    comm -23 <(wanted_packages | sort -u) <(installed_packages)
}

# packages_download NAME...: as apt reckons it, or the most where it has no lists yet.
packages_download() {
    LC_ALL=C apt-get install --print-uris -qq --no-install-recommends "$@" 2>/dev/null |
        awk -v most="$debian_most" '{ sum += $3 } END { printf "%d", (sum > 0 ? sum : most) }' || true
}

# Fills `as_root` with what stands before a command that needs root, or stops with the line for an
# administrator.
find_root() {
    as_root=()
    [ "$(id -u)" -ne 0 ] || return 0
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        as_root=(sudo)
        return
    fi
    fail "Debian packages are missing and this account may not install any. Ask an administrator" \
        "to run: apt-get install --no-install-recommends $*"
}

# sudo drops the proxy settings, so that they are named again.
apt_get() {
    local setting settings=(DEBIAN_FRONTEND=noninteractive LC_ALL=C)
    for setting in http_proxy https_proxy no_proxy; do
        [ -z "${!setting:-}" ] || settings+=("$setting=${!setting}")
    done
    ${as_root[@]+"${as_root[@]}"} env "${settings[@]}" \
        apt-get -q -y -o Acquire::Retries=2 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" \
        2>&1 </dev/null 9>&- | follow
}

install_packages() {
    local as_root reason
    find_root "$@"
    say "Installing $# Debian packages: $*"
    # An update with errors may still do: the sources of other programs are none of our business.
    apt_get update || true
    if ! apt_get install --no-install-recommends --no-remove "$@"; then
        reason=$(grep -m 1 -E '^(W: Failed to fetch|E: )' "$log" || true)
        fail "Debian packages could not be installed (${reason:-apt-get gave no reason}). Check the" \
            "network and the package sources in /etc/apt, then call $0 again; it goes on with the rest." \
            "All that apt-get said is in $log."
    fi
}
