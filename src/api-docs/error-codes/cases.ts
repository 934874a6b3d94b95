/** `redress anonymize --cases` and `--utility`. */
export const caseCodes = {
  'case-options': 'The command anonymize lacks a file or folder that it needs, or a number is none: see its --help.',
  'cases-unreadable': 'The file of cases is not there, is not JSON or holds no list: name a JSON list of cases.',
  'case-malformed': 'A case lacks something or holds something that makes no sense: mend what the message names.',
  'model-unknown': 'A case asks for a privacy model that is not there: use one of those that the message lists.',
  'metric-unknown': 'A case asks for a metric or aggregate that is not there: use one that the message lists.',
  'case-file-missing': 'A data file or hierarchy of a case is not where it was looked for: give it, or mend its name.',
  'case-file-malformed':
    'A data file or hierarchy of a case is not a table, or lists a value twice: mend the line named.',
  'case-column-missing': 'A case names a column that its data file has not: use one of those that the message lists.',
  'case-value-unknown': 'A data file holds values that the hierarchy does not list: add lines for those named.',
} as const;
