// What `@jest/globals` is under the runner that runs tests in plain Node: its own globals, with the time limit that it lacks.
const { afterAll: after, afterEach: afterOne, beforeAll: before, beforeEach: beforeOne, it: one } = globalThis;
/** Node's own, whatever a test puts in their place. */
const { setTimeout, clearTimeout } = globalThis;
const LIMIT_MS = 30_000;

function timed(run, limit = LIMIT_MS) {
  if (run === undefined) return run;
  return async (...given) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`It took longer than ${limit} ms.`)), limit);
    });
    try {
      return await Promise.race([Promise.resolve().then(() => run(...given)), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

export const { describe, expect, jest } = globalThis;
export const it = Object.assign((name, run, limit) => one(name, timed(run, limit)), {
  each: (...table) => {
    const each = one.each(...table);
    return (name, run, limit) => each(name, timed(run, limit));
  },
  skip: one.skip,
  only: one.only,
  todo: one.todo,
});
export const test = it;
export const beforeAll = (run, limit) => before(timed(run, limit));
export const afterAll = (run, limit) => after(timed(run, limit));
export const beforeEach = (run, limit) => beforeOne(timed(run, limit));
export const afterEach = (run, limit) => afterOne(timed(run, limit));
