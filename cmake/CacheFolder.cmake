# Where the installer unpacks LibTorch and Arrow, unless the caller names other places.
if(DEFINED ENV{XDG_CACHE_HOME} AND NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
    set(LUTHIER_CACHE_FOLDER "$ENV{XDG_CACHE_HOME}/luthier")
else()
    set(LUTHIER_CACHE_FOLDER "$ENV{HOME}/.cache/luthier")
endif()
