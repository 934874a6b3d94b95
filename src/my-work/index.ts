export { MyWorkModule } from './my-work.module.js';
