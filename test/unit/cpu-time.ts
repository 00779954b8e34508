/** Milliseconds that this process worked for a task: a busy machine makes it wait longer, not work longer. */
export function cpuMs(task: () => void): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
