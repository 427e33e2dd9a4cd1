#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The installer when all goes well and when something fails: exit status, sentence, and what is left behind.
set -uo pipefail
# shellcheck source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"

test_sets_up_from_nothing() {
    call setup
    expect_status 0
    expect_sentence "to download" "on the disk" "Luthier is ready"
    expect test -s "$cache/torch-1.0/torch/include/torch.h"
    expect test ! -e "$cache/torch-1.0/torch/lib/libtorch_cuda.so"
    expect test -s "$cache/models/minilm-l6/config.json"
    expect called "cmake --fresh --preset release -DTorch_ROOT=$cache/torch-1.0/torch"
    expect test "$(wc -l <"$cache/datasets/reuters-r8/train.csv")" -eq 5486
    expect test "$(sed -n 2p "$cache/datasets/reuters-r8/test.csv")" = '"say, ""so""","one, two ""three"""'
    expect test "$(sed -n 3p "$cache/datasets/reuters-r8/test.csv")" = 'earn,text number 1 '
}

test_does_nothing_the_second_time() {
    call setup
    call setup --quiet
    expect_status 0
    expect test -z "$output"
    expect not_called python3
    expect not_called "cmake --fresh"
    expect not_called apt-get
    expect not_called curl
    expect not_called "cargo [a-z]"
}

test_refuses_a_wrong_hash() {
    printf 'x' >>"$work/mirror/pyarrow-1.0-py3-none-any.whl"
    call setup
    expect_status 1
    expect_sentence "pyarrow-1.0-py3-none-any.whl is not the file that was expected" "was removed from $cache/downloads"
    expect test ! -e "$cache/downloads/pyarrow-1.0-py3-none-any.whl"
    expect test ! -e "$cache/arrow-1.0"
    expect test -d "$cache/torch-1.0"
    expect not_called cmake
}

# The index tells an address, and curl breaks off in the middle.
test_goes_on_after_a_break() {
    local part=$cache/downloads/torch-1.0-py3-none-any.whl.part
    fake python3 <<'FAKE'
case "$*" in
    *"index versions"*torch) echo "  Found link https://mirror/x/torch-1.0-py3-none-any.whl#sha256=1 (from there), version: 1.0" ;;
    *"pip download"*) while [ "$1" != -d ]; do shift; done
        mkdir -p "$2" && cp "$work/mirror/${3%%==*}-1.0-py3-none-any.whl" "$2" ;;
esac
FAKE
    fake curl <<'FAKE'
[[ "$*" == *"--continue-at -"* ]] || exit 99
while [ "$1" != --output ]; do shift; done
[ -e "$2" ] || { head -c 100 "$work/mirror/${3##*/}" >"$2"; exit 18; }
[ -e "$state" ] || exit 56
tail -c +101 "$work/mirror/${3##*/}" >>"$2"
FAKE
    call setup
    expect_status 1
    expect_sentence "The download of torch-1.0-py3-none-any.whl broke off" "goes on from there"
    expect test "$(stat -c %s "$part")" -eq 100
    touch "$work/state"
    call setup
    expect_status 0
    expect test -s "$cache/torch-1.0/torch/include/torch.h"
    expect test ! -e "$part"
}

# What pip is set to holds for the download that goes on, too.
test_downloads_by_pips_settings() {
    fake python3 <<'FAKE'
case "$*" in
    *"config list") printf '%s\n' ":env:.proxy='http://proxy:3128'" "global.cert='/etc/my certs.pem'" \
        "global.index-url='https://mirror/simple'" "global.proxy='http://other:1'" ;;
    *"index versions"*) name=${!#}
        echo "  Found link https://mirror/x/$name-1.0-py3-none-any.whl (from https://mirror/simple/$name/), version: 1.0" ;;
esac
FAKE
    fake curl <<'FAKE'
while [ "$1" != --output ]; do shift; done
cp "$work/mirror/${3##*/}" "$2"
FAKE
    call setup
    expect_status 0
    expect called "curl .*--cacert /etc/my certs.pem --proxy http://proxy:3128 .* https://mirror/x/torch-1.0-py3-none-any.whl$"
}

test_says_that_there_is_no_network() {
    fake python3 <<'FAKE'
case "$*" in *download*)
    echo "WARNING: Retrying after connection broken by 'NewConnectionError: name resolution': /simple/torch/"
    echo "ERROR: No matching distribution found for torch==1.0"
    exit 1 ;;
esac
FAKE
    call setup
    expect_status 1
    expect_sentence "torch==1.0 could not be downloaded" "no network" "pip's settings for mirror and proxy"
}

