import type { ApiDescription } from '../../../src/api-docs/api-description.js';
import { addressOf, exampleCall } from './api-call.js';
import { DescribedApi } from './described-api.js';
import type { PublicScene } from './public-scene.js';

/**
 * The description without the operations whose example finds nothing here: minutes of no meeting (404), and ways to sign in that need
 * somebody else's signature, which no example has.
 */
export async function withSomethingBehind(
  description: ApiDescription,
  scene: PublicScene,
): Promise<{ description: ApiDescription; without: string[] }> {
  const paths: ApiDescription['paths'] = {};
  const without: string[] = [];
  for (const described of new DescribedApi(description).operations) {
    const { method, path, operation } = described;
    const call = exampleCall(described, {});
    const url = addressOf(described, call);
    const isMissing = method === 'get' && (await foundAt(scene, url)) === 404;
    const isSignIn = method === 'post' && operation.tags?.includes('identity') === true;
    const isRefused = isSignIn && (await scene.redress.request('POST', url, { body: call.body })).status >= 400;
    if (isMissing || isRefused) without.push(operation.operationId);
    else paths[path] = { ...paths[path], [method]: operation };
  }
  return { description: { ...description, paths }, without };
}

/** What newman finds there: it goes on to where an answer sends it. */
async function foundAt(scene: PublicScene, url: string): Promise<number> {
  const { status, headers } = await scene.redress.request('GET', url);
  return status === 302 ? foundAt(scene, String(headers['location'])) : status;
}
