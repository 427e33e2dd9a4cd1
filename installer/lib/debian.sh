# SPDX-License-Identifier: GPL-3.0-or-later
# Debian packages: which are missing, and installing them.
# shellcheck shell=bash

# Archives of all of them on a system that has nothing; unpacked they take less than five times that.
readonly debian_most=340000000 debian_unpacked_ratio=5
as_root=() rust_packages=() lists_are_new=''

wanted_packages() {
    local group name rest
    while read -r group name rest; do
        case $group in
            build) printf '%s\n' "$name" ;;
            qt) qt_is_elsewhere || printf '%s\n' "$name" ;;
            tests) [ -z "$with_tests" ] || printf '%s\n' "$name" ;;
        esac
    done <"$installer/debian.txt"
    printf '%s\n' ${rust_packages[@]+"${rust_packages[@]}"}
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

# Fills `as_root` with what stands before a command that needs root.
may_be_root() {
    as_root=()
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; } && as_root=(sudo)
}

# find_root COMMAND...: stops with the line for an administrator where this account may not run it.
find_root() {
    may_be_root ||
        fail "Debian packages are missing and this account may not install any. Ask an administrator" \
            "to run the following, then call $0 again: $*"
}

# sudo drops the proxy settings, so that they are named again.
apt_get() {
    local setting settings=(DEBIAN_FRONTEND=noninteractive LC_ALL=C)
    for setting in http_proxy https_proxy all_proxy no_proxy; do
        [ -z "${!setting:-}" ] || settings+=("$setting=${!setting}")
    done
    ${as_root[@]+"${as_root[@]}"} env "${settings[@]}" \
        apt-get -q -y -o Acquire::Retries=2 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" \
        2>&1 </dev/null 9>&- | follow
}

# Once a call. An update with errors may still do: the sources of other programs are none of our business.
update_lists() {
    [ -z "$lists_are_new" ] || return 0
    find_root apt-get update
    apt_get update || true
    lists_are_new=1
}

fail_with_apt() {
    local reason
    reason=$(grep -m 1 -E '^(W: Failed to fetch|E: )' "$log" || true)
    fail "Debian packages could not be installed (${reason:-apt-get gave no reason}). Check the" \
        "network and the package sources in /etc/apt, then call $0 again; it goes on with the rest." \
        "All that apt-get said is in $log."
}

install_packages() {
    find_root apt-get install --no-install-recommends "$@"
    say "Installing $# Debian packages: $*"
    update_lists
    apt_get install --no-install-recommends --no-remove "$@" || fail_with_apt
}
