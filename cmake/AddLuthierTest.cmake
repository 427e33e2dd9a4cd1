include(TestLocale)
set(LUTHIER_RESULTS "${PROJECT_BINARY_DIR}/results")
file(MAKE_DIRECTORY "${LUTHIER_RESULTS}")
# Every path that a test makes has a space and Hangul in it.
set(LUTHIER_TEST_TMPDIR "${PROJECT_BINARY_DIR}/tmp 빈 칸")
file(MAKE_DIRECTORY "${LUTHIER_TEST_TMPDIR}")

# add_luthier_test(NAME SOURCES ... LIBRARIES ... [LABELS ...] [TIMEOUT seconds] [GUI])
# One Qt Test executable. GUI tests run on the offscreen platform. What a test says is also kept in
# LUTHIER_RESULTS, and its name in the global property LUTHIER_TESTS.
function(add_luthier_test name)
    cmake_parse_arguments(TEST "GUI;ENGINE" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${TEST_SOURCES} $<TARGET_OBJECTS:luthier_test_locale>)
    set_target_properties(${name} PROPERTIES AUTOMOC ON
        RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE luthier_settings ${TEST_LIBRARIES} Qt6::Test)
    target_compile_definitions(${name} PRIVATE
        LUTHIER_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        LUTHIER_BINARY_DIR="${PROJECT_BINARY_DIR}/bin")
    if(TEST_ENGINE)
        target_link_libraries(${name} PRIVATE Torch::CPU)
        # The header was compiled with these; with others it would not be used.
        target_compile_options(${name} PRIVATE -fopenmp -fPIC)
        target_precompile_headers(${name} REUSE_FROM luthier_engine)
    endif()
    add_test(NAME ${name} COMMAND ${name} -o "${LUTHIER_RESULTS}/${name}.txt,txt" -o -,txt)
    set_property(GLOBAL APPEND PROPERTY LUTHIER_TESTS ${name})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 300)
    endif()
    # Qt's own limit of five minutes a function would end a long one on a busy machine.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${LUTHIER_TEST_LOCALE};TMPDIR=${LUTHIER_TEST_TMPDIR};OMP_WAIT_POLICY=PASSIVE;QT_FONT_DPI=96;QTEST_FUNCTION_TIMEOUT=3600000")
endfunction()
