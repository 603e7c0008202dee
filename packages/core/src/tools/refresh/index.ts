export { withVendorFiles, type TableChange } from './merge.js';
export { refreshTable, wantedVersions, type Refreshed } from './refresh.js';
