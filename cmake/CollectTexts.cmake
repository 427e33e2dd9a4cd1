# Collects all texts to translate into the file TS (plural forms alone where PLURALS_ONLY is on).
# Needs LUPDATE, SOURCE (the repository), WORK (a folder for copies).
#
# LUTHIER_MESSAGE("...") has no context of its own, as lupdate wants it: it is shown copies of these
# sources in which the macro reads QT_TRANSLATE_NOOP("Messages", "..."). The command line's own texts
# stay English.
set(_copies "${WORK}/messages")
file(REMOVE_RECURSE "${_copies}")
file(GLOB_RECURSE _files RELATIVE "${SOURCE}" "${SOURCE}/core/*.cpp" "${SOURCE}/core/*.h"
    "${SOURCE}/ui/*.cpp" "${SOURCE}/ui/*.h" "${SOURCE}/app/shared/*.cpp" "${SOURCE}/app/shared/*.h")
list(REMOVE_ITEM _files core/base/message.h)
foreach(_file IN LISTS _files)
    file(READ "${SOURCE}/${_file}" _text)
    string(FIND "${_text}" "LUTHIER_MESSAGE(" _found)
    if(_found GREATER -1)
        string(REPLACE "LUTHIER_MESSAGE(" "QT_TRANSLATE_NOOP(\"Messages\", " _text "${_text}")
        file(WRITE "${_copies}/${_file}" "${_text}")
    endif()
endforeach()

set(_forms)
if(PLURALS_ONLY)
    set(_forms -pluralonly)
endif()
# Without -I, lupdate misses namespaces.
execute_process(COMMAND "${LUPDATE}" "${SOURCE}/app/gui" "${SOURCE}/ui" "${_copies}" -I "${SOURCE}"
    -locations none -silent ${_forms} -ts "${TS}" RESULT_VARIABLE _status OUTPUT_QUIET
    ERROR_VARIABLE _said)
if(NOT _status EQUAL 0)
    message(FATAL_ERROR "lupdate failed: ${_status}")
endif()
# Texts in a wrong context are collected, translated and never found.
if(_said MATCHES "lacks Q_OBJECT")
    message(FATAL_ERROR "lupdate gives texts a wrong context:\n${_said}")
endif()
