/** What making and publishing the board's reports can be answered with. */
export const boardReportCodes: Readonly<Record<string, string>> = {
  'correction-missing':
    'An edition of this report is out: say in `correction`, for the public, why there is to be another one.',
  'correction-unasked': 'This is the first edition of the report: leave `correction` out.',
  'period-not-over':
    'The year or quarter is still running where the board is: preview the report, and publish it when it is over.',
  'report-moved-on': 'Something was released or told since the preview that you read: preview the report again.',
  'report-withdrawn':
    'This edition was made of a release that was withdrawn since, and went with it: `details` say which and why. See the list of reports for a newer edition.',
  'report-unchanged': 'The edition that is out says the same as the report would now: there is nothing to publish.',
};
