/** By schema, examples that a server with the generic charter takes as they are: what is chosen by name alone would not do. */
export const writtenExamples: Readonly<Record<string, unknown>> = {
  AskForOpeningDto: {
    case: '2026-7KQ4-M2XJ-9R',
    hours: 4,
    reason: 'A threat to the life of a witness came in tonight.',
  },
  FileComplaintDto: {
    narrative: 'On Monday evening an officer stopped me on Main Street and would not say why.',
    incidentOn: '2026-03-02',
    place: 'Main Street, at the corner of Third Avenue',
    complainant: { name: 'Robin Ames', contact: 'robin.ames@example.org' },
    allegations: ['discourtesy'],
  },
};
