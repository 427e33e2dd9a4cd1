# SPDX-License-Identifier: GPL-3.0-or-later
# Is there room on the disk, counted per file system?
# shellcheck shell=bash

declare -A space_needed=()

# The folder itself or, where it is not made yet, the nearest one above it.
nearest_folder() {
    local folder=$1
    while [ ! -d "$folder" ]; do
        folder=$(dirname "$folder")
    done
    printf '%s' "$folder"
}

# need_space BYTES FOLDER
need_space() {
    local folder mount
    folder=$(nearest_folder "$2")
    mount=$(LC_ALL=C df -Pk "$folder" | awk 'NR == 2 { sub(/^.*% +/, ""); print }')
    space_needed[$mount]=$((${space_needed[$mount]:-0} + $1))
}

check_space() {
    local mount free
    for mount in "${!space_needed[@]}"; do
        free=$(LC_ALL=C df -Pk "$mount" | awk 'NR == 2 { sub(/% .*$/, ""); print $(NF - 1) }')
        [ $((free * 1024)) -ge "${space_needed[$mount]}" ] ||
            fail "There is not enough room on the disk at $mount: $(size "${space_needed[$mount]}") are" \
                "needed and $(size $((free * 1024))) are free. Make room there, or name another place for" \
                "the downloads with XDG_CACHE_HOME (now $cache), and call $0 again."
    done
}
