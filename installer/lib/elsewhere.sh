# SPDX-License-Identifier: GPL-3.0-or-later
# Libraries that the user has from elsewhere, named by the usual CMake ways.
# shellcheck shell=bash

# prefix_holds FILE...: one of the folders of CMAKE_PREFIX_PATH holds one of the files (patterns are allowed).
prefix_holds() {
    local folder pattern folders
    IFS=: read -r -a folders <<<"${CMAKE_PREFIX_PATH:-}"
    for folder in ${folders[@]+"${folders[@]}"}; do
        for pattern in "$@"; do
            ! compgen -G "$folder/$pattern" >/dev/null || return 0
        done
    done
    return 1
}

qt_is_elsewhere() {
    [ -n "${Qt6_ROOT:-}${Qt6_DIR:-}" ] || prefix_holds "lib*/cmake/Qt6" "lib/*/cmake/Qt6"
}

# check_root NAME LIBRARY FILE PATTERN...: the folder that the variable NAME holds has one of the files, FILE
# or one of the patterns.
check_root() {
    local pattern name=$1 library=$2 file=$3
    [ -n "${!name:-}" ] || return 0
    shift 2
    for pattern in "$@"; do
        ! compgen -G "${!name}/$pattern" >/dev/null || return 0
    done
    fail "$name is set to ${!name}, and there is no $file in it. Set it to the folder of $library that" \
        "holds include and lib, or unset it, and $library is downloaded; then call $0 again."
}

check_elsewhere() {
    check_root Torch_ROOT LibTorch lib/libtorch_cpu.so "lib*/libtorch_cpu.so" "lib/*/libtorch_cpu.so" \
        torch/lib/libtorch_cpu.so
    check_root Arrow_ROOT Arrow lib/libarrow.so "libarrow.so*" "lib*/libarrow.so*" "lib/*/libarrow.so*" \
        "pyarrow/libarrow.so*"
}

torch_is_elsewhere() {
    [ -n "${Torch_ROOT:-}" ] || prefix_holds lib/libtorch_cpu.so torch/lib/libtorch_cpu.so
}

arrow_is_elsewhere() {
    [ -n "${Arrow_ROOT:-}" ] || prefix_holds "lib/libarrow.so*" "lib/*/libarrow.so*" "pyarrow/libarrow.so*"
}
