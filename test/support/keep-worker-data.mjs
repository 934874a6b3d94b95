// The runner of tests tells all its workers their task when the first of them asks, and none again: one that is slow to start would
// miss it and wait for ever. Here it is kept until it is asked for.
const ASKED = 'jest-light-runner-get-worker-data';
const TOLD = 'jest-light-runner-worker-data';

if (process.send) {
  let kept;
  const send = process.send.bind(process);
  process.on('message', (message) => {
    if (message?.type === TOLD) kept = message;
  });
  process.send = (message, ...more) => {
    if (message !== ASKED || kept === undefined) return send(message, ...more);
    setImmediate(() => process.emit('message', kept));
    return true;
  };
}
