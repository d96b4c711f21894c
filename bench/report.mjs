import { monitorEventLoopDelay } from "node:perf_hooks";

// Loaded into every measured process: tells its own CPU time in microseconds, event-loop delay and memory when asked.
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

process.on("message", (message) => {
  if (message === "reset") delay.reset();
  if (message !== "report") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, delayMs: delay.percentile(99) / 1e6, rss: process.memoryUsage.rss() });
});
process.channel?.unref();
