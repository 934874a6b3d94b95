import { monitorEventLoopDelay } from 'node:perf_hooks';

// Preloaded into a server that a bench measures: at SIGUSR2 it says how long its event loop was held up since the last one.
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
process.on('SIGUSR2', () => {
  const [p50, p99, max] = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) => ns / 1e6);
  process.stderr.write(`loop-delay ${JSON.stringify({ p50, p99, max })}\n`);
  delay.reset();
});
