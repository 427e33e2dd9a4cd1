# Settings that every target of this project links: `luthier_settings`.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O3 -g1")

add_library(luthier_settings INTERFACE)
# GCC 12 warns of -Wrestrict in sound std::string code (GCC bug 105329).
target_compile_options(luthier_settings INTERFACE -Wall -Wextra -Wpedantic -Wno-unused-parameter -Wno-restrict)
target_compile_definitions(luthier_settings INTERFACE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII)
target_include_directories(luthier_settings INTERFACE "${PROJECT_SOURCE_DIR}")

if(LUTHIER_ASAN)
    target_compile_options(luthier_settings INTERFACE -fsanitize=address,undefined -O1
        -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(luthier_settings INTERFACE -fsanitize=address,undefined)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers need these two, else every look-up misses.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime" "${CCACHE_PROGRAM}")
    add_compile_options(-fpch-preprocess)
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

# The libraries of LibTorch and Arrow are found before any other copy (libgomp above all).
add_link_options(-Wl,--disable-new-dtags)
