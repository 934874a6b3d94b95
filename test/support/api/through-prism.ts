import { addressOf, exampleCall } from './api-call.js';
import { DescribedApi } from './described-api.js';
import type { PrismProxy } from './prism-proxy.js';
import { publicDescription } from './public-description.js';
import type { PublicScene } from './public-scene.js';

export interface AskedThrough {
  asked: number;
  /** What prism said, with the operation */
  found: string[];
}

/** The example of every operation that is open to everybody, asked through prism. */
export async function throughPrism(prism: PrismProxy, scene: PublicScene): Promise<AskedThrough> {
  const api = new DescribedApi(publicDescription(DescribedApi.read(), scene.known));
  const found: string[] = [];
  for (const described of api.operations) {
    const call = exampleCall(described, {});
    const options =
      call.body === undefined
        ? {}
        : { body: JSON.stringify(call.body), headers: { 'content-type': 'application/json' } };
    const breach = await prism.breach(described.method.toUpperCase(), addressOf(described, call), options);
    if (breach !== null) found.push(`${described.operation.operationId}: ${breach.slice(0, 500)}`);
  }
  return { asked: api.operations.length, found };
}