test_says_that_the_mirror_lacks_a_package() {
    fake python3 <<<'case "$*" in *download*) echo "ERROR: No matching distribution found for torch==1.0"; exit 1 ;; esac'
    call setup
    expect_status 1
    expect_sentence "torch==1.0 could not be downloaded" "No matching distribution" "$cache/setup.log"
}

test_says_that_there_is_no_room() {
    fake df <<<'printf "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/x y 10 5 1000 99%% /a mount\n"'
    call setup
    expect_status 1
    expect_sentence "not enough room on the disk at /a mount" "are needed" "2 MB are free" XDG_CACHE_HOME
    expect not_called python3
}

test_says_that_a_package_cannot_be_unpacked() {
    fake unzip <<<'echo "write error (disk full?)"; exit 50'
    call setup
    expect_status 1
    expect_sentence "could not be unpacked" "write error" "disk is full"
    expect test -z "$(ls -d "$cache"/torch* 2>/dev/null)"
}

# The first call was killed between unpacking and renaming.
test_repairs_a_half_unpacked_part() {
    mkdir -p "$cache/torch-1.0.unpacking/torch/lib" "$cache/arrow-1.0"
    echo half >"$cache/torch-1.0.unpacking/torch/lib/half"
    call setup
    expect_status 0
    expect test ! -e "$cache/torch-1.0/torch/lib/half"
    expect test -s "$cache/arrow-1.0/pyarrow/libarrow.so.2600"
}

test_refuses_other_systems() {
    printf 'ID=fedora\nVERSION_ID=42\nPRETTY_NAME="Fedora 42"\n' >"$work/os-release"
    call setup
    expect_status 1
    expect_sentence "This system is Fedora 42" "setup knows Debian 12 or later"
    printf 'ID=debian\nVERSION_ID="11"\nPRETTY_NAME="Debian 11"\n' >"$work/os-release"
    call setup
    expect_status 1
    rm "$work/os-release"
    call setup
    expect_status 1
    expect_sentence "os-release is missing"
}

test_knows_newer_systems() {
    local system
    for system in 'ID=debian\nVERSION_ID="13"' 'ID=debian' 'ID=ubuntu\nVERSION_ID="24.04"'; do
        printf '%b\n' "$system" >"$work/os-release"
        call setup
        expect_status 0
    done
}

test_refuses_other_processors() {
    fake uname <<<'echo aarch64'
    call setup
    expect_status 1
    expect_sentence "This processor is aarch64"
}

test_names_the_line_for_an_administrator() {
    fake id <<<'echo 1000'
    installed_but unzip mold
    call setup
    expect_status 1
    expect_sentence "apt-get install --no-install-recommends mold unzip"
    expect not_called "apt-get -q -y"
}

# Debian 13 holds it in qt6-base-dev.
test_takes_a_package_that_another_provides() {
    installed_but libqt6opengl6-dev
    echo "installed qt6-base-dev, libqt6opengl6-dev (= 6.8.2), qt6-api" >>"$work/installed"
    call setup
    expect_status 0
    expect not_called "apt-get .*install"
}

test_installs_through_sudo() {
    fake id <<<'echo 1000'
    installed_but mold
    fake sudo <<<'[ "$1" = -n ] || "$@"'
    settings=(http_proxy=http://proxy:3128 all_proxy=socks5h://proxy:1080)
    call setup
    expect_status 0
    expect called "sudo env .*http_proxy=http://proxy:3128 all_proxy=socks5h://proxy:1080 apt-get .*install --no-install-recommends --no-remove mold$"
}

test_says_why_packages_were_not_installed() {
    installed_but mold
    fake apt-get <<<'echo "E: Unable to locate package mold"; exit 100'
    call setup
    expect_status 1
    expect_sentence "E: Unable to locate package mold" "/etc/apt" "$cache/setup.log"
    expect not_called python3
}

test_says_that_apt_has_no_network() {
    installed_but mold
    fake apt-get <<'FAKE'
case "$*" in
    *update) echo "W: Failed to fetch http://deb/InRelease  Could not resolve deb" ;;
    *--no-remove*) echo "E: Unable to locate package mold"; exit 100 ;;
esac
FAKE
    call setup
    expect_status 1
    expect_sentence "W: Failed to fetch http://deb/InRelease" "Check the network" "$cache/setup.log"
    expect not_called python3
}

