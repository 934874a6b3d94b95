/** What the forms of the pages are answered with besides what the API says; people read it in words of their own. */
export const frontDeskCodes: Readonly<Record<string, string>> = {
  choose: 'The form was sent without saying whether a name is given: choose one of the two.',
  'not-sure': 'What cannot be taken back needs the box that says so: tick it.',
};
