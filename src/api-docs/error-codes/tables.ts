/** What the anonymizer and the verifier can say of frequency tables. */
export const tableCodes: Readonly<Record<string, string>> = {
  'cell-derivable': 'A withheld cell follows exactly from what is published: withhold more cells beside it.',
  'cell-narrow': 'A withheld cell can be told too narrowly from what is published: withhold more cells beside it.',
  'earlier-cell-exposed': 'With this table a cell that an earlier release withheld can be told: withhold more cells.',
  'increase-derivable': 'How much a cell grew since an earlier release follows exactly: withhold more cells.',
  'increase-narrow': 'How much a cell grew since an earlier release can be told too narrowly: withhold more cells.',
  'small-count-shown': 'A count small enough to name somebody is published: withhold it, and cells beside it.',
  'table-contradicts': 'No counts can agree with all that is published: a sum differs from its parts; make it anew.',
  'table-malformed': 'The table cannot be read: the message says where it differs from the shape in --help.',
  'table-unreadable': 'The published table cannot be read: the message says where; publish it in the shape of --help.',
  'width-unknown': 'The width is none that is known: give "threshold" or "own".',
};
