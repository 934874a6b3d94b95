import { createHash } from 'node:crypto';
import { leadingZeros } from '../../src/platform/http/proof-of-work.js';
import { atAPace, type Course, PATIENCE_MS } from './timely.js';

/** What anybody may file. */
export const FILED = JSON.stringify({
  anonymous: true,
  narrative: 'He pushed me against the car and laughed when I asked for his name. '.repeat(8),
  place: 'in front of the library',
  incidentOn: '2026-03-31',
  allegations: ['discourtesy'],
});

/** Files one complaint. @param from the address that our own proxy says the caller has */
function file(port: number, from: string, proof?: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/api/v1/jurisdictions/riverton/complaints`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'x-forwarded-for': from },
      ...(proof === undefined ? {} : { 'redress-proof': proof }),
    },
    body: FILED,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

/** People who each file one complaint, so many milliseconds apart, each from an address of their own, and solve what is asked. */
export function neighbors(port: number, every: number, signal: AbortSignal): Promise<Course> {
  let person = 0;
  return atAPace(every, signal, async () => {
    const from = addressOf('10.1', ++person);
    const asked = await fetch(`http://127.0.0.1:${port}/api/v1/proof-of-work`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { puzzle } = (await asked.json()) as { puzzle: string | null };
    return file(port, from, puzzle === null ? undefined : solved(puzzle));
  });
}

export function addressOf(network: string, number: number): string {
  return `${network}.${Math.floor(number / 250) % 250}.${number % 250}`;
}

function solved(puzzle: string): string {
  const bits = Number(puzzle.split('.')[0]);
  for (let number = 0; ; number++) {
    const proof = `${puzzle}:${number}`;
    if (leadingZeros(createHash('sha256').update(proof).digest()) >= bits) return proof;
  }
}
