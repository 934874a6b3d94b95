/** How forms look, and what answers them. Borders of fields stand out 3 : 1 at least; every target is 24 px or more. */
export const formStyle = `
main nav a:first-child { font-weight: 400; }
form.desk { max-width: 42rem; }
fieldset { border: 1px solid var(--line); border-radius: 6px; padding: 0.2rem 1rem 1rem; margin: 1.2rem 0; min-width: 0; }
legend { font-weight: 700; font-size: 1.15rem; padding: 0 0.4rem; }
fieldset fieldset { border: 0; padding: 0; margin: 1rem 0 0; }
fieldset fieldset legend { font-size: 1rem; padding: 0; }
.field { margin: 1rem 0 0; }
.field > label { display: block; font-weight: 700; }
.hint { margin: 0.1rem 0; font-size: 0.95rem; }
.choice { display: flex; gap: 0.6rem; align-items: flex-start; padding: 0.3rem 0; }
.choice input { flex: none; width: 1.4rem; height: 1.4rem; margin: 0.1rem 0 0; accent-color: var(--accent); }
input[type='text'], input[type='date'], input[type='file'], textarea, .field select { font: inherit; color: inherit; background: var(--paper); border: 2px solid var(--edge); border-radius: 4px; padding: 0.45rem 0.6rem; width: 100%; max-width: 100%; min-height: 2.75rem; }
textarea { min-height: 7rem; resize: vertical; }
textarea.long { min-height: 14rem; }
input.short, input[type='date'] { max-width: 14rem; }
input:focus-visible, textarea:focus-visible, select:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button { border: 2px solid var(--edge); padding: 0.5rem 1.1rem; min-height: 2.75rem; cursor: pointer; }
button.main { background: var(--accent); color: var(--paper); border-color: var(--accent); font-weight: 700; }
.error { color: var(--wrong); font-weight: 700; margin: 0.2rem 0; }
.wrong > input, .wrong > textarea, .wrong > select { border-color: var(--wrong); }
fieldset.wrong, .wrong { border-left: 5px solid var(--wrong); padding-left: 0.8rem; }
.errors { border: 3px solid var(--wrong); border-radius: 6px; padding: 0.2rem 1rem 0.8rem; margin: 1rem 0; }
.errors h2, .notice h2, .receipt h2 { border: 0; margin: 0.6rem 0 0.2rem; font-size: 1.15rem; }
.errors:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.notice { border-left: 5px solid var(--accent); background: var(--soft); padding: 0.4rem 1rem; margin: 1rem 0; }
.receipt { border: 3px solid var(--edge); border-radius: 6px; padding: 0.4rem 1rem 0.8rem; margin: 1rem 0; max-width: 42rem; }
.receipt .code { display: block; font-family: ui-monospace, monospace; font-size: 1.5rem; font-weight: 700; letter-spacing: 0.04em; overflow-wrap: anywhere; background: none; padding: 0.2rem 0; }
.languages { text-align: right; margin: 0.4rem 0 0; }
.road { list-style: none; padding: 0; margin: 0.6rem 0; }
.road li { padding: 0.25rem 0 0.25rem 1.8rem; position: relative; }
.road li::before { content: '○'; position: absolute; left: 0.2rem; }
.road li.reached::before { content: '●'; color: var(--accent); }
.told { border-left: 4px solid var(--line); padding: 0.1rem 0 0.1rem 0.9rem; margin: 0.8rem 0; overflow-wrap: anywhere; }
.told div { white-space: pre-wrap; }
.told.mine { border-color: var(--accent); }
.told p, .told h3 { margin: 0.1rem 0; }
@media print { form.desk.printed { display: block; } form.desk.printed button, form.desk.printed input[type='file'] { display: none; } fieldset, .receipt, .told { break-inside: avoid; } .languages { display: none; } }
`;
