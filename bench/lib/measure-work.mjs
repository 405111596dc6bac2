const MEBIBYTE = 1024 * 1024;
const POLL_INTERVAL_MS = 20;

/**
 * Measures the speed of some work and the memory growth of this process during it.
 *
 * @param {() => Promise<number>} work returns the number of rows that it has done
 */
export async function measureWork(work) {
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), POLL_INTERVAL_MS);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const done = await work();
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(sampler);
  const cpu = process.cpuUsage(cpuBefore);
  return {
    done,
    perSecond: done / seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    mebibytesGrown: (Math.max(peak, process.memoryUsage.rss()) - before) / MEBIBYTE,
  };
}
