export { openApiOf } from './open-api';
export { productConfigs, productMigrations, readProductConfig, type ProductFiles } from './product';
export { runProcess, serveApi, serveWorker, type Served } from './serve';
