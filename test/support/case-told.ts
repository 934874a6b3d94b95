import type { Answer } from './test-app.js';

interface Allegation {
  allegationId: string;
  complaintOfficerId: string;
  category: string;
  findings: { stage: string; finding: string; standing: boolean }[];
  disciplines: { stage: string; kind: string | null; days: number | null }[];
}

export interface TitledAllegation extends Allegation {
  title: string;
}

/** The allegations of a case file, each called `category by badge`, or `category` where nobody knows who. In order of that. */
export function titled({ allegations, officers }: Answer['body']): TitledAllegation[] {
  const badges = new Map<string, string | null>(
    officers.map(({ complaintOfficerId, badgeNumber }: Record<string, string>) => [complaintOfficerId, badgeNumber]),
  );
  const all = (allegations as Allegation[]).map((allegation) => {
    const badge = badges.get(allegation.complaintOfficerId) ?? null;
    return { ...allegation, title: badge === null ? allegation.category : `${allegation.category} by ${badge}` };
  });
  return all.sort((one, other) => one.title.localeCompare(other.title));
}

/** What was found, a line an allegation, stage by stage; what was superseded stands in brackets. */
export function findingsTold(allegations: readonly TitledAllegation[]): string[] {
  return allegations.map(({ title, findings }) => {
    const stages = findings.map(({ stage, finding, standing }) =>
      standing ? `${stage} ${finding}` : `(${stage} ${finding})`,
    );
    return `${title}: ${stages.join(', ')}`;
  });
}

/** What was recommended and imposed, a line an allegation; those without stand not here. */
export function disciplinesTold(allegations: readonly TitledAllegation[]): string[] {
  const disciplined = allegations.filter(({ disciplines }) => disciplines.length > 0);
  return disciplined.map(({ title, disciplines }) => {
    const told = disciplines.map(
      ({ stage, kind, days }) => `${stage} ${kind ?? 'nothing'}${days === null ? '' : ` ${days} days`}`,
    );
    return `${title}: ${told.join(', ')}`;
  });
}

/** The chain of an allegation's decisions, the one that stands last: `kind outcome (step or asker): discipline`. */
export function decisionsTold({ matters }: Answer['body'], allegationId: string): string[] {
  const { decisions } = matters.find((matter: { allegationId: string }) => matter.allegationId === allegationId);
  return decisions.map(
    ({ kind, outcome, cameOf, disciplineKind, disciplineDays, current }: Record<string, string | null>) => {
      const of = cameOf === null ? '' : ` (${cameOf})`;
      const discipline =
        disciplineKind === null ? '' : `: ${disciplineKind}${disciplineDays === null ? '' : ` ${disciplineDays} days`}`;
      return `${kind} ${outcome}${of}${discipline}${current ? ', stands' : ''}`;
    },
  );
}

/** Clocks as `rule state due`, and when one stopped on which day. */
export function clocksTold(items: readonly Record<string, string | null>[]): string[] {
  return items.map(
    ({ rule, state, dueOn, stoppedOn }) =>
      `${rule} ${state} ${stoppedOn === null ? `due ${dueOn}` : `on ${stoppedOn}, due ${dueOn}`}`,
  );
}

/** Pieces of work as `kind: step day, …`, each step that was taken. */
export function workTold(items: readonly { kind: string; steps: { to: string; on: string }[] }[]): string[] {
  return items.map(({ kind, steps }) => `${kind}: ${steps.map(({ to, on }) => `${to} ${on}`).join(', ')}`).sort();
}

/**
 * A history in order, a line for all that somebody did until somebody else did something, the same once:
 * `who: action, action`. What who complains did within an hour has no order that anybody may know.
 */
export function historyTold(items: readonly { who: string; action: string }[]): string[] {
  const turns: { who: string; actions: Set<string> }[] = [];
  for (const { who, action } of items) {
    if (turns.at(-1)?.who !== who) turns.push({ who, actions: new Set() });
    turns.at(-1)?.actions.add(action);
  }
  return turns.map(({ who, actions }) => {
    const told = who === 'complainant' ? [...actions].sort() : [...actions];
    return `${who}: ${told.join(', ')}`;
  });
}
