import { formStyle } from './form-style.js';

/** One style sheet for every page: plain, printable, readable at 320 px and in the dark. Contrast at least 4.5 : 1. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --soft: #f2f3f5; --line: #c9ccd1; --accent: #1f4f8f; --second: #a85a1c; --edge: #6b7078; --wrong: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --paper: #17181b; --soft: #232529; --line: #484c53; --accent: #9cc3ff; --second: #f0b27a; --edge: #8d929b; --wrong: #ffb4ab; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0.75rem 1rem; }
header { border-bottom: 1px solid var(--line); }
nav a { margin-right: 1rem; }
nav a:first-child { font-weight: 700; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; font-size: 0.9rem; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; }
h1 { line-height: 1.2; margin: 1.2rem 0 0.4rem; }
h2 { margin: 2rem 0 0.4rem; border-bottom: 1px solid var(--line); }
h3 { margin: 1.4rem 0 0.3rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; }
caption { text-align: left; font-weight: 600; padding: 0.3rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.6rem 0.25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; white-space: nowrap; }
figure { margin: 0; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.wide th, .wide td { overflow-wrap: normal; }
.wide .sum code { overflow-wrap: normal; }
.wide th.number { white-space: normal; }
.wide tbody th { min-width: 8rem; }
select, button, input { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 0.3rem 0.6rem; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.92em; background: var(--soft); border-radius: 3px; }
code { padding: 0.1em 0.3em; overflow-wrap: anywhere; }
pre { padding: 0.7rem; overflow-x: auto; }
.away { position: absolute; left: -999rem; }
pre code { padding: 0; overflow-wrap: normal; }
.wide code { overflow-wrap: normal; }
.method { font-weight: 700; color: var(--accent); }
.card { border: 1px solid var(--line); border-radius: 6px; padding: 0.2rem 1rem 1rem; margin: 1rem 0; }
.figures { display: flex; flex-wrap: wrap; gap: 0.3rem 2rem; margin: 0.5rem 0; }
.figures div { min-width: 8rem; }
.figures dt { font-size: 0.9rem; }
.figures dd { margin: 0; font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums; }
svg.chart { width: 100%; height: auto; }
svg.chart text { fill: var(--ink); font: 14px system-ui, sans-serif; }
svg.chart rect { fill: var(--accent); }
svg.chart .shade-1 { fill: var(--second); }
svg.drawn { width: auto; max-width: none; display: block; }
svg.drawn text { fill: var(--ink); font-family: system-ui, sans-serif; }
.drawing { margin: 1rem 0 1.5rem; }
.drawing figcaption { font-weight: 600; }
.drawing .source, .notes { font-size: 0.9rem; }
.notes { padding-left: 1.2rem; margin: 0.3rem 0; }
.drawings { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(28rem, 100%), 1fr)); gap: 0 1.5rem; }
.drawings > * { min-width: 0; }
.lead { font-size: 1.1rem; }
.actions { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: 0 1rem; }
.fields p { margin: 0.4rem 0; min-width: 0; }
.fields label { display: block; }
.fields select, .fields input:not([type=checkbox]), #where { width: 100%; }
.checks { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; }
label.check, .fields label.check { display: inline-block; padding: 0.15rem 0; }
fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 0.8rem 0; min-width: 0; }
button { cursor: pointer; padding: 0.35rem 0.9rem; }
.asking button { background: var(--accent); color: var(--paper); border-color: var(--accent); }
input:focus-visible, select:focus-visible, button:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.refused { border-left: 4px solid var(--second); padding: 0.4rem 0.8rem; background: var(--soft); }
.addresses dd { margin: 0 0 0.5rem; overflow-wrap: anywhere; }
pre.prose { white-space: pre-wrap; overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.embedded main { padding: 0.2rem 0.6rem; }
header nav { display: inline-block; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.3rem 1rem; }
.report figure { margin: 0.3rem 0 1.5rem; }
.report th small { font-weight: 400; }
.report th.number { white-space: normal; }
.report th:first-child { min-width: 8rem; }
.report figcaption p { margin: 0.2rem 0; font-size: 0.9rem; }
@media (max-width: 30rem) { svg.chart:not(.drawn), svg.chart + figcaption { display: none; } }
@media print { header, footer, .skip, form, .copy, .actions, .report nav { display: none; } .wide { overflow: visible; } tr, .report svg { break-inside: avoid; } h2, h3, caption { break-after: avoid; } }
${formStyle}`;
