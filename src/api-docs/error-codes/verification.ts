/** What the verifier can find in a released file. The cure is the same for all: do not publish it; build anew or ask why. */
export const verificationCodes: Readonly<Record<string, string>> = {
  'cell-below-k': 'A count tells of fewer than k, by itself or by what it leaves of its total: build anew.',
  'class-below-k': 'Fewer than k cases share this description: whoever knows one of them could find it; build anew.',
  'closeness-above-t':
    'Rows that look alike differ too much from all rows in a sensitive value: whoever finds them learns of it; build anew.',
  'control-character': 'A cell holds a character that no reader sees: build anew from clean values.',
  'date-finer-than-level': 'A date is finer than the manifest says that dates are: build anew.',
  'diversity-below-l':
    'Rows that look alike hold too few sensitive values: whoever finds the class learns the value; build anew.',
  'duplicate-key': 'A pseudonym stands on two rows where it may stand on one: build anew.',
  'file-unreadable': 'The file cannot be read: check its path, its rights, and whether it is whole.',
  'format-differs':
    'A format of the release does not say what its data file says: build anew, or fetch the release again.',
  'forbidden-pattern': 'A cell looks like a telephone number, an address or another identifier: build anew without it.',
  'free-text-in-cell': 'A cell is long enough to tell a story: leave the column out, or use codes.',
  'header-mismatch': 'The columns are not those that the manifest lists: file and manifest do not belong together.',
  'identifier-in-cell': 'A cell holds an identifier of a person or a case: build anew without it.',
  'identifier-of-roster': 'A cell holds a name, a number or another identifier of the roster: build anew without it.',
  'joined-class-below-k': 'Rows that a pseudonym joins tell together what fewer than k cases share: build anew.',
  'key-not-pseudonym': 'A key column holds something else than a pseudonym: build anew.',
  'keys-not-random':
    'The pseudonyms follow a pattern: whoever knows the pattern could go back to the cases; build anew.',
  'likeness-above-beta':
    'Rows that look alike make a sensitive value too likely: whoever finds them learns of it; build anew.',
  'linked-table-missing': 'A table that this one is linked with is not there: verify the linked tables together.',
  'listed-file-changed': 'A file is not the one that the manifest lists: fetch the release again.',
  'listed-file-missing': 'A file that the manifest lists is not there: fetch the release again.',
  'manifest-invalid': 'The manifest is not one: take it from the same place as the file.',
  'overall-distribution-false':
    'No input can have the shares that the manifest claims: file and manifest do not belong together.',
  'ragged-row': 'A row has more or fewer cells than the header: the file was changed or cut; fetch it again.',
  'risk-above-threshold': 'The risk over all classes is above what the manifest promises: build anew.',
  'roster-unreadable': 'The roster cannot be read, so that no cell was held against it: make it anew.',
  'row-missing': 'Something that the file should tell is not in it: build anew.',
  'row-not-of-source': 'What the file was cut from does not make this row: it tells something new; build anew.',
  'row-not-public': 'The row is not told on any public page, or not any more: build anew.',
  'row-count-mismatch': 'The file has more or fewer rows than the manifest says: fetch it again.',
  'sha256-mismatch': 'The file is not the one that the manifest was written for: fetch it again.',
  'source-missing':
    'The file can be held against what it was cut from only: give that release too, whole and unchanged.',
  'subject-varies': 'Rows of one case are counted for different people: build anew.',
  'suppressed-count-mismatch': 'The manifest does not add up on what was left out: build anew.',
  'suppressed-row-readable':
    'A row was blanked instead of left out, and the rest of it still says something: build anew.',
  'tables-joinable':
    'The same key stands in two files that do not say that they are linked: build them anew with keys of their own.',
  'tied-rows': 'Different rows tie in the promised order, so that the order in which they came may show: build anew.',
  'unit-count-mismatch': 'The file has more or fewer cases than the manifest says: fetch it again.',
  'unknown-subject': 'The list of people misses a case of the file: list and file do not belong together.',
  'unlisted-file': 'A file stands beside the release that its manifest does not list: take it away, or list it.',
  'unsorted-rows': 'The rows are not in the order that the manifest promises: their order tells something; build anew.',
  'value-not-listed': 'A cell holds a word that the manifest does not list: build anew.',
  'value-not-of-type': 'A cell is not of the type of its column: build anew.',
  'value-outside-level': 'A cell is finer than the level that the manifest says: build anew.',
  'signature-false':
    'The key that was given did not sign this manifest: fetch both again, and ask the board if it stays so.',
  'signature-missing':
    'The manifest is not signed: a release is signed when it is published; fetch manifest.json.sig too.',
  'sums-differ': 'SHA256SUMS and the manifest do not say the same of the files: fetch the release again.',
};
