// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/tensorboard_log.h"

#include "core/runs/run_record.h"

#include <array>
#include <bit>
#include <charconv>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view namePrefix = "events.out.tfevents.", nameEnd = ".luthier";

constexpr std::array<uint32_t, 256> crcTable = [] {
    std::array<uint32_t, 256> table{};
    for (uint32_t byte = 0; byte < table.size(); ++byte) {
        uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ (value & 1 ? 0x82F63B78u : 0);
        table[byte] = value;
    }
    return table;
}();

uint32_t maskedCrc(std::string_view bytes)
{
    uint32_t crc = 0xFFFFFFFFu;
    for (const char byte : bytes)
        crc = crcTable[(crc ^ uint8_t(byte)) & 0xFF] ^ (crc >> 8);
    return std::rotr(~crc, 15) + 0xA282EAD8u;
}

template <typename T>
void addLittleEndian(std::string &out, T value)
{
    for (size_t byte = 0; byte < sizeof(T); ++byte)
        out.push_back(char(uint8_t(value >> (8 * byte))));
}

void addVarint(std::string &out, uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        out.push_back(char(uint8_t(value) | 0x80));
    out.push_back(char(value));
}

/// Key bytes of the fields in use: number << 3 | wire type.
enum Field : char {
    WallTime = 0x09,
    Step = 0x10,
    FileVersion = 0x1A,
    Summary = 0x2A,
    SummaryValue = 0x0A,
    ValueTag = 0x0A,
    SimpleValue = 0x15
};

void addBytes(std::string &out, Field field, std::string_view bytes)
{
    out.push_back(field);
    addVarint(out, bytes.size());
    out += bytes;
}

std::string eventAt(double wallTime)
{
    std::string out(1, WallTime);
    addLittleEndian(out, std::bit_cast<uint64_t>(wallTime));
    return out;
}

std::string tagOf(const std::string &name)
{
    constexpr std::string_view eval = "eval_";
    return name.starts_with(eval) ? "eval/" + name.substr(eval.size()) : "train/" + name;
}

std::string scalarRecord(const MetricPoint &point, double wallTime)
{
    std::string value;
    addBytes(value, ValueTag, tagOf(point.name));
    value.push_back(SimpleValue);
    addLittleEndian(value, std::bit_cast<uint32_t>(float(point.value)));
    std::string summary;
    addBytes(summary, SummaryValue, value);
    std::string event = eventAt(wallTime);
    event.push_back(Step);
    addVarint(event, uint64_t(point.step));
    addBytes(event, Summary, summary);
    return tfRecord(event);
}

std::string recordsOf(std::span<const Json> events, double wallTime)
{
    std::string out;
    for (const Json &event : events) {
        for (const MetricPoint &point : metricsOf(event))
            out += scalarRecord(point, wallTime);
        if (event["event"] == "step" && event.contains("epoch"))
            out += scalarRecord({"epoch", event["step"], event["epoch"]}, wallTime);
    }
    return out;
}

std::string headRecord(double wallTime)
{
    std::string event = eventAt(wallTime);
    addBytes(event, FileVersion, "brain.Event:2");
    return tfRecord(event);
}

fs::path fileIn(const fs::path &folder, double now)
{
    for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(namePrefix) && name.ends_with(nameEnd))
            return entry.path();
    }
    return folder / (std::string(namePrefix) + std::to_string(int64_t(now)) + std::string(nameEnd));
}

} // namespace

std::string tfRecord(std::string_view data)
{
    std::string out;
    addLittleEndian(out, uint64_t(data.size()));
    addLittleEndian(out, maskedCrc(out));
    out += data;
    addLittleEndian(out, maskedCrc(data));
    return out;
}

TensorBoardLog::TensorBoardLog(const fs::path &runFolder, double now)
    : m_path(fileIn(runFolder, now)), m_file(m_path, std::ios::binary | std::ios::app)
{
    if (m_file.tellp() == 0)
        m_file << headRecord(now) << std::flush;
}

void TensorBoardLog::append(std::span<const Json> events, double now)
{
    m_file << recordsOf(events, now) << std::flush;
}

void TensorBoardLog::rewrite(std::span<const Json> events, double now)
{
    m_file.close();
    m_file.open(m_path, std::ios::binary | std::ios::trunc);
    m_file << headRecord(now) << recordsOf(events, now) << std::flush;
}

} // namespace luthier
