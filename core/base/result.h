// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <new>
#include <utility>
#include <variant>

namespace luthier {

/// A value, or the reason why there is none. What `core` hands to `ui` and `app`.
template <typename T>
class Result
{
public:
    Result(T value) : m_value(std::move(value)) {}
    Result(Error error) : m_value(std::move(error)) {}

    explicit operator bool() const { return std::holds_alternative<T>(m_value); }
    const T &value() const { return std::get<T>(m_value); }
    T &value() { return std::get<T>(m_value); }
    const Error &error() const { return std::get<Error>(m_value); }

private:
    std::variant<T, Error> m_value;
};

/// Runs `work` and turns whatever it throws into an Error: the one place where exceptions stop.
template <typename Work>
auto guarded(Work &&work) -> Result<decltype(work())>
{
    try {
        return work();
    } catch (const Error &error) {
        return error;
    } catch (const std::bad_alloc &) {
        return failure(
            "base.out_of_memory",
            LUTHIER_MESSAGE(
                "There is not enough memory; choose a smaller batch or a shorter maximum length."),
            {}, Error::Code::OutOfMemory);
    } catch (const std::exception &error) {
        return Error(Message{"base.internal",
                             LUTHIER_MESSAGE("Something failed inside the program: {what}"),
                             {{"what", std::string(error.what())}}},
                     Error::Code::Failed, error.what());
    }
}

} // namespace luthier
