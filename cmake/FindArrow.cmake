# Finds Apache Arrow C++ in a pyarrow wheel or in a system folder: Arrow::Arrow, Arrow::Parquet.
# Hints: Arrow_ROOT (the folder that holds include/ and the libraries), CMAKE_PREFIX_PATH, the installer's cache.
include(CacheFolder)
include(NamedRoot)
file(GLOB _arrow_cached LIST_DIRECTORIES true "${LUTHIER_CACHE_FOLDER}/arrow-*/pyarrow")
named_root(Arrow Arrow "${_arrow_cached}" Arrow_INCLUDE_DIR Arrow_LIBRARY Arrow_PARQUET_LIBRARY)
set(_arrow_places lib lib64 "lib/${CMAKE_LIBRARY_ARCHITECTURE}" pyarrow)

find_path(Arrow_INCLUDE_DIR arrow/api.h ${_options} PATH_SUFFIXES include pyarrow/include)
# A wheel holds versioned names only (libarrow.so.2600).
set(_arrow_suffixes ${CMAKE_FIND_LIBRARY_SUFFIXES})
foreach(_number RANGE 2600 1200 -100)
    list(APPEND CMAKE_FIND_LIBRARY_SUFFIXES ".so.${_number}")
endforeach()
find_library(Arrow_LIBRARY arrow ${_options} PATH_SUFFIXES ${_arrow_places})
find_library(Arrow_PARQUET_LIBRARY parquet ${_options} PATH_SUFFIXES ${_arrow_places})
set(CMAKE_FIND_LIBRARY_SUFFIXES ${_arrow_suffixes})

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Arrow REQUIRED_VARS Arrow_LIBRARY Arrow_PARQUET_LIBRARY
    Arrow_INCLUDE_DIR
    REASON_FAILURE_MESSAGE "${_reason}")

if(Arrow_FOUND AND NOT TARGET Arrow::Arrow)
    add_library(Arrow::Arrow UNKNOWN IMPORTED)
    set_target_properties(Arrow::Arrow PROPERTIES IMPORTED_LOCATION "${Arrow_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${Arrow_INCLUDE_DIR}")
    add_library(Arrow::Parquet UNKNOWN IMPORTED)
    set_target_properties(Arrow::Parquet PROPERTIES IMPORTED_LOCATION "${Arrow_PARQUET_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${Arrow_INCLUDE_DIR}")
endif()
mark_as_advanced(Arrow_INCLUDE_DIR Arrow_LIBRARY Arrow_PARQUET_LIBRARY)
