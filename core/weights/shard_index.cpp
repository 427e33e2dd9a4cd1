// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/shard_index.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/weights/shown.h"
#include "core/weights/strict_sax.h"

#include <utility>

namespace luthier {

namespace {

constexpr uint64_t sizeLimit = 64u << 20;
constexpr int depthLimit = 64;

class IndexReader : public StrictSax
{
public:
    using StrictSax::StrictSax;

    bool null() override { return pass("null"); }
    bool boolean(bool) override { return pass("boolean"); }
    bool number_integer(int64_t) override { return pass("number"); }
    bool number_unsigned(uint64_t) override { return pass("number"); }
    bool number_float(double, const std::string &) override { return pass("number"); }
    bool start_object(std::size_t) override;
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override;
    bool end_array() override { return leave(); }
    bool key(std::string &name) override;
    bool string(std::string &value) override;

    std::map<std::string, std::string> finish();

private:
    [[noreturn]] void unexpected(std::string_view type, std::string_view value) const override;
    bool pass(std::string_view type) const;
    bool enter();
    bool leave();

    int m_depth = 0;
    bool m_mapNext = false; ///< the key weight_map was just read
    bool m_inMap = false;
    bool m_sawMap = false;
    std::string m_tensor;
    std::map<std::string, std::string> m_shards;
};

void IndexReader::unexpected(std::string_view type, std::string_view) const
{
    throw failure(
        "weights.index_layout",
        LUTHIER_MESSAGE("{file} is no index of shards: it has an unexpected {type} after {count} "
                        "tensors; download it again."),
        {{"file", file()}, {"type", std::string(type)}, {"count", int64_t(m_shards.size())}});
}

bool IndexReader::pass(std::string_view type) const
{
    if (m_inMap || m_mapNext || m_depth == 0)
        unexpected(type, {});
    return true;
}

bool IndexReader::enter()
{
    if (++m_depth > depthLimit)
        throw failure(
            "weights.index_depth",
            LUTHIER_MESSAGE("{file} is nested deeper than {depth} levels; download it again."),
            {{"file", file()}, {"depth", int64_t(depthLimit)}});
    return true;
}

bool IndexReader::leave()
{
    if (--m_depth == 1)
        m_inMap = false;
    return true;
}

bool IndexReader::start_object(std::size_t)
{
    if (m_inMap)
        unexpected("object", {});
    m_inMap = std::exchange(m_mapNext, false);
    return enter();
}

bool IndexReader::start_array(std::size_t)
{
    pass("array");
    return enter();
}

bool IndexReader::key(std::string &name)
{
    const auto refuseTwice = [&] {
        throw failure("weights.index_twice",
                      LUTHIER_MESSAGE("{file} lists {name} twice; which one is meant cannot be "
                                      "told, so download it again."),
                      {{"file", file()}, {"name", shown(name)}});
    };
    if (m_depth == 1 && name == "weight_map") {
        if (std::exchange(m_sawMap, true))
            refuseTwice();
        m_mapNext = true;
    } else if (m_inMap) {
        if (m_shards.contains(name))
            refuseTwice();
        m_tensor = std::move(name);
    }
    return true;
}

bool IndexReader::string(std::string &value)
{
    if (!m_inMap)
        return pass("string");
    m_shards.emplace(std::move(m_tensor), std::move(value));
    return true;
}

std::map<std::string, std::string> IndexReader::finish()
{
    if (!m_sawMap)
        throw failure("weights.index_without_map",
                      LUTHIER_MESSAGE(
                          "{file} is no index of shards: it lacks weight_map; download it again."),
                      {{"file", file()}});
    return std::move(m_shards);
}

} // namespace

std::map<std::string, std::string> readShardIndex(const std::filesystem::path &path)
{
    const std::string text = files::read(path, sizeLimit);
    IndexReader reader(path.string());
    reader.read(text);
    return reader.finish();
}

} // namespace luthier
