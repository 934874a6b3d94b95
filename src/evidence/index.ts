export { AddFile, type AddedFile, type FileToAdd } from './actions/add-file.js';
export { CopyPictures } from './actions/copy-pictures.js';
export { PictureCopier } from './copying/picture-copier.js';
export { ScanFile } from './actions/scan-file.js';
export { SweepUploads } from './actions/sweep-uploads.js';
export { EvidenceModule } from './evidence.module.js';
export { EvidenceWorker } from './evidence-worker.js';
export { receivedPart } from './api/received-part.js';
export { EvidenceFiles } from './records/evidence-files.js';
