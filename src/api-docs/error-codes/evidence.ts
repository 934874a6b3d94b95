/** What can be answered about evidence. */
export const evidenceCodes: Readonly<Record<string, string>> = {
  'empty-file': 'The file has no bytes: nothing was kept; send it again.',
  'evidence-altered': 'The stored file is not the one that came in: it is not given out; tell whoever runs the store.',
  'evidence-infected': 'The scanner found something malicious in the file: it is kept, and not given out.',
  'evidence-missing': 'The stored file is gone: it is on record; tell whoever runs the store.',
  'evidence-quarantined': 'The file has not been scanned yet: try again in a while.',
  'file-too-large': 'The file is larger than is taken here: send it in parts, or ask whoever runs this to take more.',
  'handed-over-meanwhile': 'The item changed hands since you looked: read its custody again.',
  'no-file': 'No file came: send multipart/form-data with its fields first and `file` last.',
  'receiver-unclear': 'Say who receives the item: a member of staff, or a name from outside, and not both.',
  'type-not-taken': 'Files of this kind are not taken: the message says what it is and what is taken.',
};
