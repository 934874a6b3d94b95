import { TestEnvironment } from 'jest-environment-node';
import vm from 'node:vm';

/** Of the outer realm, as Jest has them: Node's own buffers are made by these. */
const OUTER = new Set(['ArrayBuffer', 'Uint8Array']);

/**
 * Jest's own environment, in a context without interceptors. In the one that Jest makes every look at a global name (Math,
 * Number, Map) asks a proxy, which makes code that reckons a hundred times slower; a suite like ours reckons much.
 */
export default class PlainContext extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const plain = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    for (const key of Reflect.ownKeys(this.global)) {
      if (key in plain && !OUTER.has(key)) continue;
      const descriptor = Object.getOwnPropertyDescriptor(this.global, key);
      Object.defineProperty(
        plain,
        key,
        descriptor.get && descriptor.configurable ? once(this.global, plain, key) : descriptor,
      );
    }
    plain.global = plain;
    plain.Error.stackTraceLimit = this.global.Error.stackTraceLimit;
    this.context = plain;
    this.global = plain;
    this.moduleMocker = new this.moduleMocker.constructor(plain);
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: config.projectConfig, global: plain });
  }
}

/** A global that is made when it is first asked for, and from then on simply there. */
function once(from, plain, key) {
  const settle = (value) => {
    Object.defineProperty(plain, key, { value, writable: true, enumerable: true, configurable: true });
    return value;
  };
  return { get: () => settle(from[key]), set: settle, enumerable: true, configurable: true };
}
