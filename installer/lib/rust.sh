# SPDX-License-Identifier: GPL-3.0-or-later
# A cargo that is new enough for the tokenizer's crates.
# shellcheck shell=bash

readonly rust_minor=85

# rustup puts cargo here without telling shells that are open.
add_rustup_to_path() {
    [ ! -x "${CARGO_HOME:-$HOME/.cargo}/bin/cargo" ] || PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
}

cargo_is_new() {
    local version
    version=$(cargo --version 2>/dev/null) || return 1
    [[ $version =~ ^cargo\ ([0-9]+)\.([0-9]+) ]] || return 1
    [ "${BASH_REMATCH[1]}" -gt 1 ] || [ "${BASH_REMATCH[2]}" -ge "$rust_minor" ]
}

# Debian 12 has a current cargo under a name of its own; later ones under the plain name.
rust_packages() {
    cargo_is_new && return
    if [ "$(os_value VERSION_ID)" = 12 ]; then
        printf '%s\n' cargo-web rustc-web
    else
        printf '%s\n' cargo rustc
    fi
}

check_rust() {
    cargo_is_new ||
        fail "Rust 1.$rust_minor or later is needed, and $(cargo --version 2>/dev/null ||
            echo "no cargo") was found. Install it from https://rustup.rs, then call $0 again."
}
