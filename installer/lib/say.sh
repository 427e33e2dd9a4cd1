# SPDX-License-Identifier: GPL-3.0-or-later
# What the user reads: plain lines, one sentence for a failure, sizes, a line that shows progress.
# shellcheck shell=bash

log_is_begun=''

say() {
    printf '%s\n' "$*"
}

# fail SENTENCE: what happened, where, and what to do.
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# Whole numbers only: printf reads a decimal point by the locale.
size() {
    local tenths=$((($1 + 50000000) / 100000000))
    if [ "$tenths" -ge 10 ]; then
        printf '%d.%d GB' $((tenths / 10)) $((tenths % 10))
    else
        printf '%d MB' $((($1 + 999999) / 1000000))
    fi
}

# The log is that of the last call that had something to do.
begin_log() {
    [ -n "$log_is_begun" ] || : >"$log"
    log_is_begun=1
}

# Keeps everything from standard input in the log, and on a terminal shows the newest line in place.
follow() {
    local line
    while IFS= read -r line || [ -n "$line" ]; do
        printf '%s\n' "$line" >>"$log"
        [ ! -t 1 ] || printf '\r\033[K  %.74s' "$line"
    done
    [ ! -t 1 ] || printf '\r\033[K'
}
