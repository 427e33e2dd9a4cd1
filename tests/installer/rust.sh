#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Which packages setup takes for Rust, by what the package sources of a system offer.
set -uo pipefail
# shellcheck source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"

# Debian 12: the plain package is too old, and after the installation cargo is still the old one.
test_asks_for_a_newer_rust() {
    fake cargo <<<'echo "cargo 1.63.0"'
    offered cargo=0.66.0+ds1-1 rustc=1.63.0+dfsg1-2 cargo-web=1.96.0+dfsg1-1~deb12u2 rustc-web=1.96.0+dfsg1-1~deb12u2
    call setup
    expect_status 1
    expect called "apt-get .*install --no-install-recommends --no-remove cargo-web rustc-web$"
    expect_sentence "Rust 1.85 or later is needed, and cargo 1.63.0 was found"
}

# Ubuntu 24.04: only a pair that is there whole counts.
test_takes_a_versioned_rust() {
    printf 'ID=ubuntu\nVERSION_ID="24.04"\n' >"$work/os-release"
    fake cargo <<<'echo "cargo 1.75.0"'
    offered cargo=1.75.0+dfsg0ubuntu1-0ubuntu7.1 rustc=1.75.0+dfsg0ubuntu1-0ubuntu7.1 cargo-1.82=1.82.0+dfsg0 \
        rustc-1.82=1.82.0+dfsg0 cargo-1.85=1.85.1+dfsg0ubuntu2 rustc-1.85=1.85.1+dfsg0ubuntu2 \
        cargo-1.89=1.89.0+dfsg0 rustc-1.89=1.89.0+dfsg0 cargo-1.100=1.100.0+dfsg0
    fake apt-get <<'FAKE'
[[ "$*" != *install* ]] || { mkdir -p "$work/lib/rust-1.89/bin" && cp "$work/bin/new-cargo" "$work/lib/rust-1.89/bin/cargo"; }
FAKE
    fake new-cargo <<<'echo "cargo 1.89.0"'
    call setup
    expect_status 0
    expect called "apt-get .*install .* cargo-1.89 rustc-1.89$"
    expect called "configured with $work/lib/rust-1.89/bin/cargo$"
    call setup --quiet
    expect_status 0
    expect test -z "$output"
    expect not_called apt-get
}

# A fresh system holds no lists; they are asked for once.
test_asks_the_package_sources_for_rust() {
    fake cargo <<<'exit 127'
    offered
    fake apt-get <<'FAKE'
case "$*" in
    *update) printf '%s\n' cargo=1.85.0+dfsg3-1 rustc=1.85.0+dfsg3-1 >"$work/offered" ;;
    *install*) printf '#!/bin/sh\necho cargo 1.85.0\n' >"$work/bin/cargo" ;;
esac
FAKE
    call setup
    expect_status 0
    expect called "apt-get .*install .* cargo rustc$"
    expect test "$(calls | grep -c 'apt-get .* update$')" -eq 1
}

test_says_that_no_package_holds_a_new_rust() {
    fake cargo <<<'exit 127'
    installed_but mold
    offered cargo=1.75.0+dfsg0ubuntu1 rustc=1.75.0+dfsg0ubuntu1
    call setup
    expect_status 1
    expect_sentence "Rust 1.85 or later is needed" "offer only cargo 1.75.0" "https://rustup.rs"
    expect called "apt-get .* update$"
    expect not_called "apt-get .*install"
}

# Without root too, since rustup needs none.
test_says_without_root_that_no_package_holds_a_new_rust() {
    fake id <<<'echo 1000'
    fake cargo <<<'exit 127'
    offered cargo=1.75.0+dfsg0ubuntu1 rustc=1.75.0+dfsg0ubuntu1
    call setup
    expect_status 1
    expect_sentence "offer only cargo 1.75.0" "https://rustup.rs"
    expect not_called apt-get
}

test_says_that_a_fresh_system_has_no_network() {
    fake cargo <<<'exit 127'
    installed_but mold
    offered
    fake apt-get <<<'echo "W: Failed to fetch http://deb/InRelease  Could not resolve deb"'
    call setup
    expect_status 1
    expect_sentence "W: Failed to fetch http://deb/InRelease" "Check the network" "$cache/setup.log"
    expect not_called "apt-get .*install"
    expect not_called python3
}

make_wheels
run_cases
