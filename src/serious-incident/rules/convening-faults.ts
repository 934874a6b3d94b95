import { codesOf, type OversightTerms } from '../../charter/index.js';
import { type Fault, faultIf, termFaults } from '../../complaint/index.js';

export interface Convening {
  team: readonly { staffId: string; role: string }[];
  topics: readonly string[];
}

/** What is wrong with a team and its agenda, each with its place. */
export function conveningFaults(
  { team, topics }: Convening,
  { roles, topics: known }: OversightTerms['incidentReview'],
): Fault[] {
  const missing = roles.filter(({ code, needed }) => needed && !team.some(({ role }) => role === code));
  return [
    ...team.flatMap(({ role }, at) => termFaults(`/team/${at}/role`, roles, role)),
    ...team.flatMap(({ staffId }, at) => {
      const path = `/team/${at}/staffId`;
      const twice = team.findIndex((other) => other.staffId === staffId) !== at;
      return faultIf(twice, path, 'on-team-twice', 'Nobody sits in two roles: each is another person.');
    }),
    ...faultIf(missing.length > 0, '/team', 'role-unfilled', `Nobody sits in: ${codesOf(missing)}.`),
    ...topics.flatMap((topic, at) => {
      const path = `/topics/${at}`;
      const twice = topics.indexOf(topic) !== at;
      return [
        ...termFaults(path, known, topic),
        ...faultIf(twice, path, 'topic-twice', 'It stands on the agenda already.'),
      ];
    }),
  ];
}
