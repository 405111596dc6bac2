const COUNT = 10;

/** A reporter that prints the slowest test files after the run. */
export default class SlowestFiles {
  files = [];

  onTestResult({ path, context }, { perfStats }) {
    const { displayName, rootDir } = context.config;
    const name = `${displayName?.name ?? ''} ${path.slice(rootDir.length + 1)}`;
    this.files.push({ name, seconds: (perfStats.end - perfStats.start) / 1000 });
  }

  onRunComplete() {
    if (this.files.length <= COUNT) return;
    const slowest = this.files.toSorted((a, b) => b.seconds - a.seconds).slice(0, COUNT);
    const lines = slowest.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
    process.stderr.write(`\nSlowest test files:\n${lines.join('\n')}\n`);
  }
}
