#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What CMake says when something that the build needs is missing: it stops, and names the remedy.
set -uo pipefail
# shellcheck source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
modules=$source_top/cmake

# run_cmake ARGUMENT...: the real one; its output is kept without the line breaks that it puts into sentences.
run_cmake() {
    status=0
    rm -f "$work/calls"
    output=$(cd "$work" && env -i PATH="$real_path" HOME="$work/home" XDG_CACHE_HOME="$work/cache" \
        LUTHIER_TOOLCHAINS="$work/lib" ${settings[@]+"${settings[@]}"} cmake "$@" 2>&1 </dev/null) || status=$?
    output=$(tr -s ' \n' ' ' <<<"$output")
}

# find_cargo MINIMUM ARGUMENT...: looks for cargo and has it bring the crates.
find_cargo() {
    cat >"$work/find.cmake" <<SCRIPT
include("$modules/Cargo.cmake")
_find_cargo($1)
message(STATUS "cargo is \${CARGO_EXECUTABLE}")
_fetch_crates("$work/Cargo.toml")
SCRIPT
    shift
    run_cmake "$@" -P "$work/find.cmake"
}

# fake_cargo: one that holds no crates and has no network, with a rustc beside it.
fake_cargo() {
    fake rustc <<<'echo "rustc 1.90.0 (abc 2025-01-01)"'
    fake cargo <<<'echo "error: Could not resolve host: index.crates" >&2; exit 101'
}

# find_library_of NAME: configures a project that wants nothing else.
find_library_of() {
    mkdir -p "$work/wants"
    printf '%s\n' 'cmake_minimum_required(VERSION 3.25)' 'project(wants LANGUAGES NONE)' \
        "list(APPEND CMAKE_MODULE_PATH \"$modules\")" "find_package($1 REQUIRED MODULE)" \
        "message(STATUS \"found \${$1_INCLUDE_DIR}\")" >"$work/wants/CMakeLists.txt"
    shift
    run_cmake -G Ninja -S "$work/wants" -B "$work/wants/build" "$@"
}

# put_torch FOLDER, put_arrow FOLDER: as the wheels hold them.
put_torch() {
    mkdir -p "$1/include/torch/csrc/autograd" "$1/include/torch/headeronly" "$1/lib"
    touch "$1/include/torch/csrc/autograd/custom_function.h" "$1/lib/libtorch_cpu.so" "$1/lib/libc10.so"
}

put_arrow() {
    mkdir -p "$1/include/arrow"
    touch "$1/include/arrow/api.h" "$1/libarrow.so.2600" "$1/libparquet.so.2600"
}

test_says_that_the_crates_cannot_be_fetched() {
    fake_cargo
    find_cargo 1.85 "-DLUTHIER_CARGO=$work/bin/cargo"
    expect_status 1
    expect_sentence "The Rust crates could not be fetched; what was fetched is kept" "cargo's proxy and mirror" \
        "cargo says: error: Could not resolve host: index.crates"
    expect called "cargo fetch --locked --manifest-path $work/Cargo.toml$"
}

test_needs_no_network_for_crates_that_are_there() {
    fake_cargo
    fake cargo <<<'[[ "$*" == *--offline* ]]'
    find_cargo 1.85 "-DLUTHIER_CARGO=$work/bin/cargo"
    expect_status 0
    expect test "$(calls | grep -c '^cargo fetch')" -eq 1
}

test_refuses_an_old_rust() {
    fake_cargo
    find_cargo 1.91 "-DLUTHIER_CARGO=$work/bin/cargo"
    expect_status 1
    expect_sentence "need Rust 1.91 or newer; found only $work/bin/rustc (1.90.0)" ./installer/setup
    find_cargo 1.85 "-DLUTHIER_CARGO=$work/nothing/cargo"
    expect_status 1
    expect_sentence "no cargo with a rustc beside it was found" ./installer/setup
}

# The newest of several: numbers count, not letters.
test_finds_a_versioned_rust() {
    local version
    for version in 1.998 1.1000 1.999; do
        mkdir -p "$work/lib/rust-$version/bin"
        printf '#!/bin/sh\necho "rustc %s.0"\n' "$version" >"$work/lib/rust-$version/bin/rustc"
        printf '#!/bin/sh\n' >"$work/lib/rust-$version/bin/cargo"
        chmod +x "$work/lib/rust-$version/bin"/*
    done
    find_cargo 1.998
    expect_status 0
    expect_sentence "cargo is $work/lib/rust-1.1000/bin/cargo"
}

test_takes_the_libraries_of_the_cache() {
    put_torch "$cache/torch-1.0/torch"
    put_arrow "$cache/arrow-1.0/pyarrow"
    find_library_of Torch
    expect_status 0
    expect_sentence "found $cache/torch-1.0/torch/include"
    find_library_of Arrow
    expect_status 0
    expect_sentence "found $cache/arrow-1.0/pyarrow/include"
}

test_takes_the_libraries_of_a_named_folder() {
    put_torch "$cache/torch-1.0/torch"
    put_torch "$work/named"
    put_arrow "$work/named"
    find_library_of Torch "-DTorch_ROOT=$work/named"
    expect_sentence "found $work/named/include"
    settings=("Arrow_ROOT=$work/named")
    find_library_of Arrow
    expect_sentence "found $work/named/include"
}

# Nor does it keep what an earlier call found.
test_takes_none_from_elsewhere_when_a_folder_is_named() {
    local library
    put_torch "$cache/torch-1.0/torch"
    put_arrow "$cache/arrow-1.0/pyarrow"
    mkdir -p "$work/empty"
    for library in Torch Arrow; do
        find_library_of "$library"
        expect_status 0
        find_library_of "$library" "-D${library}_ROOT=$work/empty"
        expect_status 1
        expect_sentence "${library}_ROOT is $work/empty, which does not hold"
    done
}

test_says_that_the_tests_locale_cannot_be_made() {
    fake localedef <<<'echo "cannot open locale definition file" >&2; exit 4'
    run_cmake -DBUILD_TESTING=ON "-DPROJECT_BINARY_DIR=$work/tree" "-DLUTHIER_LOCALEDEF=$work/bin/localedef" \
        -P "$modules/TestLocale.cmake"
    expect_status 1
    expect_sentence "decimal comma" "Debian's package locales" "-DBUILD_TESTING=OFF" "cannot open locale definition file"
    run_cmake -DBUILD_TESTING=OFF "-DPROJECT_BINARY_DIR=$work/tree" "-DLUTHIER_LOCALEDEF=$work/bin/localedef" \
        -P "$modules/TestLocale.cmake"
    expect_status 0
    expect not_called localedef
}

make_wheels
run_cases
