import type { MessageKey } from '../../../platform/html/text.js';

export interface Snippet {
  /** How it is called */
  readonly title: MessageKey;
  readonly code: string;
}

/** The same rows from a shell, from R and from Python, each with nothing but what comes with it. */
export function snippets(csvAddress: string): Snippet[] {
  const address = JSON.stringify(csvAddress);
  return [
    { title: 'query.curl', code: `curl -o rows.csv '${csvAddress}'` },
    { title: 'query.r', code: `rows <- read.csv(${address})\nstr(rows)` },
    {
      title: 'query.python',
      code: [
        'import csv, io, urllib.request',
        `with urllib.request.urlopen(${address}) as answer:`,
        '    rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8")))',
        'print(len(rows), "rows")',
      ].join('\n'),
    },
  ];
}
