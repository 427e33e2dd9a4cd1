# Tests run where a comma parts whole numbers from decimals, as most of the world writes: a number that
# is written or read by the locale in a file is found. Made here, so that no system setting is touched.
set(_locales "${PROJECT_BINARY_DIR}/locales")
set(LUTHIER_TEST_LOCALE "LC_ALL=de_DE.UTF-8;LOCPATH=${_locales}")
find_program(LUTHIER_LOCALEDEF localedef)
if(BUILD_TESTING AND NOT EXISTS "${_locales}/de_DE.UTF-8/LC_NUMERIC")
    set(_said "")
    if(LUTHIER_LOCALEDEF)
        file(MAKE_DIRECTORY "${_locales}")
        execute_process(COMMAND "${LUTHIER_LOCALEDEF}" -i de_DE -f UTF-8 "${_locales}/de_DE.UTF-8"
            OUTPUT_QUIET ERROR_VARIABLE _said)
    endif()
    if(NOT EXISTS "${_locales}/de_DE.UTF-8/LC_NUMERIC")
        message(FATAL_ERROR "The tests run in a locale with a decimal comma, and de_DE.UTF-8 could not be "
            "made in ${_locales}. Install Debian's package locales, or leave the tests out with "
            "-DBUILD_TESTING=OFF.\n${_said}")
    endif()
endif()
