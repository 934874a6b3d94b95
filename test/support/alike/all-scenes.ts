import { PasswordHasher } from '../../../src/platform/crypto/index.js';
import type { TestApp } from '../test-app.js';
import { caseScenes, evidenceScene } from './case-scenes.js';
import { clientScene, keyScene, reportScene } from './program-scenes.js';
import { receiptScenes } from './receipt-scenes.js';
import type { Scene } from './scene.js';
import { passkeyScene, passwordScene, sessionScene } from './sign-in-scenes.js';
import { staffScene } from './staff-scene.js';

type Make = (redress: TestApp, count: number) => Promise<Scene | Scene[]>;

/** By what the names of the scenes begin with. */
const MADE: Readonly<Record<string, Make>> = {
  'a receipt': receiptScenes,
  'a name': passwordScene,
  'a passkey': passkeyScene,
  'a session': sessionScene,
  'a department': keyScene,
  'a client': clientScene,
  'a report': reportScene,
  'a case': caseScenes,
  evidence: evidenceScene,
  'a person': staffScene,
};

export interface Wanted {
  /** So many of each kind */
  count: number;
  /** Only of scenes that begin with the first of these words, where there are any */
  named?: readonly string[];
  /** Whether passwords cost what they do where it matters */
  isFullPrice?: boolean;
}

/** Every place where somebody may ask for what is there and is not theirs. */
export async function allScenes(
  redress: TestApp,
  { count, named: [first = ''] = [], isFullPrice = false }: Wanted,
): Promise<Scene[]> {
  if (isFullPrice) redress.app.get(PasswordHasher).cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
  const scenes: Scene[] = [];
  for (const [beginning, make] of Object.entries(MADE))
    if (first === '' || first.startsWith(beginning)) scenes.push(...[await make(redress, count)].flat());
  return scenes;
}
