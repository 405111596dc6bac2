import { parentPort, workerData } from 'node:worker_threads';
import readWorkbook from 'read-excel-file/node';

/*
 * Reads a workbook in a thread of its own: unpacking one takes seconds without a pause, and a malicious one takes all the
 * memory that it gets. Answers 'sheets' with the names of the sheets, and the name of one with its rows, in batches.
 */

const BATCH_SIZE = 1000;

/** @type {import('read-excel-file/node').Sheet[]} */
let sheets = [];
try {
  sheets = await readWorkbook(/** @type {{ path: string }} */ (workerData).path);
  parentPort?.postMessage({ sheets: sheets.map(({ sheet }) => sheet) });
} catch {
  parentPort?.postMessage({ isUnreadable: true });
}

parentPort?.on('message', ({ sheet, from }) => {
  const rows = sheets.find((one) => one.sheet === sheet)?.data ?? [];
  parentPort?.postMessage({ rows: rows.slice(from, from + BATCH_SIZE), total: rows.length });
});
