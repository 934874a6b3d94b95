import { VerifyHistory } from '../src/audit-log/index.js';
import { openHistoryScene } from './history-scene.js';

/** `history [events]`: how fast the history is sealed, and held to its seals. Demanded: 20,000 events a second held. */
export async function run([events = '1000000']: string[]): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const scene = await openHistoryScene();
  try {
    for (let made = 0; made < Number(events); made += 50_000)
      await scene.happen(Math.min(50_000, Number(events) - made));
    const sealing = performance.now();
    const { sealed } = await scene.seal();
    const holding = performance.now();
    const held = await scene.app.get(VerifyHistory).run();
    const done = performance.now();
    const rate = (from: number, to: number): string => Math.round((sealed / (to - from)) * 1000).toLocaleString('en');
    say(
      `${sealed} events: ${rate(sealing, holding)} a second sealed, ${rate(holding, done)} a second held to their seals`,
    );
    say(`faults: ${held.faultsInAll}; peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
    if (held.faultsInAll > 0) process.exitCode = 1;
  } finally {
    await scene.end();
  }
}
