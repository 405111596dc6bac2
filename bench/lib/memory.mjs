const MEBIBYTE = 1024 * 1024;
const MILLISECONDS_BETWEEN_LOOKS = 20;

/**
 * How fast some work goes, and by how much the memory of this process grows over it.
 *
 * @param {() => Promise<number>} work gives how many rows it has done
 */
export async function measured(work) {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(
    () => (most = Math.max(most, process.memoryUsage.rss())),
    MILLISECONDS_BETWEEN_LOOKS,
  );
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const done = await work();
  const seconds = (performance.now() - began) / 1000;
  clearInterval(look);
  const cpu = process.cpuUsage(cpuBefore);
  return {
    done,
    perSecond: done / seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    mebibytesGrown: (Math.max(most, process.memoryUsage.rss()) - before) / MEBIBYTE,
  };
}
