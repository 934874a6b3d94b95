export { describeTable, runTables, type TableOptions } from './run-tables.js';
export { publishedTable } from './published-table.js';
