import { genericCharter } from '../../../src/charter/index.js';
import { newId } from '../../../src/platform/identifiers.js';
import type { TestApp } from '../test-app.js';
import { asJson, inTurn, many, type Scene, type Sent } from './scene.js';

/** A person of the staff whose roles an administrator would change: who is not there, and somebody of another place. */
export async function staffScene(redress: TestApp, count: number): Promise<Scene> {
  const { token } = await redress.staff('administrator');
  const elsewhere = await redress.elsewhere('hillside', genericCharter);
  const next = inTurn(await many(count, async () => (await elsewhere.staff('clerk')).staffId));
  const change = (staffId: string): Sent => {
    const sent = asJson('PUT', `/api/v1/staff/${staffId}/roles`, { roles: ['clerk'] });
    return { ...sent, headers: { ...sent.headers, authorization: `Bearer ${token}` } };
  };
  return {
    name: 'a person, whose roles an administrator changes',
    status: 404,
    missing: () => change(newId()),
    others: { 'of another place': () => change(next()) },
    // An administrator proves who they are every ten minutes; not what is measured here.
    mend: {
      every: 500,
      work: async () => {
        await redress.database.owner.query('UPDATE redress.session SET proved_at = now() WHERE ended_at IS NULL');
      },
    },
  };
}
