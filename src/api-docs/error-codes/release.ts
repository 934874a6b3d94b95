/** What building, approving and publishing a release can be answered with, and a query of what is published. */
export const releaseCodes: Readonly<Record<string, string>> = {
  'already-withdrawn': 'This release was withdrawn before: there is nothing left to do.',
  'already-approved': "You have approved this already: the second approval must be another person's.",
  'bad-chart': 'The chart asked for cannot be drawn: the message says which choice does not fit.',
  'bad-cursor': '`after` is of another list, release or order: start from the first page.',
  'bad-group': '`group` and what stands beside it do not fit: the message says why.',
  'bad-limit': '`limit` is no whole number in its range: the message states the range.',
  'bad-order':
    '`order` names no column of this answer: use one that the message names, with a minus before it for descending.',
  'bad-value': 'The value is not of the type of its column: see the data dictionary.',
  'build-failed': 'The release was not built: the message ends with the reason, which stands in this table too.',
  'comparison-withdrawn':
    'The file compares this release with one that was withdrawn: what the two differ by is not told any more.',
  'csv-refused': 'The CSV file is not a table: the message names the line; mend it there.',
  'embargo-in-the-past': '`publishAt` is a time that is over: leave it out to publish now.',
  'embargo-not-held':
    'A release that waits for its time waits with its rows: nothing was published; a fault of ours, report it.',
  'embargo-overtaken': 'A release of this dataset waits for its time: publish after it, or withdraw that one first.',
  'embargo-too-long': '`publishAt` is more than a year away: publish it when the time has come nearer.',
  'file-changed':
    'The file is not the one that was built, verified or approved: look at the file; if in doubt, build anew.',
  'given-twice': 'The parameter is given twice: give it once.',
  'former-changed':
    'The release before is not on the disk as it was published: bring its directory back from a backup, then build.',
  'hierarchy-incomplete':
    'A value has no place in the steps by which its column is coarsened: a fault of ours, report it.',
  'hierarchy-not-nested':
    'The steps by which a column is coarsened split what was one: mend the hierarchy named, or report it.',
  infeasible:
    'No coarsening keeps k without leaving out more cases than the charter allows: release when there are more cases.',
  'lattice-too-large': 'The columns can be coarsened in more ways than can be searched: release fewer columns.',
  'no-open-release': 'No release of this dataset is on its way: build one first.',
  'no-rows': 'There is nothing to release yet: the dataset has no row.',
  'no-such-dataset': 'There is no dataset of this name: choose one that the message lists.',
  'no-such-range': 'The file has no bytes where the Range header asks: its size stands in Content-Range.',
  'no-such-release': 'There is no released file here: check the name, the jurisdiction and the data directory.',
  'not-anonymous': 'The verifier found the file to break a promise: it is not published; `errors` says where.',
  'not-published': 'Only a public release is withdrawn: this one is still on its way, or failed.',
  'release-withdrawn':
    'This release was public and was taken back: the message says why. Ask for the dataset’s newest version.',
  'no-source-release':
    'What this dataset is cut from was never released here: publish that dataset first, then ask anew.',
  'source-recalled':
    'A case in the release that it is cut from was sealed or destroyed since: publish that dataset anew first.',
  'source-lacks-column':
    'The release that it is cut from has no such column, as the charter has officers shown: it cannot be made here.',
  'public-record-moved-on':
    'What the public is told has changed since this was built: build it anew; nothing was published.',
  'not-approved': 'A release is published when two people have approved its very file: ask for the second approval.',
  'out-not-empty': 'The directory for the release holds files already: name one that is new or empty.',
  'problem-malformed':
    'The anonymizer was asked for something that makes no sense: mend what the message names, or report it.',
  'report-class-below-k':
    'The utility report found a published class smaller than k: nothing is published; a fault of ours, report it.',
  'report-input-malformed': 'The utility report was given what does not fit together: a fault of ours, report it.',
  'pseudonyms-met': 'Two cases drew the same pseudonym, which happens once in millions of releases: build again.',
  'release-rule':
    'The charter says something of this dataset that is not so: `errors` says where; enact a mended version.',
  'release-rules-refused':
    'The charter asks of this dataset what it cannot do: enact a version that is mended as `errors` says.',
  'rules-refused':
    'The charter under which the release was asked for asks what the dataset cannot do: enact a mended version, ask anew.',
  'source-changed': 'The rows changed between the two readings: try again when nothing writes to the file.',
  'spec-changed': 'The dataset was defined anew since the release was asked for: ask for a new release.',
  'spec-columns':
    'Columns of the file and of the spec are not the same: give every column of the file a role, and no other.',
  'spec-fault': 'The spec says something that does not hold together: the message says what would.',
  'spec-form': 'The spec has not the form of docs/release-spec.schema.json: mend it at the path that is given.',
  'spec-options': 'Give --spec one file with --data, and a directory with --out.',
  'spec-refused': 'The spec cannot be followed: mend each fault that is listed, at its path.',
  'spec-unreadable': 'The spec is not there or is not JSON: check its path and its text.',
  'unit-value-varies': 'Rows of one case differ in a column that must be equal on all: a fault of ours, report it.',
  'unknown-column': 'There is no column of this name: the message names the nearest.',
  'which-jurisdiction': 'Several jurisdictions have a dataset of this name: choose one with --jurisdiction.',
};
