/** One request, as bytes go: bodies are texts. */
export interface Sent {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Draws the next request of its kind: another one of many each time. What it takes to draw it is not measured. */
export type Arm = () => Sent | Promise<Sent>;

/** Requests that must be answered so that nobody tells them apart: what is not there, and what is there but not theirs. */
export interface Scene {
  name: string;
  /** How it is refused */
  status: 401 | 404 | 422;
  /** What is not there: the others are held to it */
  missing: Arm;
  others: Readonly<Record<string, Arm>>;
  /** Brings back what asking has changed (accounts that were closed, say); after so many rounds */
  mend?: { every: number; work: () => Promise<void> };
}

/** Takes one after the other, and begins again. */
export function inTurn<T>(things: readonly T[]): () => T {
  let at = 0;
  return () => {
    const thing = things[at++ % things.length];
    if (thing === undefined) throw new Error('There is nothing to take.');
    return thing;
  };
}

/** Makes so many, one after the other. */
export async function many<T>(count: number, make: (at: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let at = 0; at < count; at++) made.push(await make(at));
  return made;
}

export const asJson = (method: Sent['method'], url: string, body: object): Sent => ({
  ...{ method, url, body: JSON.stringify(body) },
  headers: { 'content-type': 'application/json' },
});

export const asForm = (url: string, body: Record<string, string>): Sent => ({
  ...{ method: 'POST', url, body: new URLSearchParams(body).toString() },
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});
