# named_root(NAME WHAT HINTS VARIABLE...): for a Find module. Sets _options for find_path and find_library of
# the VARIABLEs: the folder that NAME_ROOT names and no other, since a library from elsewhere would hide that
# the name is wrong; where none is named, the HINTS. Sets _reason for what to say when WHAT is not found.
macro(named_root name what hints)
    set(_options HINTS ${hints})
    set(_reason "run ./installer/setup, or name ${what} with -D${name}_ROOT=DIR")
    set(_roots "${${name}_ROOT}")
    if(NOT _roots)
        file(TO_CMAKE_PATH "$ENV{${name}_ROOT}" _roots)
    endif()
    if(_roots)
        set(_options PATHS ${_roots} NO_DEFAULT_PATH)
        string(CONCAT _reason "${name}_ROOT is ${_roots}, which does not hold ${what}. Name the folder "
            "with its include and lib, or leave ${name}_ROOT out")
        # What an earlier call found elsewhere is not what is named now.
        foreach(_variable ${ARGN})
            unset(${_variable} CACHE)
        endforeach()
    endif()
endmacro()
