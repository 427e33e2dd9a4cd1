# Writes the header FILE with the commit of SOURCE, only when it has changed: nothing is compiled for
# an unchanged one. Empty outside a repository. Needs GIT (may be empty), SOURCE, FILE.
set(_commit "")
if(GIT AND EXISTS "${SOURCE}/.git")
    execute_process(COMMAND "${GIT}" describe --always --dirty WORKING_DIRECTORY "${SOURCE}"
        OUTPUT_VARIABLE _commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
file(CONFIGURE OUTPUT "${FILE}" CONTENT "#define LUTHIER_COMMIT \"${_commit}\"\n" @ONLY)
