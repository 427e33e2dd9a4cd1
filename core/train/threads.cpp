// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/threads.h"

#include "core/kernels/tensor.h"

#include <ATen/Version.h>

#include <cmath>
#include <fstream>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace luthier {

namespace {

constexpr int kTrainingNice = 10;

/// "200000 100000" in cgroup v2's cpu.max means two cores.
int quotaThreads()
{
    std::ifstream file("/sys/fs/cgroup/cpu.max");
    double quota = 0, period = 0;
    return file >> quota >> period && period > 0 ? std::max(1, int(std::ceil(quota / period)))
                                                 : 1 << 20;
}

} // namespace

int availableThreads()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    const int affinity = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return std::max(1, std::min(affinity, quotaThreads()));
}

int useThreads(int threads)
{
    const int count = threads > 0 ? threads : availableThreads();
    at::set_num_threads(count);
    return count;
}

void lowerPriority()
{
    setpriority(PRIO_PROCESS, id_t(syscall(SYS_gettid)), kTrainingNice);
}

std::string processorPath()
{
    return at::get_cpu_capability();
}

} // namespace luthier
