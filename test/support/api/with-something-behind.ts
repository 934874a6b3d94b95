import type { ApiDescription } from '../../../src/api-docs/api-description.js';
import { addressOf, exampleCall } from './api-call.js';
import { DescribedApi } from './described-api.js';
import type { PublicScene } from './public-scene.js';

/** The description without the operations whose example finds nothing here (404): minutes of no meeting, say. */
export async function withSomethingBehind(
  description: ApiDescription,
  scene: PublicScene,
): Promise<{ description: ApiDescription; without: string[] }> {
  const paths: ApiDescription['paths'] = {};
  const without: string[] = [];
  for (const described of new DescribedApi(description).operations) {
    const { method, path, operation } = described;
    const url = addressOf(described, exampleCall(described, {}));
    const isMissing = method === 'get' && (await scene.redress.request('GET', url)).status === 404;
    if (isMissing) without.push(operation.operationId);
    else paths[path] = { ...paths[path], [method]: operation };
  }
  return { description: { ...description, paths }, without };
}
