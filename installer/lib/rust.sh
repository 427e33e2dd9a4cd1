# SPDX-License-Identifier: GPL-3.0-or-later
# A cargo that is new enough for the tokenizer's crates.
# shellcheck shell=bash

readonly rust_minor=85
# Ubuntu's versioned toolchains lie here, each in a folder of its own.
readonly toolchains=${LUTHIER_TOOLCHAINS:-/usr/lib}

# is_new VERSION: whether it is new enough. Debian once counted cargo's versions from 0.
is_new() {
    [[ ${1#*:} =~ ^([0-9]+)\.([0-9]+) ]] || return 1
    [ "${BASH_REMATCH[1]}" -gt 1 ] ||
        { [ "${BASH_REMATCH[1]}" -eq 1 ] && [ "${BASH_REMATCH[2]}" -ge "$rust_minor" ]; }
}

# cargo_is_new CARGO
cargo_is_new() {
    local version
    version=$("$1" --version 2>/dev/null) || return 1
    is_new "${version#cargo }"
}

# Puts the first new cargo into PATH: that of PATH itself, rustup's, which shells that are open are not
# told of, or the newest of Ubuntu's versioned ones.
find_rust() {
    local folder
    ! cargo_is_new cargo || return 0
    while IFS= read -r folder; do
        if cargo_is_new "$folder/cargo"; then
            PATH=$folder:$PATH
            return
        fi
    done < <(printf '%s\n' "${CARGO_HOME:-$HOME/.cargo}/bin" &&
        compgen -G "$toolchains/rust-1.*/bin" | sort -rV)
    return 1
}

# known_versions NAME...: name and version of those packages that the package sources offer.
known_versions() {
    LC_ALL=C apt-cache policy "$@" 2>/dev/null |
        awk '/^[^ ]+:$/ { name = substr($1, 1, length($1) - 1) }
            /^  Candidate: [^(]/ { print name, $2 }' || true
}

# The endings of the packages that hold a cargo: plain, Debian 12's, and Ubuntu's with a version, the
# newest first.
rust_endings() {
    printf '%s\n' "" -web
    apt-cache pkgnames cargo-1. 2>/dev/null | sed -n 's/^cargo\(-1\.[0-9]*\)$/\1/p' | sort -rV
}

# Fills `rust_packages` with the first pair that is new enough.
pick_rust_packages() {
    local ending endings names=() known
    mapfile -t endings < <(rust_endings)
    for ending in "${endings[@]}"; do
        names+=("cargo$ending" "rustc$ending")
    done
    known=$(known_versions "${names[@]}")
    for ending in "${endings[@]}"; do
        if is_new "$(awk -v name="cargo$ending" '$1 == name { print $2 }' <<<"$known")" &&
            is_new "$(awk -v name="rustc$ending" '$1 == name { print $2 }' <<<"$known")"; then
            rust_packages=("cargo$ending" "rustc$ending")
            return
        fi
    done
    return 1
}

fail_without_rust() {
    fail "Rust 1.$rust_minor or later is needed, and $1. Install it from https://rustup.rs, then call $0" \
        "again."
}

# Chooses the packages, or stops before any is installed. A system whose lists are old or missing is told
# the new ones first.
choose_rust_packages() {
    pick_rust_packages && return
    if may_be_root || [ -z "$(known_versions cargo)" ]; then
        begin_log
        say "Asking the package sources for Rust 1.$rust_minor or later"
        update_lists
        pick_rust_packages && return
    fi
    [ -n "$(known_versions cargo)" ] || fail_with_apt
    fail_without_rust "the package sources of this system offer only $(known_versions cargo)"
}

check_rust() {
    find_rust ||
        fail_without_rust "$(cargo --version 2>/dev/null || echo "no cargo") was found"
}
