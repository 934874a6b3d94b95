/** What a query in SoQL can be answered with. The language stands in docs/soql.md. */
export const soqlCodes: Readonly<Record<string, string>> = {
  'soql-aggregate':
    'A figure over many rows and single rows are mixed: group by the column named, or move the figure to $having.',
  'soql-mixed': '`$query` stands beside other parameters: say all of it in `$query`, or nothing.',
  'soql-name': 'A name in `$select` is of the wrong form or given twice: the message says which.',
  'soql-syntax':
    'The query cannot be read: `data.position` shows the place, and the message says what should stand there.',
  'soql-too-costly': 'The query would cost more than everybody’s share: ask for fewer rows, words or parts at once.',
  'soql-type': 'A value or a column is of another type than its place in the query needs: the message says which.',
  'soql-value': 'A value in the query is out of the range that can be reckoned with: use smaller numbers.',
  'unknown-function': 'There is no function of that name: the message names the nearest.',
  'unknown-parameter': 'There is no parameter of that name that begins with `$`: the message names the nearest.',
};
