import type { TestApp } from '../test-app.js';
import { caseScenes } from './case-scenes.js';
import { clientScene, keyScene, reportScene } from './program-scenes.js';
import { receiptScenes } from './receipt-scenes.js';
import type { Scene } from './scene.js';
import { passkeyScene, passwordScene, sessionScene } from './sign-in-scenes.js';
import { staffScene } from './staff-scene.js';

/** Every place where somebody may ask for what is there and is not theirs. @param count of each kind, so many */
export async function allScenes(redress: TestApp, count: number): Promise<Scene[]> {
  return [
    ...(await receiptScenes(redress, count)),
    await passwordScene(redress, count),
    await passkeyScene(redress, count),
    await sessionScene(redress, count),
    await keyScene(redress, count),
    await clientScene(redress, count),
    await reportScene(redress, count),
    ...(await caseScenes(redress, count)),
    await staffScene(redress, count),
  ];
}
