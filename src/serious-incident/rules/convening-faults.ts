import { codesOf, type OversightTerms, termOf } from '../../charter/index.js';

export interface ConveningFault {
  path: string;
  code: string;
  message: string;
}

export interface Convening {
  team: readonly { staffId: string; role: string }[];
  topics: readonly string[];
}

type Words = OversightTerms['incidentReview'];

/** What is wrong with a team and its agenda, each with its place. */
export function conveningFaults({ team, topics }: Convening, { roles, topics: known }: Words): ConveningFault[] {
  const missing = roles.filter(({ code, needed }) => needed && !team.some(({ role }) => role === code));
  return [
    ...team.flatMap(({ staffId, role }, at) => [
      ...roleFaults(`/team/${at}/role`, role, roles),
      ...fault(
        team.findIndex((other) => other.staffId === staffId) !== at,
        `/team/${at}/staffId`,
        'on-team-twice',
        'Nobody sits in two roles: of more than one discipline means more than one person.',
      ),
    ]),
    ...fault(missing.length > 0, '/team', 'role-unfilled', `Nobody sits in: ${codesOf(missing)}.`),
    ...topics.flatMap((topic, at) => [
      ...fault(
        !termOf(known, topic),
        `/topics/${at}`,
        'not-in-charter',
        `The charter does not know this topic. It knows: ${codesOf(known)}.`,
      ),
      ...fault(topics.indexOf(topic) !== at, `/topics/${at}`, 'topic-twice', 'It stands on the agenda already.'),
    ]),
  ];
}

export function roleFaults(path: string, role: string, roles: Words['roles']): ConveningFault[] {
  const message = `The charter does not know this role. It knows: ${codesOf(roles)}.`;
  return fault(!termOf(roles, role), path, 'not-in-charter', message);
}

function fault(wrong: boolean, path: string, code: string, message: string): ConveningFault[] {
  return wrong ? [{ path, code, message }] : [];
}
