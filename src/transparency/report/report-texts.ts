import type { PrivacyModel } from '../anonymize/index.js';

/** Every word of the report that is not a figure or a release's own. */
export const PUBLISHED_AS_IT_IS = 'as it is';
export const NOT_SHOWN = 'not shown';
/** The word of a group that stands for no value known. */
export const UNKNOWN_WORD = 'unknown';
export const NOT_TOLD = 'not told';

export const headings = {
  short: 'In short',
  published: 'What was published',
  levels: 'How finely each column is shown, and what that costs',
  suppression: 'Who was left out',
  margins: 'How close the file is to the record',
  classes: 'How well people are hidden',
  change: 'What changed since release',
  use: 'What this file can be used for, and what not',
  method: 'How to read these figures',
};

export const about = {
  lead: 'This report goes with the released file. It says what the file keeps of the record, what was taken out to protect people, and whom that hits. It is made by a program, for every release alike.',
  levels:
    'A value is shown only as finely as lets enough people look alike. Information lost: of what the column tells about a row, the share that showing it more coarsely takes away. Domain: the share of all values that a cell may stand for. Steps: the share of the way from the finest value to “not shown”. The last two count a row that was left out as lost whole.',
  suppression:
    'Cases that too few others look like are left out whole, all their rows. They are counted here by what they were about. Dark: left out for certain; light: may be, see the end of this page; line: the share of the whole release.',
  margins:
    'For each column, and for each two together: the share of rows that would have to be changed to turn the file’s shares into the record’s. 0 % means that the file counts like the record. The columns are compared as they are shown; one that is not shown cannot be compared.',
  classes:
    'Everybody in the file shares the whole description with others: nobody can say which of them somebody is. So many groups of people who look alike there are, by size.',
  perhaps:
    'Counts of people left out are told as ranges, never exactly, and by one line less than there are values: who knows the totals cannot work out a smaller number, and values that only people left out have are not named below a whole step.',
  blur: (width: string) =>
    `Distances and losses carry a deliberate error of about ${width}, so that many of them together cannot be solved for one person.`,
  exact: 'Nothing of this report had to be blurred: nobody was left out.',
  untold: 'Hardly anybody was left out, so that nothing can be told of them without pointing at them.',
  noDistance: 'Distances are not told: the file is so small, or so few were left out, that they would point at people.',
  verify:
    'The file is published only after a program that shares no code with the one that made it has found what its manifest promises.',
};

/** A demand on every group of people who look alike, in words; `title` of the column that it is about. */
export function demandInWords(model: PrivacyModel, title: (name: string) => string): string {
  switch (model.type) {
    case 'distinct-l':
      return `In every group at least ${model.l} different values of “${title(model.attribute)}” occur, so that to find the group is not to find the value.`;
    case 'entropy-l':
      return `In every group “${title(model.attribute)}” is as varied as ${model.l} equally frequent values.`;
    case 'recursive-cl':
      return `In no group is the most frequent value of “${title(model.attribute)}” ${model.c} times as frequent as all from the ${model.l}th on together.`;
    case 't-closeness':
      return `In every group the shares of “${title(model.attribute)}” are within ${model.t} of those of the whole record (${model.distance} distance).`;
    case 'beta-likeness':
      return `In no group is a value of “${title(model.attribute)}” more than ${model.beta} times its share more frequent than in the whole record (${model.variant}).`;
    case 'average-risk':
      return `On average the chance to pick the right row is at most ${model.threshold}.`;
    case 'uniqueness':
      return `At most a share of ${model.threshold} of the rows stands alone.`;
  }
}

export const sentences = {
  published: (rows: string, units: string, word: string) => `The file holds ${rows} rows about ${units} ${word}.`,
  leftOut: (units: string, word: string, share: string) =>
    `${units} ${word} (${share}) were left out whole, because too few others look like them.`,
  noneLeftOut: 'Nobody was left out.',
  hidden: (columns: string) => `Not shown at all: ${columns}.`,
  k: (k: number, found: number, who: string) =>
    `Every description in the file is shared by at least ${found} ${who}; ${k} are asked for.`,
  hardest: (column: string, groups: string) => `${column}, hit hardest: ${groups}.`,
  gone: (label: string) => `${label} (not one is left in the file)`,
  hit: (label: string, share: string, times: string) => `${label} (${share} left out, ${times} × the usual)`,
  evenly: (column: string) => `${column}: no value named here is left out clearly more often than usual.`,
  coarser: (units: string, word: string) =>
    `${units} ${word} are published with a coarser value in this column and stand in no line.`,
  carried: (version: string) =>
    `As told with release ${version}: since then too few were left out, or taken back, to tell of the change.`,
  hiddenColumn: (level: string) =>
    `The file does not show this column. By ${level}, how many there are is not public, so both counts are ranges.`,
  farthest: (pairs: string) => `Farthest from the record: ${pairs}.`,
  optimal: 'No coarser-or-finer choice of levels loses less and keeps the promises: the search has proven it.',
  gap: (gap: string) =>
    `The search ended before it had proven its result the best: it loses at most ${gap} more than the best.`,
  risk: (highest: string, average: string) =>
    `A reader who knows everything about a person that the described columns could say picks the person’s row with a chance of at most ${highest}, on average ${average}.`,
};

/** What follows from the figures for a reader, by rule. */
export const uses = {
  counts: (word: string) =>
    `Do not count ${word} in the file to say how many there were: take the totals from this page.`,
  countsGood: (word: string) => `Counting ${word} in the file gives what the record gives: nobody was left out.`,
  close: (columns: string) =>
    `Shares by ${columns} may be read from the file: they differ from the record by less than 2 %.`,
  far: (columns: string) =>
    `Shares by ${columns} read from the file are off by 5 % or more: correct them with the counts of people left out.`,
  gone: (label: string, column: string) =>
    `The file says nothing of “${label}” (${column}): that nobody is in it does not mean that nobody complained or was hurt.`,
  hidden: (column: string) => `It cannot compare ${column}: the column is not shown.`,
  coarse: (column: string, level: string) =>
    `${column} is shown as ${level}: nothing finer can be said from this file.`,
  pairs: (columns: string) => `Tables of ${columns} together are off by 10 % or more.`,
  person: (k: number) =>
    `It cannot be used to find a person: at least ${k} look alike. Who tries nevertheless finds ${k} or more, and wrongs most of them.`,
  trend: (version: string, columns: string) =>
    `Do not compare ${columns} with release ${version} value by value: the levels have changed.`,
};
