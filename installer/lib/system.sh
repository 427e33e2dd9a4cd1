# SPDX-License-Identifier: GPL-3.0-or-later
# Which systems setup knows.
# shellcheck shell=bash

readonly os_release=${LUTHIER_OS_RELEASE:-/etc/os-release}
readonly known_systems="Debian 12 or later and Ubuntu 24.04 or later, on 64-bit Intel or AMD processors"
readonly by_hand="Elsewhere, install the libraries that README.md names and build with cmake --preset release."

os_value() {
    # shellcheck disable=SC1090
    (unset ID VERSION_ID PRETTY_NAME && . "$os_release" >/dev/null 2>&1 && printf '%s' "${!1:-}")
}

# A testing or unstable Debian has no version number.
system_is_known() {
    local version
    version=$(os_value VERSION_ID)
    case $(os_value ID) in
        debian) [ "${version%%.*}" = "" ] || [ "${version%%.*}" -ge 12 ] ;;
        ubuntu) [ "${version%%.*}" = "" ] || [ "${version%%.*}" -ge 24 ] ;;
        *) false ;;
    esac
}

check_system() {
    local name
    [ -r "$os_release" ] ||
        fail "This system does not say what it is ($os_release is missing); setup knows" \
            "$known_systems. $by_hand"
    name=$(os_value PRETTY_NAME)
    system_is_known ||
        fail "This system is ${name:-unknown} ($os_release); setup knows $known_systems. $by_hand"
    [ "$(uname -m)" = x86_64 ] ||
        fail "This processor is $(uname -m); setup knows $known_systems. $by_hand"
}
