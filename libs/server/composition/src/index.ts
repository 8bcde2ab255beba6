export { openApiOf } from './open-api';
export { productConfigs, readProductConfig, type ProductFiles } from './product';
export { rotateSecrets } from './rotate-secrets';
export { runProcess, serveApi, serveWorker, type Served } from './serve';
export { printResetLink } from './reset-link';
