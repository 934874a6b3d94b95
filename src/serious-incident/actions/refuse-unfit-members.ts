import type { EntityManager } from 'typeorm';
import { refuseFaults } from '../../complaint/index.js';
import { standingOf } from '../records/incident-team.store.js';

/**
 * Peer review stands apart from discipline: who works on the case, or may not see it, is not on the team. And nobody opens a
 * compartment to themself: the database refuses that as well (policy `not_oneself`).
 * @param pathOf where in what was sent the person at that place stands
 * @throws RuleBroken invalid (422)
 */
export async function refuseUnfitMembers(
  manager: EntityManager,
  { complaintId, staffIds, by }: { complaintId: string | null; staffIds: readonly string[]; by: string },
  pathOf: (place: number) => string,
): Promise<void> {
  const standings = await standingOf(manager, complaintId, staffIds);
  refuseFaults(
    standings.flatMap(({ staffId, known, onTheCase }, place) => {
      const path = pathOf(place);
      if (!known) return [{ path, code: 'no-such-staff', message: 'There is no member of staff with this id.' }];
      if (staffId === by)
        return [
          { path, code: 'on-team-by-oneself', message: 'Nobody puts themself on a team: somebody else convenes it.' },
        ];
      if (!onTheCase) return [];
      return [
        { path, code: 'on-the-case', message: 'They work on the case, or are recused from it: choose somebody else.' },
      ];
    }),
  );
}
