# add_cargo_library(NAME FOLDER)
# Builds the Rust crate in FOLDER, which makes the static library NAME, and imports it as the target
# NAME. Crates are fetched when cargo has them not; builds never use the network. The toolchain is
# the first whose rustc has the crate's rust-version, beside `cargo` in PATH, in /usr/bin, where rustup
# puts it or where Ubuntu puts its versioned ones (newest first), or the one that -DLUTHIER_CARGO=FILE
# names. Mirrors and proxies are cargo's own configuration.

function(_find_cargo minimum)
    if(LUTHIER_CARGO)
        set(candidates "${LUTHIER_CARGO}")
    else()
        find_program(_cargo_in_path cargo NO_CACHE)
        set(toolchains /usr/lib)
        if(DEFINED ENV{LUTHIER_TOOLCHAINS})
            set(toolchains "$ENV{LUTHIER_TOOLCHAINS}")
        endif()
        file(GLOB versioned "${toolchains}/rust-1.*/bin/cargo")
        list(SORT versioned COMPARE NATURAL ORDER DESCENDING)
        set(candidates "${_cargo_in_path}" /usr/bin/cargo "$ENV{CARGO_HOME}/bin/cargo"
            "$ENV{HOME}/.cargo/bin/cargo" ${versioned})
    endif()
    set(seen "")
    foreach(cargo IN LISTS candidates)
        get_filename_component(folder "${cargo}" DIRECTORY)
        set(rustc "${folder}/rustc")
        if(EXISTS "${cargo}" AND EXISTS "${rustc}")
            execute_process(COMMAND "${rustc}" --version OUTPUT_VARIABLE version ERROR_QUIET)
            if(version MATCHES "rustc ([0-9]+\\.[0-9]+\\.[0-9]+)")
                if(CMAKE_MATCH_1 VERSION_GREATER_EQUAL minimum)
                    set(CARGO_EXECUTABLE "${cargo}" PARENT_SCOPE)
                    set(RUSTC_EXECUTABLE "${rustc}" PARENT_SCOPE)
                    return()
                endif()
                list(APPEND seen "${rustc} (${CMAKE_MATCH_1})")
            endif()
        endif()
    endforeach()
    if(seen)
        list(REMOVE_DUPLICATES seen)
        list(JOIN seen ", " seen)
        message(FATAL_ERROR "The tokenizers need Rust ${minimum} or newer; found only ${seen}. "
            "Run ./installer/setup, which knows what the packages are called here, or name a newer "
            "cargo with -DLUTHIER_CARGO=FILE.")
    endif()
    message(FATAL_ERROR "The tokenizers need Rust ${minimum} or newer, and no cargo with a rustc "
        "beside it was found. Run ./installer/setup, which knows what the packages are called here, "
        "or name cargo with -DLUTHIER_CARGO=FILE.")
endfunction()

function(_fetch_crates manifest)
    set(fetch ${CMAKE_COMMAND} -E env "RUSTC=${RUSTC_EXECUTABLE}"
        "${CARGO_EXECUTABLE}" fetch --locked --manifest-path "${manifest}")
    execute_process(COMMAND ${fetch} --offline RESULT_VARIABLE missing OUTPUT_QUIET ERROR_QUIET)
    if(missing)
        message(STATUS "Fetching Rust crates")
        execute_process(COMMAND ${fetch} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE reason)
        if(failed)
            message(FATAL_ERROR "The Rust crates could not be fetched; what was fetched is kept. "
                "Check the network, or cargo's proxy and mirror settings, and configure again. "
                "cargo says:\n${reason}")
        endif()
    endif()
endfunction()

function(add_cargo_library name folder)
    get_filename_component(folder "${folder}" ABSOLUTE)
    set(manifest "${folder}/Cargo.toml")
    file(STRINGS "${manifest}" minimum REGEX "^rust-version")
    string(REGEX REPLACE "[^0-9.]" "" minimum "${minimum}")
    _find_cargo("${minimum}")
    message(STATUS "Found cargo: ${CARGO_EXECUTABLE}")
    _fetch_crates("${manifest}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
        "${manifest}" "${folder}/Cargo.lock")

    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/src/*.rs")
    # One folder for several build trees spares the second one the crates.
    set(target_folder "${LUTHIER_CARGO_FOLDER}")
    if(NOT target_folder)
        set(target_folder "${CMAKE_CURRENT_BINARY_DIR}/cargo")
    endif()
    set(file_name "${CMAKE_STATIC_LIBRARY_PREFIX}${name}${CMAKE_STATIC_LIBRARY_SUFFIX}")
    set(library "${CMAKE_CURRENT_BINARY_DIR}/${file_name}")
    # The copy has the time of this build: cargo leaves an unchanged library as old as it was.
    add_custom_command(OUTPUT "${library}"
        COMMAND "${CMAKE_COMMAND}" -E env --unset=CARGO_BUILD_TARGET "RUSTC=${RUSTC_EXECUTABLE}"
            "${CARGO_EXECUTABLE}" build --release --locked --offline --quiet
            --manifest-path "${manifest}" --target-dir "${target_folder}"
        COMMAND "${CMAKE_COMMAND}" -E copy "${target_folder}/release/${file_name}" "${library}"
        COMMAND "${CMAKE_COMMAND}" -E touch "${library}"
        DEPENDS ${sources} "${manifest}" "${folder}/Cargo.lock"
        COMMENT "Building Rust crate ${name}" VERBATIM)
    add_custom_target(${name}_build DEPENDS "${library}")

    add_library(${name} STATIC IMPORTED GLOBAL)
    set_target_properties(${name} PROPERTIES IMPORTED_LOCATION "${library}"
        INTERFACE_LINK_LIBRARIES "Threads::Threads;${CMAKE_DL_LIBS};m")
    add_dependencies(${name} ${name}_build)
endfunction()
