/** What stands between one release of a dataset and the next. No release with one of these may come out. */
export const seriesCodes: Readonly<Record<string, string>> = {
  'difference-below-k':
    'Two releases beside each other tell of fewer than k people: who came, or went. Plan the later one anew.',
  'epoch-transformation-changed': 'The levels or k changed within an epoch: open a new epoch to change them.',
  'history-below-k': 'Fewer than k people share one course through the releases of an epoch: plan the last anew.',
  'history-below-l': 'People who share one course through the releases have too few values: plan the last one anew.',
  'pseudonym-reused-across-epochs':
    'A pseudonym stands in two epochs and joins them: every epoch needs a key of its own.',
  'sensitive-change-below-k': 'Cells of fewer than k people changed between two releases: corrections wait for others.',
  'series-demands-broken': 'The plan did not stand its own examination and was dropped: report it, with the release.',
  'series-file-replaced': 'A file of the series is not the one that its manifest describes: fetch both again.',
  'series-file-unreadable': 'A file of the series cannot be read: check its path, its rights, and whether it is whole.',
  'series-key-destroyed': 'The epoch is closed and its key destroyed: plan the release in the epoch that is open.',
  'series-malformed': 'What was given to the planner does not fit together: units, ledger, classes and columns.',
  'series-manifest-invalid': 'A manifest does not say where its release stands in the series: take it beside its file.',
  'series-moved-on': 'Another release came out, or a case was expunged, since this one was planned: build it anew.',
  'series-not-comparable': 'No plan is safe beside an earlier release, not even an empty one: look at that release.',
  'series-out-of-order': 'A release of the series is missing, or stands in the wrong place: give all, oldest first.',
  'series-subject-unknown': 'The list of subjects misses a unit of a file: give the list that belongs to it.',
  'series-unsafe':
    'Beside the releases that are out this one would tell of fewer than k people: `errors` says of which; build it anew.',
};
