// Reads our own sources, when the description is made.
/* eslint-disable regexp/no-super-linear-move, regexp/no-super-linear-backtracking */
const CODE = `'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'`;
const codeAfter = (before: string, after = ''): RegExp => new RegExp(`${before}${CODE}${after}`, 'g');

/** How our sources say a code. `\s*` where the formatter may break the line. */
const SAID: readonly RegExp[] = [
  codeAfter(
    String.raw`\b(?:RuleBroken|BuildFailed|AnonymizationRefused|TableRefused|refused)\(\s*(?:\w+\?\.code \?\? )?`,
  ),
  // faultIf(wrong, '/path', 'code', …) and refused('/path', 'code', …)
  codeAfter(String.raw`\b(?:faultIf|refused)\([^;]*?(?:'/\w*'|\bpath),\s*`),
  // unknownColumn(name, names, place, 'code') and a code that a parameter or a field has by default
  codeAfter(String.raw`\bunknownColumn\([^()]*, `),
  // `{ code: 'code' }`; a term of a vocabulary has its label beside it
  codeAfter(String.raw`\bcode(?::| =) `, String.raw`(?!,\s*label:)`),
  // problem(404, 'code', …), super('code', …) and 404: 'code'
  codeAfter(String.raw`(?:\bproblem\(\d+, |\bsuper\(|\b[45]\d\d: )`),
  codeAfter(String.raw`'whitelistValidation' \? `),
  codeAfter(String.raw`\(status < 500 \? `),
  codeAfter(String.raw`\(status < 500 \? '\w+' : `),
];
/** `type …Code = 'a' | 'b'`, and the same written at a field. */
const UNIONS = /\b(?:(?:Violation|Refusal)Code =|code: '[a-z-]+' \|)((?:[\s|]*'[a-z0-9-]+')+)/g;
/** Objects from code to sentence. */
const TABLES = /(?:(?:SENTENCES|REASONS)(?:: [^=\n]+)? = |\breasons: )\{\n(.*?)\n\s*\}/gs;
const TABLE_KEY = /^\s*'?([a-z]+(?:-[a-z0-9]+)*)'?:/gm;

/** Every code that this source can answer with. A vocabulary's words, which stand beside their labels, are none. */
export function errorCodesIn(source: string): string[] {
  const said = SAID.flatMap((pattern) => capturesOf(pattern, source));
  const united = capturesOf(UNIONS, source).flatMap((union) => capturesOf(new RegExp(CODE, 'g'), union));
  const tabled = capturesOf(TABLES, source).flatMap((table) => capturesOf(TABLE_KEY, table));
  return [...new Set([...said, ...united, ...tabled, ...meetingCodes(source)])];
}

/** lockMeeting answers `meeting-<its status>`. */
function meetingCodes(source: string): string[] {
  const statuses = source.includes('`meeting-${meeting.status}`')
    ? capturesOf(/\btype MeetingStatus =([^;]+);/g, source)
    : [];
  return statuses.flatMap((union) => capturesOf(new RegExp(CODE, 'g'), union)).map((status) => `meeting-${status}`);
}

function capturesOf(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
