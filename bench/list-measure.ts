import type { PreparedScene } from './list-scene.js';
import type { Arm, ListStage } from './list-stage.js';
import { processorTime } from './processor-time.js';

/** Both arms in turns, `rounds` times so many requests after one round that is not counted. Returns the line to print. */
export async function measureScene(
  { arms, token, postgres }: ListStage,
  scene: PreparedScene,
  { rounds, requests }: { rounds: number; requests: number },
): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const ask: Record<Arm, () => Promise<Response>> = {
    ours: () => fetch(arms.ours.address + scene.query, { headers }),
    bare: () => fetch(arms.bare.address, { method: 'POST', body: scene.bare }),
  };
  const took: Record<Arm, number[]> = { ours: [], bare: [] };
  const spent: Record<Arm, number[]> = { ours: [], bare: [] };
  const rows: Record<Arm, number> = { ours: 0, bare: 0 };
  for (let round = -1; round < rounds; round++)
    for (const arm of ['ours', 'bare'] as const) {
      const before = await processorTime(arms[arm].pid, postgres);
      for (let request = 0; request < requests; request++) {
        const at = performance.now();
        const answer = await ask[arm]();
        const body = (await answer.json()) as { items: unknown[] };
        if (answer.status !== 200) throw new Error(`${scene.name}: ${answer.status} ${JSON.stringify(body)}`);
        rows[arm] = body.items.length;
        if (round >= 0) took[arm].push(performance.now() - at);
      }
      const used = ((await processorTime(arms[arm].pid, postgres)) - before) / requests;
      if (round >= 0) spent[arm].push(used);
    }
  const ratios = spent.ours.map((ours, round) => ours / spent.bare[round]!);
  const ms = (arm: Arm): string =>
    `${at(spent[arm], 0.5).toFixed(2)} ms of processor (p50 ${at(took[arm], 0.5).toFixed(1)}, p95 ${at(took[arm], 0.95).toFixed(1)} ms)`;
  return `${scene.name}: ${rows.ours} rows, ours ${ms('ours')}, bare ${ms('bare')}, ratio ${at(ratios, 0.5).toFixed(2)} (2.00 allowed)`;
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
