// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <stdexcept>

namespace luthier {

/// Thrown inside `core`; becomes a `Result` at its doors.
/// `message` is one sentence with the place and the remedy, `detail` is for the log.
class Error : public std::runtime_error
{
public:
    enum class Code { Failed, Usage, Cancelled, OutOfMemory, Io, BadInput };

    explicit Error(Message message, Code code = Code::BadInput, std::string detail = {})
        : std::runtime_error(message.english()), message(std::move(message)), code(code),
          detail(std::move(detail))
    {
    }

    Message message;
    Code code;
    std::string detail;
};

/// Short form: throw failure("data.empty", "{file} holds no rows.", {{"file", name}}).
inline Error failure(std::string id, std::string text,
                     std::map<std::string, MessageValue> values = {},
                     Error::Code code = Error::Code::BadInput)
{
    return Error(Message{std::move(id), std::move(text), std::move(values)}, code);
}

} // namespace luthier
