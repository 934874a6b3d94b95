import type { LetterTemplate } from '../rules/casework-terms.js';

/** Letters that nearly every agency sends; names in double braces are filled in from the case. */
export const genericLetters: LetterTemplate[] = [
  {
    code: 'acknowledgement',
    label: 'Acknowledgement',
    texts: [
      {
        language: 'en',
        subject: 'We have your complaint {{caseNumber}}',
        body: 'Dear {{name}},\n\nyour complaint reached us on {{receivedOn}}. Its number is {{caseNumber}}.\n\nWe will decide first whether it is ours to look into, and tell you. You can see how it stands at any time with the receipt that you were given.\n\n{{agency}}',
      },
      {
        language: 'es',
        subject: 'Hemos recibido su queja {{caseNumber}}',
        body: 'Estimado/a {{name}}:\n\nRecibimos su queja el {{receivedOn}}. Su número es {{caseNumber}}.\n\nPrimero decidiremos si nos corresponde investigarla y se lo comunicaremos. Puede consultar su estado en cualquier momento con el comprobante que se le entregó.\n\n{{agency}}',
      },
    ],
  },
  {
    code: 'referral',
    label: 'Referred to another body',
    texts: [
      {
        language: 'en',
        subject: 'Your complaint {{caseNumber}} was passed on',
        body: 'Dear {{name}},\n\nyour complaint is for {{referredTo}} to look into. We passed it on to them on {{today}}.\n\n{{agency}}',
      },
      {
        language: 'es',
        subject: 'Su queja {{caseNumber}} fue remitida',
        body: 'Estimado/a {{name}}:\n\nSu queja corresponde a {{referredTo}}. Se la remitimos el {{today}}.\n\n{{agency}}',
      },
    ],
  },
  {
    code: 'decline',
    label: 'Not taken on',
    texts: [
      {
        language: 'en',
        subject: 'About your complaint {{caseNumber}}',
        body: 'Dear {{name}},\n\nwe cannot look into your complaint: {{reason}}.\n\nYou may ask us to look at this decision again until {{appealUntil}}.\n\n{{agency}}',
      },
      {
        language: 'es',
        subject: 'Acerca de su queja {{caseNumber}}',
        body: 'Estimado/a {{name}}:\n\nNo podemos investigar su queja: {{reason}}.\n\nPuede pedir que revisemos esta decisión hasta el {{appealUntil}}.\n\n{{agency}}',
      },
    ],
  },
  {
    code: 'status',
    label: 'How it stands',
    texts: [
      {
        language: 'en',
        subject: 'Your complaint {{caseNumber}}: how it stands',
        body: 'Dear {{name}},\n\nyour complaint is at this stage: {{stage}}. We expect the next step by {{nextBy}}.\n\n{{agency}}',
      },
      {
        language: 'es',
        subject: 'Su queja {{caseNumber}}: en qué estado está',
        body: 'Estimado/a {{name}}:\n\nSu queja está en esta etapa: {{stage}}. Esperamos el próximo paso antes del {{nextBy}}.\n\n{{agency}}',
      },
    ],
  },
  {
    code: 'disposition',
    label: 'What was decided',
    texts: [
      {
        language: 'en',
        subject: 'Your complaint {{caseNumber}}: the decision',
        body: 'Dear {{name}},\n\nyour complaint is closed: {{disposition}}.\n\n{{findings}}\n\nIf you think that this is wrong you may ask for reconsideration.\n\n{{agency}}',
      },
      {
        language: 'es',
        subject: 'Su queja {{caseNumber}}: la decisión',
        body: 'Estimado/a {{name}}:\n\nSu queja está cerrada: {{disposition}}.\n\n{{findings}}\n\nSi cree que esto es un error, puede pedir una reconsideración.\n\n{{agency}}',
      },
    ],
  },
  {
    code: 'board_disposition',
    label: 'What the board decided',
    texts: [
      {
        language: 'en',
        subject: 'Your complaint {{caseNumber}}: what the board decided',
        body: 'Dear {{name}},\n\nyour complaint is closed: {{disposition}}.\n\n{{findings}}\n\nIf you think that this is wrong you may ask the board to reconsider it until {{reconsiderUntil}}: in writing, in person, or with your receipt where you see how your complaint stands.\n\n{{agency}}',
      },
      {
        language: 'es',
        subject: 'Su queja {{caseNumber}}: lo que decidió la junta',
        body: 'Estimado/a {{name}}:\n\nSu queja está cerrada: {{disposition}}.\n\n{{findings}}\n\nSi cree que esto es un error, puede pedir a la junta que lo reconsidere hasta el {{reconsiderUntil}}: por escrito, en persona o con su comprobante donde consulta el estado de su queja.\n\n{{agency}}',
      },
    ],
  },
  {
    code: 'reconsidered',
    label: 'What came of the request to reconsider',
    texts: [
      {
        language: 'en',
        subject: 'Your complaint {{caseNumber}}: your request to reconsider',
        body: 'Dear {{name}},\n\nyou asked the board to reconsider what was decided. {{reason}}\n\n{{findings}}\n\n{{agency}}',
      },
      {
        language: 'es',
        subject: 'Su queja {{caseNumber}}: su solicitud de reconsideración',
        body: 'Estimado/a {{name}}:\n\nUsted pidió a la junta que reconsiderara lo decidido. {{reason}}\n\n{{findings}}\n\n{{agency}}',
      },
    ],
  },
];
