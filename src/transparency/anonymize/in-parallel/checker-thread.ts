import { parentPort, workerData } from 'node:worker_threads';
import { NodeCheck } from '../node-check.js';
import type { Task } from '../task.js';
import type { Question } from './checker.js';

const nodes = new NodeCheck(workerData as Task);

parentPort!.on('message', ({ levels, best }: Question) => {
  parentPort!.postMessage(nodes.check(levels, best));
});
