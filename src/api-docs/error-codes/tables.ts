/** What the command line says of frequency tables, and what an attack on published ones finds. */
export const tableCodes: Readonly<Record<string, string>> = {
  'table-malformed': 'The file does not hold tables, or one of them lacks a part: the message says which and where.',
  'width-unknown': '--width is "threshold" (intervals at least threshold + 1 wide) or "own" (not exactly known).',
  'cell-missing': 'A total is left out: add the cell, or give the sums as constraints.',
  'cell-twice': 'Two cells have the same words in every dimension: keep one.',
  'table-does-not-add-up': 'A total is not the sum of its parts: count the table anew.',
  'linked-cells-differ': 'Tables published together count the same cell differently: count both from one snapshot.',
  'earlier-release-contradicts':
    'An earlier release cannot be true together with this table: say the right relation ("grows" or "equal"), or republish.',
  'cell-cannot-be-protected':
    'What is public already leaves a cell too little room, whatever is withheld: coarsen the table, or wait for more cases.',
  'solver-failed': 'The solver gave no proof, so nothing was produced: try again with more --seconds; report it.',
  'table-unreadable': 'A published table has a cell or a word that its hierarchy does not know, or a cell twice.',
  'table-contradicts':
    'No counts agree with all that is published: a sum differs from its parts or from an earlier release.',
  'small-count-shown': 'A count of 1 to the threshold is shown: it must be withheld, with cover.',
  'cell-derivable': 'A withheld cell follows exactly from what is published: withhold more.',
  'cell-narrow': 'A withheld cell is pinned to an interval narrower than threshold + 1: withhold more.',
  'increase-derivable':
    'What a count grew by since an earlier release follows, and is small: withhold or hold it back.',
  'increase-narrow':
    'What a count grew by since an earlier release is pinned to a narrow interval: withhold or hold it back.',
  'earlier-cell-exposed': 'This table pins a cell that an earlier release withheld: withhold more here.',
};
