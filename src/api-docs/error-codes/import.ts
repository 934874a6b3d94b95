/** What an import can refuse: a file, or a row, which then stands in the rejects file with its line, code and column. */
export const importCodes: Readonly<Record<string, string>> = {
  'cell-count': 'The row has more or fewer cells than the header: look for a missing quote or a missing comma.',
  'changed-since-import':
    'The row was imported before with other words in the columns named: correct the case or the report itself, by a person.',
  'charter-lacks-words':
    'The charter in force lacks words of these records: enact them first, or import into a place of its own.',
  'charter-fault': 'The charter does not hold together here: the message says what is wrong; mend it.',
  'charter-form': 'The charter has not the form of a charter here: the message says what is expected.',
  'charter-refused': 'The charter does not hold together: `errors` says where; mend it.',
  'charter-too-early': 'A new version of a charter begins after the last one: choose a later day.',
  'file-not-recognised': 'No table of this import has the columns of this file: check its first line.',
  'file-unreadable': 'The file cannot be read: check its path, its rights, and whether it is whole.',
  'mapping-without-source':
    'The mapping does not say whose table it is: say in source its name, its columns and the department.',
  'missing-key': 'The column that says which row this is, or whom it is about, is empty: fill it in.',
  'missing-value': 'A column is empty without which the form cannot be told from others: fill it in.',
  'not-a-date': 'The value is no day of the calendar: write it as YYYY-MM-DD.',
  'not-text': 'The cell or field is no readable text: send text in UTF-8, in JSON with quotation marks.',
  'nothing-to-import': 'None of the files given is one that this import knows: check the path.',
  'one-file-wanted': 'A mapping is drafted for one table at a time: name one file.',
  'place-missing': 'The mapping names no place and none was given: say into which jurisdiction.',
  'stray-quote': 'A quoted cell goes on after its closing quote: double the quotes inside it.',
  'unclosed-quote':
    'A quote is opened and never closed: close it, and give the lines that it swallowed back to the file.',
  'unknown-complaint': 'No complaint with this number has been imported: import it first, or correct the number.',
  'unknown-officer': 'No officer with this number has been imported: import them first, or correct the number.',
};
