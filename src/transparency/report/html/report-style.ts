/** The report's own sheet, inside the page: it must read the same from a disk, in print and from the portal. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --soft: #f2f3f5; --line: #c9ccd1; --accent: #1f4f8f; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --paper: #17181b; --soft: #232529; --line: #484c53; --accent: #9cc3ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 66rem; margin: 0 auto; padding: 0.75rem 1rem 3rem; }
h1 { line-height: 1.2; margin: 1rem 0 0.2rem; overflow-wrap: anywhere; }
h2 { margin: 2.4rem 0 0.4rem; border-bottom: 1px solid var(--line); }
h3 { margin: 1.6rem 0 0.2rem; overflow-wrap: anywhere; }
p, ul { max-width: 46rem; margin: 0.4rem 0; }
ul { padding-left: 1.2rem; }
li { margin: 0.25rem 0; overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.figures { display: flex; flex-wrap: wrap; gap: 0.3rem 2rem; margin: 0.8rem 0; }
.figures div { min-width: 8rem; }
.figures dt { font-size: 0.9rem; }
.figures dd { margin: 0; font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums; }
figure.pair { display: grid; grid-template-columns: minmax(0, 26rem) minmax(0, 1fr); gap: 0.5rem 2rem; align-items: start; margin: 0.6rem 0 1.2rem; }
.report-chart { max-width: 100%; height: auto; background: #fff; border-radius: 4px; padding: 4px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
caption { text-align: left; font-weight: 600; padding: 0.2rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.22rem 0.7rem 0.22rem 0; border-bottom: 1px solid var(--line); }
th[scope='row'] { font-weight: 400; overflow-wrap: anywhere; hyphens: auto; min-width: 6rem; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number { white-space: nowrap; }
.note { font-size: 0.92rem; }
@media (max-width: 52rem) { figure.pair { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 30rem) { table { font-size: 0.8rem; } th, td { padding-right: 0.4rem; } td.number { white-space: normal; } th[scope='row'] { min-width: 5.2rem; } .figures dd { font-size: 1.2rem; } }
@media print { main { max-width: none; } .scroll { overflow: visible; } figure.pair, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;
