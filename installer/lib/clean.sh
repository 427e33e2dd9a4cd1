# SPDX-License-Identifier: GPL-3.0-or-later
# Removes what setup made.
# shellcheck shell=bash

clean() {
    local part
    for part in $(all_parts); do
        rm -rf "${cache:?}/$(part_folder "$part")" "${cache:?}/$(part_folder "$part").unpacking"*
    done
    rm -rf "$cache"/torch-* "$cache"/arrow-* "$cache/downloads" "$cache/.unpacked" "$cache/.lock" \
        "$log" "$tree" "$top/build/asan"
    rmdir "$cache/models" "$cache/datasets" "$cache" "$top/build" 2>/dev/null || true
    say "Removed: $tree, $top/build/asan and what setup had put into $cache."
    say "Left: Debian packages, cargo's and ccache's own folders, and your workspace with its runs" \
        "(${LUTHIER_WORKSPACE:-$HOME/Luthier})."
    [ ! -d "$top/build" ] ||
        say "Left too, as setup did not make it, in $top/build: $(cd "$top/build" && echo *)."
}
