/** What saving a search of cases, or running one, can be answered with. */
export const savedSearchCodes: Readonly<Record<string, string>> = {
  'no-such-filter': 'Cases are not filtered by this any more: save the search anew without it.',
  'no-such-order': 'Lists do not come in this order any more: save the search anew with one that the message lists.',
  'no-such-status': 'Cases do not have this status any more: save the search anew with one that the message lists.',
  'search-named-so': 'You have a saved search of this name: choose another name, or change that search.',
  'search-no-longer-fits':
    'The charter in force does not know a word of this search: errors says which; save it anew without it.',
  'too-many-searches': 'You keep as many searches as anybody may: delete one that you need no longer.',
  'too-wide': 'It finds more cases than anybody can be alerted to: narrow it, or save it with cadence none.',
};