test_takes_libraries_from_elsewhere() {
    settings=("Torch_ROOT=$work/libtorch" "CMAKE_PREFIX_PATH=$work/other")
    mkdir -p "$work/libtorch/lib" "$work/other/lib/cmake/Qt6"
    touch "$work/libtorch/lib/libtorch_cpu.so" "$work/other/lib/libarrow.so"
    installed_but $(awk '/^qt/ { print $2 }' "$source_top/installer/debian.txt")
    call setup
    expect_status 0
    expect not_called "apt-get .*install"
    expect test ! -e "$cache/torch-1.0"
    expect test ! -e "$cache/arrow-1.0"
    expect not_called "cmake .*Torch_ROOT="
}

test_refuses_folders_without_the_libraries() {
    mkdir -p "$work/empty/lib"
    settings=("Torch_ROOT=$work/empty")
    call setup
    expect_status 1
    expect_sentence "Torch_ROOT is set to $work/empty, and there is no lib/libtorch_cpu.so in it"
    settings=("Arrow_ROOT=$work/empty")
    call setup
    expect_status 1
    expect_sentence "Arrow_ROOT is set to $work/empty, and there is no lib/libarrow.so in it"
    expect not_called cmake
    expect not_called python3
    touch "$work/empty/libarrow.so.2600"
    call setup
    expect_status 0
}

test_says_that_the_cache_cannot_be_written() {
    touch "$work/cache"
    call setup
    expect_status 1
    expect_sentence "cache folder $cache cannot be written to" XDG_CACHE_HOME
}

test_says_that_the_build_failed() {
    fake cmake <<<'mkdir -p build/release && touch build/release/build.ninja; [ "$1" != --build ]'
    call setup
    expect_status 1
    expect_sentence "The build in $project/build/release failed"
}

test_lays_out_the_workspace() {
    settings=("LUTHIER_WORKSPACE=$work/작업 공간")
    call run --headless --json
    expect_status 0
    expect_sentence "luthier-cli train $work/작업 공간/reuters-r8.json --workspace $work/작업 공간 --json"
    expect test -s "$work/작업 공간/models/minilm-l6/config.json"
    expect cmp "$cache/datasets/reuters-r8/test.csv" "$work/작업 공간/datasets/reuters-r8/test.csv"
    settings+=(DISPLAY=:0)
    call run
    expect_sentence "bin/luthier --workspace $work/작업 공간"
}

test_keeps_a_plan_that_the_user_changed() {
    local plan=$work/home/Luthier/reuters-r8.json
    call run --headless
    echo '{"schema": 2}' >"$project/resources/samples/reuters-r8.json"
    call run --headless
    expect test "$(cat "$plan")" = '{"schema": 2}'
    echo '{"mine": 1}' >"$plan"
    call run --headless
    expect_status 0
    expect_sentence "$plan differs from the sample" "left as it is"
    expect test "$(cat "$plan")" = '{"mine": 1}'
}

test_says_that_the_workspace_cannot_be_written() {
    touch "$work/file"
    settings=("LUTHIER_WORKSPACE=$work/file")
    call run --headless
    expect_status 1
    expect_sentence "could not be copied into the workspace $work/file" LUTHIER_WORKSPACE
}

test_removes_what_it_made() {
    call run --headless
    touch "$work/cache/other"
    mkdir -p "$project/build/asan"
    call setup --clean
    expect_status 0
    expect_sentence "Removed" "Left: Debian packages" "$work/home/Luthier"
    expect test ! -e "$cache"
    expect test ! -e "$project/build"
    expect test -s "$work/home/Luthier/reuters-r8.json"
}

test_names_what_it_did_not_make() {
    mkdir -p "$project/build/reference-python" "$project/build/asan"
    call setup --clean
    expect_status 0
    expect_sentence "in $project/build: reference-python."
    expect test -d "$project/build/reference-python"
    expect test ! -e "$project/build/asan"
}

# Tests take more room, and so does the tree of the sanitizers; what is there is not counted again.
test_counts_the_room_for_tests() {
    local programs
    room_to_build() {
        sed -n 's/^  Build: .* and \(.*\) on the disk.*/\1/p' <<<"$output"
    }
    call setup
    programs=$(room_to_build)
    rm -rf "$project/build"
    call setup --tests
    expect test -n "$programs"
    expect test "$(room_to_build)" != "$programs"
    echo BUILD_TESTING:BOOL=ON >"$project/build/release/CMakeCache.txt"
    call setup --tests --quiet
    expect test -z "$output"
    echo BUILD_TESTING:BOOL=OFF >"$project/build/release/CMakeCache.txt"
    call setup --tests --quiet
    expect test -n "$(room_to_build)"
}

test_refuses_an_unknown_option() {
    call setup --unpack
    expect_status 2
    expect_sentence "unknown option --unpack"
}

make_wheels
run_cases
