# Finds LibTorch in a PyPI wheel, in an official zip or in a system folder: Torch::CPU.
# Hints: Torch_ROOT (the folder that holds include/ and lib/), CMAKE_PREFIX_PATH, the installer's cache.
# The wheel's own TorchConfig.cmake demands a CUDA toolkit, hence this module.
include(CacheFolder)
include(NamedRoot)
file(GLOB _torch_cached LIST_DIRECTORIES true "${LUTHIER_CACHE_FOLDER}/torch-*/torch")
named_root(Torch LibTorch "${_torch_cached}" Torch_INCLUDE_DIR Torch_CPU_LIBRARY Torch_C10_LIBRARY)
set(_torch_places lib lib64 "lib/${CMAKE_LIBRARY_ARCHITECTURE}" torch/lib)

find_path(Torch_INCLUDE_DIR torch/csrc/autograd/custom_function.h ${_options}
    PATH_SUFFIXES include torch/include)
find_library(Torch_CPU_LIBRARY torch_cpu ${_options} PATH_SUFFIXES ${_torch_places})
find_library(Torch_C10_LIBRARY c10 ${_options} PATH_SUFFIXES ${_torch_places})

if(Torch_INCLUDE_DIR)
    foreach(_header torch/headeronly/version.h torch/csrc/api/include/torch/version.h)
        if(EXISTS "${Torch_INCLUDE_DIR}/${_header}")
            file(STRINGS "${Torch_INCLUDE_DIR}/${_header}" _torch_lines REGEX "define TORCH_VERSION_(MAJOR|MINOR|PATCH) ")
            if(_torch_lines)
                string(REGEX REPLACE "[^0-9;]" "" _torch_numbers "${_torch_lines}")
                string(REPLACE ";" "." Torch_VERSION "${_torch_numbers}")
                break()
            endif()
        endif()
    endforeach()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Torch
    REQUIRED_VARS Torch_CPU_LIBRARY Torch_C10_LIBRARY Torch_INCLUDE_DIR VERSION_VAR Torch_VERSION
    REASON_FAILURE_MESSAGE "${_reason}")

if(Torch_FOUND AND NOT TARGET Torch::CPU)
    get_filename_component(_torch_lib "${Torch_CPU_LIBRARY}" DIRECTORY)
    # A second OpenMP library in one process would start a second set of threads.
    file(GLOB _torch_gomp "${_torch_lib}/libgomp*.so*")
    if(NOT _torch_gomp)
        set(_torch_gomp gomp)
    endif()
    add_library(Torch::CPU INTERFACE IMPORTED)
    set_target_properties(Torch::CPU PROPERTIES
        INTERFACE_INCLUDE_DIRECTORIES "${Torch_INCLUDE_DIR};${Torch_INCLUDE_DIR}/torch/csrc/api/include"
        INTERFACE_LINK_LIBRARIES "${Torch_CPU_LIBRARY};${Torch_C10_LIBRARY};${_torch_gomp}")
endif()
mark_as_advanced(Torch_INCLUDE_DIR Torch_CPU_LIBRARY Torch_C10_LIBRARY)
