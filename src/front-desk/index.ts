export { FrontDeskModule } from './front-desk.module.js';
