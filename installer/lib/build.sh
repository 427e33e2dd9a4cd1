# SPDX-License-Identifier: GPL-3.0-or-later
# Configures and builds the release tree.
# shellcheck shell=bash

# A file that includes LibTorch takes about this much memory while it is compiled.
readonly compile_kilobytes=1600000

configure_arguments() {
    torch_is_elsewhere || printf '%s\n' "-DTorch_ROOT=$cache/$(part_folder torch)/torch"
    arrow_is_elsewhere || printf '%s\n' "-DArrow_ROOT=$cache/$(part_folder arrow)/pyarrow"
    [ -z "$with_tests" ] || printf '%s\n' -DBUILD_TESTING=ON
}

tests_are_in_tree() {
    grep -q '^BUILD_TESTING:BOOL=ON' "$tree/CMakeCache.txt" 2>/dev/null
}

# Tests that were built once stay in the tree, so that run and test do not undo each other's work.
keep_tests() {
    ! tests_are_in_tree || with_tests=1
}

# What the configured tree depends on besides the CMake files, which ninja watches itself.
configure_state() {
    printf '%s\n' "$top" "$@" "${Torch_ROOT:-}" "${Arrow_ROOT:-}" "${Qt6_ROOT:-}" "${Qt6_DIR:-}"
    printf '%s\n' "${CMAKE_PREFIX_PATH:-}" "${CC:-}" "${CXX:-}"
    cat "$top/CMakePresets.json"
}

configure() {
    local arguments=() state
    mapfile -t arguments < <(configure_arguments)
    state=$(configure_state ${arguments[@]+"${arguments[@]}"})
    if [ -e "$tree/build.ninja" ] && [ "$(cat "$tree/.configured" 2>/dev/null)" = "$state" ]; then
        return
    fi
    say "Configuring $tree"
    (cd "$top" && cmake --fresh --preset release ${arguments[@]+"${arguments[@]}"}) ||
        fail "The tree $tree could not be configured; CMake's reason stands above. When it" \
            "is remedied, call $0 again."
    printf '%s\n' "$state" >"$tree/.configured"
}

parallel_jobs() {
    awk -v one="$compile_kilobytes" -v cores="$(nproc)" '
        /^MemAvailable:/ { jobs = int($2 / one) }
        END { if (jobs > cores) jobs = cores; print jobs < 1 ? 1 : jobs }' /proc/meminfo
}

# Shows ninja's lines: in place on a terminal, and none at all when there was nothing to build.
show_build() {
    local line clear='' step='%s\n'
    [ ! -t 1 ] || clear='\r\033[K' step='%.78s'
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            *"Re-checking globbed"* | *"no work to do"* | *"Looking up the commit"*) ;;
            \[*/*\]*) printf "$clear$step" "$line" ;;
            *) printf "$clear%s\n" "$line" ;;
        esac
    done
    printf "$clear"
}

build() {
    local targets=(luthier luthier-cli)
    [ -z "$with_tests" ] || targets=(all)
    keep_tests
    configure
    CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(parallel_jobs)} \
        cmake --build "$tree" --target "${targets[@]}" 2>&1 | show_build ||
        fail "The build in $tree failed; the reason stands above. Call $0 again; it goes on with" \
            "what is left to build."
}
