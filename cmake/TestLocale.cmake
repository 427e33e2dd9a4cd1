# Tests run where a comma parts whole numbers from decimals, as most of the world writes: a number that
# is written or read by the locale in a file is found. Made here, so that no system setting is touched;
# without the sources (Debian's "locales") they run in the C locale.
set(_locales "${PROJECT_BINARY_DIR}/locales")
set(LUTHIER_TEST_LOCALE "LC_ALL=C.UTF-8")
find_program(LUTHIER_LOCALEDEF localedef)
mark_as_advanced(LUTHIER_LOCALEDEF)
if(LUTHIER_LOCALEDEF AND NOT EXISTS "${_locales}/de_DE.UTF-8/LC_NUMERIC")
    file(MAKE_DIRECTORY "${_locales}")
    execute_process(COMMAND "${LUTHIER_LOCALEDEF}" -i de_DE -f UTF-8 "${_locales}/de_DE.UTF-8"
        OUTPUT_QUIET ERROR_QUIET)
endif()
if(EXISTS "${_locales}/de_DE.UTF-8/LC_NUMERIC")
    set(LUTHIER_TEST_LOCALE "LC_ALL=de_DE.UTF-8;LOCPATH=${_locales}")
endif()
