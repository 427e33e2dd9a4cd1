# SPDX-License-Identifier: GPL-3.0-or-later
# Brings one pinned wheel into the downloads folder and checks its hash.
# shellcheck shell=bash

# The wheels are taken for one Python whatever Python is here, so that the hashes hold.
readonly pip_options=(--disable-pip-version-check --retries 2 --only-binary=:all: --python-version 3.11
    --implementation cp --abi cp311 --platform any --platform manylinux_2_28_x86_64
    --platform manylinux_2_25_x86_64 --platform manylinux_2_17_x86_64 --platform manylinux2014_x86_64)
# A few tries in a row, each going on where the last one stopped.
readonly tries=3

# The first python3 on the path may have no pip; Debian's own has.
pip() {
    local python=python3
    "$python" -c "import pip" 2>/dev/null || python=/usr/bin/python3
    "$python" -m pip "$@"
}

# pip_setting NAME: what pip's environment or configuration files say, else nothing.
pip_setting() {
    pip config list 2>/dev/null |
        sed -n "s/^\(:env:\|global\|download\)\.$1='\(.*\)'\$/\2/p" | head -n 1
}

# wheel_address NAME FILE: where the index that pip is set to keeps the file, or nothing.
wheel_address() {
    pip index versions -vv "${pip_options[@]}" "$1" 2>/dev/null |
        sed -n "s|^ *Found link \(https\{0,1\}://[^ #]*/$2\)[# ].*|\1|p" | head -n 1
}

bytes_of() {
    stat -c %s "$1" 2>/dev/null || echo 0
}

# download_on ADDRESS PART: goes on with what PART holds.
download_on() {
    local options=(--fail --location --connect-timeout 30 --speed-limit 1000 --speed-time 60 --continue-at -)
    local cert proxy
    cert=$(pip_setting cert)
    proxy=$(pip_setting proxy)
    [ -z "$cert" ] || options+=(--cacert "$cert")
    [ -z "$proxy" ] || options+=(--proxy "$proxy")
    if [ -t 2 ]; then options+=(--progress-bar); else options+=(--silent --show-error); fi
    curl "${options[@]}" --output "$2" "$1"
}

# Curl's exit states for a transfer that was under way or a curl that was killed: going on may help.
broke_off() {
    case $1 in 18 | 28 | 52 | 55 | 56 | 92) true ;; *) [ "$1" -ge 128 ] ;; esac
}

# download_in_pieces NAME FILE BYTES: true when the file is whole; false when pip should try in its own way.
download_in_pieces() {
    local address part=$cache/downloads/$2.part try state=0
    address=$(wheel_address "$1" "$2") || true
    [ -n "$address" ] || return 1
    for ((try = 0; try < tries; try++)); do
        state=0
        [ "$(bytes_of "$part")" -ge "$3" ] || download_on "$address" "$part" || state=$?
        if [ "$state" -eq 0 ]; then
            mv "$part" "$cache/downloads/$2"
            return
        fi
        broke_off "$state" || return 1
    done
    fail "The download of $2 broke off after $(size "$(bytes_of "$part")") of $(size "$3"). Check the" \
        "network, then call $0 again; it goes on from there."
}

# Pip calls a package that it cannot reach one that does not exist; its warnings tell the two apart.
fail_with_pip() {
    local reason
    reason=$(grep -o 'after connection broken by .*' "$log" | tail -n 1 || true)
    [ -z "$reason" ] ||
        fail "$1 could not be downloaded, because the package index does not answer: no network? Check it," \
            "and pip's settings for mirror and proxy (python3 -m pip config list), then call $0 again;" \
            "what is there is kept, and it goes on with the rest. All that pip said is in $log."
    reason=$(grep '^ *ERROR: ' "$log" | tail -n 1 || true)
    fail "$1 could not be downloaded (${reason:-pip gave no reason}). Check pip's settings for mirror and" \
        "proxy (python3 -m pip config list), then call $0 again. All that pip said is in $log."
}

# download_with_pip PIN FILE
download_with_pip() {
    local aside=$cache/downloads/$2.pip
    rm -rf "$aside"
    if ! pip download "${pip_options[@]}" --no-deps -d "$aside" "$1" 2>&1 | follow; then
        rm -rf "$aside"
        fail_with_pip "$1"
    fi
    mv "$aside"/* "$cache/downloads/$2"
    rmdir "$aside"
}

check_hash() {
    local file=$cache/downloads/$1 found
    found=$(sha256sum <"$file" | cut -d ' ' -f 1)
    [ "$found" = "$2" ] || {
        rm -f "$file"
        fail "$1 is not the file that was expected (sha256 $found, expected $2), and was removed from" \
            "$cache/downloads. Call $0 again; if it stays so, the mirror that pip is set to holds" \
            "another file under this name."
    }
}

# fetch_wheel PIN BYTES SHA256 FILE
fetch_wheel() {
    if [ ! -e "$cache/downloads/$4" ]; then
        say "Downloading $1 ($(size "$2"))"
        download_in_pieces "${1%%==*}" "$4" "$2" || download_with_pip "$1" "$4"
    fi
    check_hash "$4" "$3"
    rm -rf "$cache/downloads/$4.part" "$cache/downloads/$4.pip"
}
