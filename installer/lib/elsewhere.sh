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

torch_is_elsewhere() {
    [ -n "${Torch_ROOT:-}" ] || prefix_holds lib/libtorch_cpu.so torch/lib/libtorch_cpu.so
}

arrow_is_elsewhere() {
    [ -n "${Arrow_ROOT:-}" ] || prefix_holds "lib/libarrow.so*" "lib/*/libarrow.so*" "pyarrow/libarrow.so*"
}
