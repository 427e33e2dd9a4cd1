# The engine: everything that needs LibTorch. Headers that `ui` includes hold neither Torch nor Qt.
set(_engine_folders kernels nn models methods metrics tasks train evaluate inspect publish)
set(_engine_sources)
foreach(_folder ${_engine_folders})
    file(GLOB _found CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${_folder}/*.cpp")
    list(APPEND _engine_sources ${_found})
endforeach()
add_library(luthier_engine STATIC ${_engine_sources})
target_link_libraries(luthier_engine
    PUBLIC luthier_base luthier_runs luthier_data luthier_text luthier_weights
    PRIVATE Torch::CPU)
target_precompile_headers(luthier_engine PRIVATE kernels/tensor.h)
# Without OpenMP, at::parallel_for would run serially.
# On the one file only: a definition on the target would keep tests from using its precompiled header.
set_source_files_properties("${CMAKE_CURRENT_SOURCE_DIR}/train/run_report.cpp" PROPERTIES
    COMPILE_DEFINITIONS "LUTHIER_VERSION=\"${PROJECT_VERSION}\"")
target_compile_options(luthier_engine PRIVATE -fopenmp)
