#!/usr/bin/env node
import { keepYoungSpace } from '../platform/young-space.js';

// What is loaded now stays for good: no room is to be made for it among what comes and goes.
keepYoungSpace();
await import('./program.js');
