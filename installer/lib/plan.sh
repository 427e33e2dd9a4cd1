# SPDX-License-Identifier: GPL-3.0-or-later
# Says before anything is done what will be downloaded and how much room that takes, and looks for
# the room.
# shellcheck shell=bash

readonly crates_download=15000000 crates_unpacked=320000000
readonly tree_bytes=900000000 tests_bytes=700000000 asan_bytes=620000000

# What is to be built newly: the programs, and when tests are wanted, those and the tree of the sanitizers.
bytes_to_build() {
    local sum=0
    [ -e "$tree/build.ninja" ] || sum=$((crates_unpacked + tree_bytes))
    if [ -n "$with_tests" ] && ! tests_are_in_tree; then
        sum=$((sum + tests_bytes))
        [ -e "$top/build/asan/build.ninja" ] || sum=$((sum + asan_bytes))
    fi
    echo "$sum"
}

# plan DEBIAN_PACKAGES PARTS (lists, one name a line)
plan() {
    local part archives wheels=0 unpacked=0 build
    for part in $2; do
        wheels=$((wheels + $(bytes_to_download "$part")))
        unpacked=$((unpacked + $(bytes_unpacked "$part")))
    done
    say "Luthier will be set up on this machine."
    if [ -n "$1" ]; then
        # shellcheck disable=SC2086
        archives=$(packages_download $1)
        say "  Debian packages ($(wc -w <<<"$1") and what they need): up to $(size "$archives") to download" \
            "and $(size $((archives * debian_unpacked_ratio))) on the disk"
        need_space $((archives * (1 + debian_unpacked_ratio))) /usr
    fi
    if [ -n "$2" ]; then
        say "  Libraries and sample ($(paste -sd ' ' <<<"$2")): $(size "$wheels") to download and" \
            "$(size $((wheels + unpacked))) on the disk, in $cache"
        need_space $((wheels + unpacked)) "$cache"
    fi
    build=$(bytes_to_build)
    if [ "$build" -gt 0 ]; then
        say "  Build: up to $(size "$crates_download") of Rust crates to download and $(size "$build") on" \
            "the disk, in $top/build"
        need_space "$build" "$tree"
    fi
    check_space
}
