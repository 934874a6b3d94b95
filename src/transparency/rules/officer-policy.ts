import type { OfficerException, OfficerIdentity, OfficerTerms } from '../../charter/index.js';

const IN_WORDS: Readonly<Record<OfficerIdentity, string>> = {
  named: 'Officers are named.',
  'stable-pseudonym': 'Officers have a pseudonym that is the same in every release.',
  'release-pseudonym': 'Officers have a pseudonym of this release, or its epoch, alone.',
  absent: 'Officers are not shown.',
};

/** The terms on officers in words, for readers of a release: the rule, and each exception with its right. */
export function officerPolicy({ identity, exceptions }: OfficerTerms): string[] {
  return [IN_WORDS[identity], ...exceptions.map(inWords)];
}

function inWords({ identity, authority, outcomes, ranks, forceTypes, from, until }: OfficerException): string {
  const asked = [
    ...(outcomes ? [`the finding is ${outcomes.join(' or ')}`] : []),
    ...(ranks ? [`the rank is ${ranks.join(' or ')}`] : []),
    ...(forceTypes ? [`the force is ${forceTypes.join(' or ')}`] : []),
    ...(from === undefined ? [] : [`it happened on ${from} or later`]),
    ...(until === undefined ? [] : [`it happened on ${until} or before`]),
  ];
  return `Where ${asked.join(' and ')}: ${IN_WORDS[identity].toLowerCase()} (${authority})`;
}

/** Some officer can be told from others in more than one release, or by name: k must then hold for each. */
export function showsOfficers({ identity, exceptions }: OfficerTerms): boolean {
  return [identity, ...exceptions.map((each) => each.identity)].some(
    (each) => each === 'named' || each === 'stable-pseudonym',
  );
}

/** No officer is ever shown in any way: there is no column to show. */
export function hidesOfficers({ identity, exceptions }: OfficerTerms): boolean {
  return [identity, ...exceptions.map((each) => each.identity)].every((each) => each === 'absent');
}
