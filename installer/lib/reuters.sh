# SPDX-License-Identifier: GPL-3.0-or-later
# Reuters R8: Orange's tab-separated files become CSV.
# shellcheck shell=bash

# tab_to_csv FILE.tab FILE.csv ROWS: three lines of header (names, types, roles), then category and text.
tab_to_csv() {
    LC_ALL=C awk -F '\t' -v expected="$3" '
        function quoted(text) {
            if (text ~ /[",\r]/) {
                gsub(/"/, "\"\"", text)
                text = "\"" text "\""
            }
            return text
        }
        BEGIN { print "label,text" }
        NR > 3 && NF == 2 { rows++; print quoted($1) "," quoted($2) }
        END { exit rows != expected }
    ' "$1" >"$2" ||
        fail "$(basename "$1") does not hold the $3 rows that were expected. Remove $cache/downloads" \
            "and call $0 again."
}

# shape_reuters FOLDER
shape_reuters() {
    tab_to_csv "$1/reuters-r8-train.tab" "$1/train.csv" 5485
    tab_to_csv "$1/reuters-r8-test.tab" "$1/test.csv" 2189
    rm "$1"/*.tab
}
