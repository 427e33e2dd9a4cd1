# SPDX-License-Identifier: GPL-3.0-or-later
# The sample workspace: model, data set and plan for a first run. Nothing of the user's is written over.
# shellcheck shell=bash

fail_to_place() {
    fail "$1 could not be copied into the workspace $workspace. Look whether the disk is full or the" \
        "folder may not be written to, or name another workspace with LUTHIER_WORKSPACE."
}

# place FOLDER: copied aside and renamed. No links: the user may edit the files in place.
place() {
    local target=$workspace/$1
    [ ! -e "$target" ] || return 0
    rm -rf "$target.part"
    mkdir -p "$(dirname "$target")" && cp -r --reflink=auto "$cache/$1" "$target.part" &&
        mv -T "$target.part" "$target" || fail_to_place "$1"
}

# A plan that is as it was placed follows a new version of the program; one that the user changed stays.
place_plan() {
    local plan=$workspace/$1 ours=$top/resources/samples/$1 mark=$workspace/cache/$1.sha256 now
    if [ -e "$plan" ] && ! cmp -s "$ours" "$plan"; then
        now=$(sha256sum <"$plan")
        if [ "$now" != "$(cat "$mark" 2>/dev/null)" ]; then
            say "$plan differs from the sample that comes with Luthier and is left as it is;" \
                "remove it to get the sample."
            return
        fi
    fi
    mkdir -p "$workspace/cache" && cp "$ours" "$plan.part" && mv "$plan.part" "$plan" &&
        sha256sum <"$plan" >"$mark" || fail_to_place "$1"
}

prepare_workspace() {
    place models/minilm-l6
    place datasets/reuters-r8
    place_plan reuters-r8.json
}
